import { isReference } from '../../openapi/refs.js';
import type { Schema } from '../../openapi/types.js';
import { having } from '../having.js';
import { isNotificationUrl } from '../notification-urls.js';
import type { LintRule } from '../rule.js';
import { webhookPage } from '../sources.js';

export const notificationUrlMisplaced: LintRule = {
  code: 'notification-url-misplaced',
  severity: 'warning',
  summary: 'The mark "x-ms-notification-url" stands in the body of a request.',
  why: 'Elsewhere nothing puts the address of the workflow there.',
  source: `${webhookPage}, the validator's NotificationUrlNotAllowedInThisPosition`,
  published: { files: 0, of: 161 },
  codes: ['NotificationUrlNotAllowedInThisPosition'],
  examples: {
    bad: [
      {
        definition: { '/definitions/Ticket/properties/subject/x-ms-notification-url': true },
        at: ['/definitions/Ticket/properties/subject/x-ms-notification-url'],
      },
    ],
    good: [{ definition: { '/definitions/Ticket/properties/subject/x-ms-notification-url': false }, at: [] }],
  },
  check({ isInput, bodies, graph }, report) {
    let outputs: ReadonlySet<Schema> | undefined;
    const isOutput = (schema: Schema) => {
      const answers = () => [...bodies.values()].flatMap((body) => body.answers.map((answer) => answer.schema));
      outputs ??= new Set(graph.reach(answers()).map((node) => node.schema));
      return outputs.has(schema);
    };
    return {
      schema: having(['x-ms-notification-url'], (schema, { pointer }) => {
        if (isReference(schema) || !isNotificationUrl(schema) || isInput(schema) || !isOutput(schema)) return;
        const at = `${pointer}/x-ms-notification-url`;
        const fix = { from: pointer, remove: ['x-ms-notification-url'] };
        report(at, 'The mark "x-ms-notification-url" is in an answer, expected it in the body of a request only.', {
          fix,
        });
      }),
    };
  },
};
