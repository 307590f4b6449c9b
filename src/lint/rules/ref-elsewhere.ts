import { shorten } from '../../core/shorten.js';
import { isReference, targetOf } from '../../openapi/refs.js';
import type { NodePlace } from '../../openapi/walk.js';
import { having } from '../having.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

const schema = '/paths/~1tickets/post/responses/201/schema';

/** Where nodes of a kind are defined, so that references can lead there. */
const sections = { schema: '#/definitions/', parameter: '#/parameters/', response: '#/responses/' } as const;

export const refElsewhere: LintRule = {
  code: 'ref-elsewhere',
  severity: 'error',
  summary: 'A reference leads into definitions, parameters or responses.',
  why: 'The import looks nowhere else: a reference into an operation is refused.',
  source: `${validatorPage} (SchemaReferenceNotValid, ParameterReferenceNotValid, ResponseReferenceNotValid)`,
  published: { files: 0, of: 161 },
  codes: ['SchemaReferenceNotValid', 'ParameterReferenceNotValid', 'ResponseReferenceNotValid'],
  examples: {
    bad: [
      {
        definition: { [schema]: { $ref: '#/paths/~1queues/get/responses/200/schema' } },
        at: [`${schema}/$ref`],
      },
    ],
    good: [{ definition: { [schema]: { $ref: '#/definitions/Ticket' } }, at: [] }],
  },
  check({ definition }, report) {
    const check =
      (kind: keyof typeof sections) =>
      (node: object, { pointer }: NodePlace) => {
        if (!isReference(node) || node.$ref.startsWith(sections[kind])) return;
        if (targetOf(definition, kind, node.$ref) === undefined) return; // which has a finding of its own when the definition is read
        report(
          `${pointer}/$ref`,
          `The reference is ${shorten(node.$ref)}, expected one that begins with "${sections[kind]}".`,
        );
      };
    return {
      parameter: having(['$ref'], check('parameter')),
      response: having(['$ref'], check('response')),
      schema: having(['$ref'], check('schema')),
    };
  },
};
