import { isArray, isObject, own, type JsonObject } from '../../../core/json.js';
import { shorten } from '../../../core/shorten.js';
import type { Access, Expression } from '../../../expression/syntax.js';
import { objectAt } from '../../../workflow/find.js';
import { chainOf } from '../../../workflow/refused/order.js';
import { nameIn, type WorkflowText } from '../../../workflow/refused/texts.js';
import type { WorkflowStep } from '../../../workflow/steps.js';
import type { PlaybookRule } from '../rule.js';
import type { PlaybookSubject } from '../subject.js';

export const loopOverNull: PlaybookRule = {
  code: 'loop-over-null',
  severity: 'warning',
  summary: 'The list of a For each is there: coalesce() stands around what may be null.',
  why: 'Where it is null or missing the loop fails, and with it the run: "The result must be a valid array".',
  source: 'github:Azure/LogicAppsUX issue 4658; github:Azure/Azure-Sentinel issues 584 and 12272',
  published: 6,
  examples: {
    bad: [
      {
        change: { '/definition/actions/Each/foreach': "@body('Read')?['notes']" },
        at: ['/definition/actions/Each/foreach'],
      },
    ],
    good: [
      { change: { '/definition/actions/Each/foreach': "@coalesce(body('Read')?['notes'], split('', ','))" }, at: [] },
      {
        change: {
          '/definition/actions/Each/foreach': "@if(empty(body('Read')?['notes']), json('[]'), body('Read')?['notes'])",
        },
        at: [],
      },
      {
        change: {
          '/definition/actions/Each/runAfter': {},
          '/definition/actions/Each/foreach': "@body('Parse')?['notes']",
          '/definition/actions/Parse': {
            type: 'ParseJson',
            inputs: {
              content: "@body('Read')",
              schema: { type: 'object', properties: { notes: { type: 'array' } }, required: ['notes'] },
            },
            runAfter: { Read: ['Succeeded'] },
          },
          '/definition/actions/Each/runAfter/Parse': ['Succeeded'],
        },
        at: [],
      },
    ],
  },
  check(subject, report) {
    for (const at of subject.texts) {
      const { step, parts, pointer } = at;
      const [list] = parts;
      if (step?.type !== 'Foreach' || at.path.length !== 1 || at.path[0] !== 'foreach') continue;
      if (typeof list !== 'object' || !mayBeNull(list) || isAsked(step, sourceOf(at, list))) continue;
      if (list.kind === 'access' && isRequired(list, subject)) continue;
      const message = `${shorten(step.name)} loops over ${shorten(sourceOf(at, list))}, which may be null, expected coalesce() around it.`;
      report(pointer, message);
    }
  },
};

/** The name under which services of Microsoft answer with a list, an empty one where there is nothing. */
const ALWAYS_THERE = 'value';

/** Whether anything on the way may be missing. What a function makes is a value. */
function mayBeNull(list: Expression): boolean {
  if (list.kind !== 'access') return list.kind === 'constant' && list.value === null;
  const [only, ...others] = list.steps;
  const isAnswer = others.length === 0 && only?.key.kind === 'text' && only.key.value === ALWAYS_THERE;
  return list.steps.some(({ optional }) => optional) && !isAnswer;
}

function sourceOf({ text }: WorkflowText, { start, end }: Expression): string {
  return text.slice(start, end);
}

/** Whether a condition around the loop looks at the same list. */
function isAsked(step: WorkflowStep, list: string): boolean {
  return chainOf(step).some(({ type, value }) => {
    const expression = type.toLowerCase() === 'if' ? own(value, 'expression') : undefined;
    return expression !== undefined && JSON.stringify(expression, texts).includes(JSON.stringify(list).slice(1, -1));
  });
}

/** For numbers that JSON has no digits for. */
const texts = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);

/** Whether a Parse JSON has made sure that the list is there. */
function isRequired({ from, steps }: Access, { actionsByName }: PlaybookSubject): boolean {
  const name = from.kind === 'call' && from.name.toLowerCase() === 'body' ? nameIn(from) : undefined;
  const [parse] = name === undefined ? [] : (actionsByName.get(name.toLowerCase()) ?? []);
  if (parse?.type !== 'ParseJson') return false;
  let schema: JsonObject = objectAt(objectAt(parse.value, 'inputs'), 'schema');
  for (const { key } of steps) {
    const required = own(schema, 'required');
    const property = key.kind === 'text' ? own(objectAt(schema, 'properties'), key.value) : undefined;
    if (key.kind !== 'text' || !isObject(property) || !isArray(required) || !required.includes(key.value)) return false;
    schema = property;
  }
  return own(schema, 'type') === 'array';
}
