import { hasHole } from '../../../arm/hole.js';
import { isArray, isObject, own, type Json } from '../../../core/json.js';
import { child } from '../../../core/pointer.js';
import { shorten } from '../../../core/shorten.js';
import type { PlaybookRule } from '../rule.js';

const comparisons = [
  'equals',
  'greater',
  'greaterorequals',
  'less',
  'lessorequals',
  'contains',
  'startswith',
  'endswith',
];

const which = (expression: Json) => ({ type: 'If', expression, actions: {}, runAfter: {} });
const at = '/definition/actions/Which/expression';

export const conditionConstant: PlaybookRule = {
  code: 'condition-constant',
  severity: 'warning',
  summary: 'A comparison looks at something that may differ from run to run.',
  why: 'Of two literals the result is always the same: mostly the "@" is missing, or a name was put in quotes.',
  source: "facts of published playbooks: one compares the words 'tactics' and '\"\"'",
  published: 0,
  examples: {
    bad: [
      {
        change: { '/definition/actions/Which': which({ and: [{ equals: ['tactics', ''] }] }) },
        at: [`${at}/and/0/equals`],
      },
      { change: { '/definition/actions/Which': which("@not(equals('tactics', ''))") }, at: [at] },
    ],
    good: [
      { change: { '/definition/actions/Which': which({ equals: ["@triggerBody()?['tactics']", ''] }) }, at: [] },
      { change: { '/definition/actions/Which': which('@equals(1, 1)') }, at: [] },
    ],
  },
  check({ actions, functionCalls }, report) {
    for (const { at: text, call, function: of } of functionCalls) {
      const [one, other] = call.arguments;
      if (!comparisons.includes(of) || one?.kind !== 'text' || other === undefined) continue;
      if (other.kind === 'call' || other.kind === 'access') continue;
      report(
        text.pointer,
        `${call.name}() compares ${shorten(one.value)} and ${shorten(other.value)}, which are always the same.`,
      );
    }
    for (const { value, pointer } of actions) {
      const expression = own(value, 'expression');
      if (isObject(expression)) enter(expression, child(pointer, 'expression'), report);
    }
  },
};

/** Looks at a condition in its written-out form: `{ and: [{ equals: [a, b] }] }`. Two equal literals are meant so: always true. */
function enter(value: Json, pointer: string, report: (pointer: string, message: string) => void): void {
  const inner = isArray(value)
    ? value.map((item, index) => [String(index), item] as const)
    : isObject(value)
      ? Object.entries(value)
      : [];
  for (const [key, item] of inner) {
    const here = child(pointer, key);
    const compared = comparisons.includes(key.toLowerCase()) && isArray(item) ? item : undefined;
    if (compared?.every(isLiteral) && typeof compared[0] === 'string' && compared.length === 2) {
      report(here, `${key} compares ${shorten(compared[0])} and ${shorten(compared[1])}, which are always the same.`);
    } else enter(item, here, report);
  }
}

function isLiteral(value: Json): boolean {
  return typeof value !== 'string' ? !isObject(value) && !isArray(value) : !value.includes('@') && !hasHole(value);
}
