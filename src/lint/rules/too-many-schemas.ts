import type { JsonObject } from '../../core/json.js';
import { maxSchemas, maxSchemasPerBody, maxSchemasPerOperation } from '../../definition/limits.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

export const tooManySchemas: LintRule = {
  code: 'too-many-schemas',
  severity: 'error',
  summary: `A body has at most ${maxSchemasPerBody} schemas, an operation ${maxSchemasPerOperation}, a connector ${maxSchemas}: objects, properties and items, references followed.`,
  why: 'The import is refused. A definition counts again at each place that refers to it.',
  source: `${validatorPage} (BodySchemaCountExceedsMaxAllowed); the largest body of 1,018 published connectors has 505`,
  published: { files: 0, of: 1018 },
  codes: [
    'BodySchemaCountExceedsMaxAllowed',
    'OperationSchemaCountExceedsMaxAllowed',
    'TotalSchemaCountExceedsMaxAllowed',
  ],
  examples: {
    bad: [
      {
        definition: withTree('left', 'right'),
        at: ['/paths/~1tickets~1{id}/get/responses/200/schema', '/paths/~1tickets/post/responses/201/schema'],
      },
    ],
    good: [{ definition: withTree('left'), at: [] }],
  },
  check({ operations, bodies, sizeOf }, report) {
    const said = new Set<string>();
    let total = 0;
    for (const { operation, pointer: at } of operations) {
      const { request, answers = [] } = bodies.get(operation) ?? {};
      let count = 0;
      for (const { schema, pointer } of request ? [request, ...answers] : answers) {
        const inBody = sizeOf(schema)?.count ?? 0;
        count += inBody;
        if (inBody <= maxSchemasPerBody || said.has(pointer)) continue;
        said.add(pointer);
        report(pointer, `The body has ${exact(inBody)} schemas, expected at most ${maxSchemasPerBody}.`);
      }
      total += count;
      if (count <= maxSchemasPerOperation) continue;
      report(at, `The operation has ${exact(count)} schemas, expected at most ${maxSchemasPerOperation}.`);
    }
    if (total > maxSchemas)
      report('/paths', `The connector has ${exact(total)} schemas, expected at most ${maxSchemas}.`);
    return {};
  },
};

/** A number as a message says it: the schemas of a hostile definition can be more than can be counted. */
function exact(count: number): string {
  return count <= Number.MAX_SAFE_INTEGER ? String(count) : `more than ${Number.MAX_SAFE_INTEGER}`;
}

/** A part of a ticket that nobody sees, with a tree of 255 schemas under each name. */
function withTree(...names: readonly string[]): Readonly<Record<string, JsonObject>> {
  const both = (name: string) => ({
    left: { $ref: `#/definitions/${name}` },
    right: { $ref: `#/definitions/${name}` },
  });
  const object = (properties: JsonObject): JsonObject => ({ type: 'object', properties });
  const levels = Array.from(
    { length: 8 },
    (_, level) => [`/definitions/Level${level}`, object(level === 7 ? {} : both(`Level${level + 1}`))] as const,
  );
  const trees = Object.fromEntries(names.map((name) => [name, { $ref: '#/definitions/Level0' }]));
  return {
    ...Object.fromEntries(levels),
    '/definitions/Ticket/properties/trees': { ...object(trees), 'x-ms-visibility': 'internal' },
  };
}
