import { didYouMean } from '../../core/nearest.js';
import { shorten } from '../../core/shorten.js';
import { isReference, resolveAs } from '../../openapi/refs.js';
import type { Schema } from '../../openapi/types.js';
import { having } from '../having.js';
import { membersOf, propertyNames, propertyOf } from '../members.js';
import type { LintRule } from '../rule.js';
import type { Subject } from '../subject.js';
import { validatorPage } from '../sources.js';

export const nestedRequiredUndefined: LintRule = {
  code: 'nested-required-undefined',
  severity: 'warning',
  summary: 'Every required property is one of the properties, in objects in objects too.',
  why: 'The user must fill in a field that the designer does not show. Most often one of the two names is misspelled.',
  source: `${validatorPage} (RequiredPropertyDefinitionMissing)`,
  published: { files: 0, of: 161 },
  codes: ['RequiredPropertyDefinitionMissing'],
  examples: {
    bad: [
      {
        definition: {
          '/paths/~1queues/get/responses/200/schema/properties/queues/items/required': ['nam'],
        },
        at: ['/paths/~1queues/get/responses/200/schema/properties/queues/items/required/0'],
      },
    ],
    good: [
      {
        definition: {
          '/paths/~1queues/get/responses/200/schema/properties/queues/items/required': ['name'],
        },
        at: [],
      },
    ],
  },
  check(subject, report) {
    const { definition } = subject;
    const judged = judgedByReading(subject);
    let hints = 0;
    return {
      schema: having(['required', 'allOf'], (node, { pointer }) => {
        if (isReference(node) || isMember(pointer)) return;
        const members = membersOf(definition, node) ?? [];
        for (const { schema, suffix } of members) {
          const { type = 'object', required } = schema;
          if (suffix === undefined || required === undefined || type !== 'object' || judged.has(schema)) continue;
          for (const [index, name] of required.entries()) {
            if (propertyOf(members, name) !== undefined) continue;
            const near = hints++ < maxHints ? didYouMean(name, propertyNames(members)) : '';
            const message = `The required property ${shorten(name)} is none of the properties.${near}`;
            report(`${pointer}${suffix}/required/${index}`, message);
          }
        }
      }),
    };
  },
};

/** For how many required names a near one is looked for: each is held against every name there is. */
const maxHints = 50;

/** Whether a schema is one of several that make one object together: the properties can be in another of them. */
function isMember(pointer: string): boolean {
  return /\/allOf\/\d+$/.test(pointer);
}

/** The schemas of which `required-property-undefined` is said when the definition is read. */
function judgedByReading({ definition, bodies }: Subject): ReadonlySet<Schema> {
  const roots = [...bodies.values()].flatMap(({ request }) => {
    const at = request && resolveAs(definition, 'schema', { node: request.schema, pointer: request.pointer });
    return at ? [at.node] : [];
  });
  const judged = [...roots, ...Object.values(definition.definitions ?? {})];
  return new Set(judged.filter(({ type }) => type === 'object'));
}
