import { resolveAs } from '../../openapi/refs.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';
import type { Subject } from '../subject.js';
import { eachTyped } from '../typed.js';

export const nestedArrayWithoutItems: LintRule = {
  code: 'nested-array-without-items',
  severity: 'warning',
  summary: 'Every array says what its items are, in objects in arrays too.',
  why: 'The designer cannot offer the items: it shows one field for the whole list, and no output of an item.',
  source: `${validatorPage} (ArrayHasNoItems)`,
  published: { files: 0, of: 161 },
  codes: ['ArrayHasNoItems'],
  examples: {
    bad: [
      {
        definition: {
          '/definitions/Ticket/properties/tags': { type: 'array', title: 'Tags', description: 'Its tags.' },
        },
        at: ['/definitions/Ticket/properties/tags'],
      },
    ],
    good: [
      {
        definition: {
          '/definitions/Ticket/properties/tags': {
            type: 'array',
            title: 'Tags',
            description: 'Its tags.',
            items: { type: 'string' },
          },
        },
        at: [],
      },
    ],
  },
  check(subject, report) {
    let judged: ReadonlySet<unknown> | undefined; // few definitions have such an array
    return eachTyped(['type'], (node, pointer) => {
      if (node.type !== 'array' || node.items !== undefined || isHeader(pointer)) return;
      judged ??= judgedByReading(subject);
      if (judged.has(node)) return;
      report(pointer, 'The array has no "items", expected a schema of what it holds.');
    });
  },
};

/** What `array-without-items` is said of when the definition is read: parameters and bodies themselves, not what is in them. */
function judgedByReading({ definition, bodies, parameters }: Subject): ReadonlySet<unknown> {
  const values = [...parameters.values()].flat().map(({ parameter }) => parameter);
  const roots = [...bodies.values()].flatMap(({ request, answers }) =>
    (request ? [request, ...answers] : answers).map(
      ({ schema, pointer }) => resolveAs(definition, 'schema', { node: schema, pointer })?.node,
    ),
  );
  return new Set([...values, ...roots]);
}

/** A header itself is judged by reading; the lists in it are not. */
function isHeader(pointer: string): boolean {
  return /\/headers\/[^/]+$/.test(pointer);
}
