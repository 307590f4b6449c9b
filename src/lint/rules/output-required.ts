import { child } from '../../core/pointer.js';
import { shorten } from '../../core/shorten.js';
import { answerOf } from '../../designer/answer.js';
import { resolveAs, type Located } from '../../openapi/refs.js';
import type { Document, Schema } from '../../openapi/types.js';
import { isInternal } from '../internal.js';
import type { LintRule } from '../rule.js';
import { designerSource } from '../sources.js';

const ticket = '/definitions/Ticket';

export const outputRequired: LintRule = {
  code: 'output-required',
  severity: 'warning',
  onlyIn: 'logic-apps',
  summary: 'No property of an answer is "required".',
  why: "The designer then writes ['id'] in place of ?['id'], and a step that reads the answer of a failed call fails itself. What an answer must hold stands in contract.json.",
  source: designerSource,
  published: { files: 15, of: 161 },
  codes: [],
  examples: {
    bad: [{ definition: { [`${ticket}/required`]: ['id'] }, at: [`${ticket}/required`] }],
    good: [
      {
        definition: {
          [`${ticket}/properties/owner`]: {
            type: 'object',
            title: 'Owner',
            description: 'Who looks at it.',
            required: ['name'],
            properties: { name: { type: 'string', title: 'Name', description: 'What people call them.' } },
          },
        },
        at: [],
      },
    ],
  },
  check({ definition, operations }, report) {
    const met = new Set<Schema>();
    for (const at of operations) {
      if (isInternal(at.operation) || at.operation['x-ms-trigger'] !== undefined) continue;
      const answer = answerOf(definition, at);
      if (answer?.schema === undefined || answer.status === 'notification') continue;
      for (const { pointer, names } of requiredIn(
        definition,
        { node: answer.schema, pointer: `${answer.pointer}/schema` },
        met,
      )) {
        const [first = ''] = names;
        const others = names.length > 1 ? ` and ${names.length - 1} more` : '';
        const message = `The answer requires ${shorten(first)}${others}, expected no "required": the designer leaves out the "?" of the expression, which fails where an answer lacks it.`;
        report(`${pointer}/required`, message);
      }
    }
    return {};
  },
};

/** The objects of an answer that require something and are required themselves, all the way; each is met once. */
function requiredIn(
  document: Document,
  root: Located<Schema>,
  met: Set<Schema>,
): readonly { readonly pointer: string; readonly names: readonly string[] }[] {
  const found: { pointer: string; names: readonly string[] }[] = [];
  const left = [root];
  for (let next = left.pop(); next; next = left.pop()) {
    const at = resolveAs(document, 'schema', next);
    if (at === undefined || met.has(at.node) || isInternal(at.node)) continue;
    met.add(at.node);
    const { type, properties = {}, required = [], items } = at.node;
    if (type === 'array' && items) left.push({ node: items, pointer: `${at.pointer}/items` });
    if (type !== 'object') continue;
    const names = [...new Set(required)].filter(
      (name) => Object.hasOwn(properties, name) && !isInternal(properties[name]),
    );
    if (names.length > 0) found.push({ pointer: at.pointer, names });
    for (const name of names) {
      const node = properties[name];
      if (node) left.push({ node, pointer: child(`${at.pointer}/properties`, name) });
    }
  }
  return found;
}
