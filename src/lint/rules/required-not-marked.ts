import { shorten } from '../../core/shorten.js';
import { resolveAs } from '../../openapi/refs.js';
import type { Schema } from '../../openapi/types.js';
import { isInternal } from '../internal.js';
import { operationName } from '../operation-name.js';
import type { LintRule } from '../rule.js';

const body = '/paths/~1tickets/post/parameters/1';

export const requiredNotMarked: LintRule = {
  code: 'required-not-marked',
  severity: 'note',
  onlyIn: 'logic-apps',
  summary: 'A body that requires a property is required itself.',
  why: 'Otherwise the designer marks none of its fields as required and hides those that are not important: the call is sent without them and refused.',
  source: 'https://github.com/Azure/LogicAppsUX/pull/4176',
  published: { files: 37, of: 161 },
  codes: [],
  examples: {
    bad: [
      { definition: { [`${body}/required`]: undefined }, at: [body] },
      { definition: { [`${body}/required`]: false }, at: [body] },
    ],
    good: [{ definition: { [`${body}/required`]: undefined, [`${body}/schema/required`]: undefined }, at: [] }],
  },
  check({ definition, operations, bodies }, report) {
    const told = new Set<string>();
    for (const at of operations) {
      const request = bodies.get(at.operation)?.request;
      if (!request || request.parameter.required === true || isInternal(at.operation)) continue;
      const schema = resolveAs(definition, 'schema', { node: request.schema, pointer: request.pointer })?.node;
      const pointer = request.pointer.slice(0, -'/schema'.length);
      const name = schema && unmarked(schema);
      if (name === undefined || told.has(pointer)) continue;
      told.add(pointer);
      const message = `The body of the operation ${operationName(at.operation, at)} requires ${shorten(name)} and is optional, expected "required": true for the body: no field is marked as required.`;
      report(pointer, message);
    }
    return {};
  },
};

/** The first property that the body requires and somebody has to fill in. */
function unmarked({ type, properties = {}, required = [] }: Schema): string | undefined {
  if (type !== 'object') return undefined;
  return required.find((name) => {
    const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
    return property && !isInternal(property) && property.readOnly !== true && property.default === undefined;
  });
}
