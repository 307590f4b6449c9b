import { expr, type Expr, type Input } from '../../src/actions/expression.js';
import { fn } from '../../src/actions/functions.js';
import { text } from '../../src/actions/text.js';
import { escaped, written } from '../../src/actions/written.js';
import type { Json } from '../../src/core/json.js';
import { evaluate } from '../../src/expression/evaluate.js';
import { plainContext } from '../../src/expression/plain-context.js';

interface Alert {
  readonly title: string;
  readonly tactics?: readonly string[];
  readonly count: number | null;
  readonly 'odd name': { readonly "it's": boolean };
}

const alert = expr<Alert>('triggerBody()');
const trigger = {
  title: 'Sign-in <b>',
  tactics: ['InitialAccess', 'Execution'],
  count: null,
  'odd name': { "it's": true },
};
const context = plainContext({ trigger: { body: trigger } }, { now: () => '2026-01-15T10:30:00Z', random: () => 0.5 });

function valueOf(input: Input<Json>): Json {
  const result = evaluate(written(input), context);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const tactics = fn.coalesce(alert.at('tactics'), []);

describe('what is written, and what a run makes of it', () => {
  const cases: Readonly<Record<string, readonly [input: Input<Json>, written: Json, value: Json]>> = {
    'a property': [alert.at('title'), "@triggerBody()?['title']", 'Sign-in <b>'],
    'a name with a quote': [alert.at('odd name').at("it's"), "@triggerBody()?['odd name']?['it''s']", true],
    'an item': [tactics.at(1), "@coalesce(triggerBody()?['tactics'], json('[]'))?[1]", 'Execution'],
    'an item beyond the end': [tactics.at(7), "@coalesce(triggerBody()?['tactics'], json('[]'))?[7]", null],
    'a text of values': [
      text`Title: ${fn.coalesce(alert.at('title'), 'none')}, ${2} tactics`,
      "Title: @{coalesce(triggerBody()?['title'], 'none')}, 2 tactics",
      'Title: Sign-in <b>, 2 tactics',
    ],
    'a text with null': [text`count ${alert.at('count')}.`, "count @{triggerBody()?['count']}.", 'count .'],
    'a text in a function': [
      fn.toLower(text`A: ${alert.at('title')}`),
      "@toLower(concat('A: ', triggerBody()?['title']))",
      'a: sign-in <b>',
    ],
    'a text that begins with @': [
      text`@here ${alert.at('title')}`,
      "@concat('@here ', triggerBody()?['title'])",
      '@here Sign-in <b>',
    ],
    'a text with @ before a value': [
      text`to soc@${alert.at('title')}`,
      "@concat('to soc@', triggerBody()?['title'])",
      'to soc@Sign-in <b>',
    ],
    'a text with a brace': [
      text`@{no} ${alert.at('title')}`,
      "@concat('@{no} ', triggerBody()?['title'])",
      '@{no} Sign-in <b>',
    ],
    'a text with a brace later': [
      text`no @{x} ${alert.at('title')}`,
      "no @@{x} @{triggerBody()?['title']}",
      'no @{x} Sign-in <b>',
    ],
    'a text without values': [text`it's @{x}`, "it's @@{x}", "it's @{x}"],
    'an empty text': [text``, '', ''],
    'objects and lists': [
      { '@key': [alert.at('title'), 'a@{b}', 1, null] },
      { '@@key': ["@triggerBody()?['title']", 'a@@{b}', 1, null] },
      { '@key': ['Sign-in <b>', 'a@{b}', 1, null] },
    ],
    'a constant in a function': [
      fn.coalesce(alert.at('count'), { a: ["it's", 1.5] }),
      `@coalesce(triggerBody()?['count'], json('{"a":["it''s",1.5]}'))`,
      { a: ["it's", 1.5] },
    ],
    'a list with an expression in a function': [
      fn.coalesce(alert.at('count'), [alert.at('title'), 'b']),
      "@coalesce(triggerBody()?['count'], createArray(triggerBody()?['title'], 'b'))",
      ['Sign-in <b>', 'b'],
    ],
    'functions in functions': [
      fn.if(fn.and(fn.not(fn.empty(tactics)), fn.greater(fn.length(tactics), 1)), fn.join(tactics, ', '), 'none'),
      "@if(and(not(empty(coalesce(triggerBody()?['tactics'], json('[]')))), greater(length(coalesce(triggerBody()?['tactics'], json('[]'))), 1)), join(coalesce(triggerBody()?['tactics'], json('[]')), ', '), 'none')",
      'InitialAccess, Execution',
    ],
  };
  test.each(Object.entries(cases))('%s', (_, [input, expected, value]) => {
    expect(written(input)).toEqual(expected);
    expect(valueOf(input)).toEqual(value);
  });
});

test.each(['', '@', '@@', '@{', '@{}', '@@{', 'a@{', 'a@@{b}', '@a@{b}', "'", "it''s @{'x'}", '[x]', '\n@{\n', '@@@{'])(
  'the text %j stays what it is',
  (literal) => {
    expect(evaluate(escaped(literal), context)).toEqual({ ok: true, value: literal, secret: false });
    expect(valueOf(fn.concat(literal))).toBe(literal);
  },
);

test('an object with an expression is no argument', () => {
  expect(() => fn.coalesce(alert.at('count'), { a: alert.at('title') })).toThrow(
    'An object with an expression in it cannot be an argument of a function: make it in a Compose action first.',
  );
});

test('types', () => {
  const title: Expr<string | null> = alert.at('title');
  const sure: Expr<string> = fn.coalesce(title, '');
  const first: Expr<string | null> = fn.first(tactics);
  const one: Input<'user' | 'system'> = 'user';
  const message: Input<{ readonly role: 'user'; readonly content: string }> = { role: 'user', content: sure };
  expect([title, sure, first, one, message]).toHaveLength(5);
  // @ts-expect-error no such property
  alert.at('titel');
  // @ts-expect-error an alert is no list
  alert.at(0);
  // @ts-expect-error what may be null is no text
  fn.toLower(title);
  // @ts-expect-error nor a list
  fn.length(alert.at('tactics'));
  // @ts-expect-error another type
  fn.equals(sure, 1);
  // @ts-expect-error a number for a text
  fn.join(tactics, 1);
  // @ts-expect-error what may be null is no content
  const wrong: Input<{ readonly content: string }> = { content: title };
  expect(wrong).toBeDefined();
});
