import type { JsonObject } from '../../core/json.js';
import { maxSchemaLevels } from '../../definition/limits.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

export const schemaTooDeep: LintRule = {
  code: 'schema-too-deep',
  severity: 'warning',
  summary: `A body has at most ${maxSchemaLevels} levels of objects, properties and items, references followed.`,
  why: 'Schemas that are too deep are refused; where the limit is has not been published.',
  source: `${validatorPage} (SchemaTooDeep); the limit is ours`,
  published: { files: 0, of: 161 },
  codes: ['SchemaTooDeep'],
  examples: {
    bad: [{ definition: withNested(maxSchemaLevels), at: ['/paths/~1tickets~1{id}/get/responses/200/schema'] }],
    good: [{ definition: withNested(maxSchemaLevels - 1), at: [] }],
  },
  check({ bodies, sizeOf }, report) {
    const said = new Set<string>();
    for (const { request, answers } of bodies.values()) {
      for (const { schema, pointer } of request ? [request, ...answers] : answers) {
        const depth = sizeOf(schema)?.depth ?? 0;
        if (depth <= maxSchemaLevels || said.has(pointer)) continue;
        said.add(pointer);
        report(pointer, `The body has ${depth} levels of schemas, expected at most ${maxSchemaLevels}.`);
      }
    }
    return {};
  },
};

/** The answer with a ticket, with a list that nobody sees, of lists in lists. */
function withNested(levels: number): Readonly<Record<string, JsonObject>> {
  let nested: JsonObject = { type: 'string' };
  for (let level = 1; level < levels; level += 1) nested = { type: 'array', items: nested };
  return {
    '/paths/~1tickets~1{id}/get/responses/200/schema': {
      type: 'object',
      properties: { nested: { ...nested, 'x-ms-visibility': 'internal' } },
    },
  };
}
