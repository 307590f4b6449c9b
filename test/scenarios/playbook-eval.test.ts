import Ajv from 'ajv-draft-04';
import { commandsOf } from '../../src/cli/commands.js';
import { faultSchema } from '../../src/cli/schemas.js';
import { playbookEvalSchema } from '../../src/cli/schemas/playbook-eval.js';
import { compileOnce } from '../compile-once.js';
import { run, runJson } from './run.js';

compileOnce();

const context = {
  trigger: { body: { title: 'Phishing' } },
  variables: { count: 5 },
  parameters: { site: 'contoso' },
  actions: { Ask: { status: 'Failed', outputs: { statusCode: 500, body: { error: 'no' } } } },
  items: { For_each: { id: 7 } },
};
const files = {
  'context.json': JSON.stringify(context),
  'context.yaml': 'variables:\n  count: 6\n',
  'bad.json': '{',
  'list.json': '[]',
};

test.each<[string, unknown]>([
  ['@add(1,2)', 3],
  ["@{triggerBody()?['title']}!", 'Phishing!'],
  ["@body('ask')", { error: 'no' }],
  ["@actions('Ask').outputs.statusCode", 500],
  ["@concat(parameters('site'),items('For_each').id,variables('COUNT'))", 'contoso75'],
  ['@item().id', 7],
  ['text', 'text'],
  ['@@add(1,2)', '@add(1,2)'],
  ["@json('[1,null]')", [1, null]],
  ['@utcNow()', '2026-01-01T12:00:00.0010000Z'],
])('playbook eval %s', async (expression, value) => {
  expect(await runJson(`playbook eval ${expression} --context context.json`, { files })).toEqual({
    exit: 0,
    result: { formatVersion: 1, ok: true, value },
  });
});

test.each<[string, { code: string; message: string; help?: string }]>([
  [
    '@div(1,0)',
    { code: 'InvalidTemplate', message: "Attempt to divide an integral or decimal value by zero in function 'div'." },
  ],
  [
    '@conct(1)',
    {
      code: 'InvalidTemplate',
      message: "The template function 'conct' is not defined or not valid.",
      help: 'Did you mean "concat"?',
    },
  ],
  [
    "@concat('a'",
    {
      code: 'InvalidTemplate',
      message:
        "Unable to parse template language expression 'concat('a'': expected token 'RightParenthesis' and actual 'EndOfData'.",
    },
  ],
  ["@body('None')", { code: 'InvalidTemplate', message: "The action 'None' is not defined in the template." }],
])('playbook eval %s has no value', async (expression, error) => {
  const { exit, result } = await runJson(`playbook eval ${expression} --context context.json`, { files });
  expect([exit, result]).toEqual([1, { formatVersion: 1, ok: false, error }]);
});

test.each([
  ['bad.json', 'json-syntax', /^bad\.json:1:2: /],
  ['list.json', 'wrong-type', /^list\.json: The context is \[\], an object was expected\.$/],
])('a context that cannot be used: %s', async (file, code, message) => {
  const { exit, result } = await runJson(`playbook eval @1 --context ${file}`, { files });
  expect([exit, result.ok, result.error.code]).toEqual([1, false, code]);
  expect(result.error.message).toMatch(message);
});

test.each([
  ['playbook eval @1 --context context.json', playbookEvalSchema],
  ['playbook eval @conct(1)', playbookEvalSchema],
  ['playbook eval @1 --context bad.json', playbookEvalSchema],
  ['playbook eval @1 --context none.json', faultSchema],
  ['playbook eval', faultSchema],
])('%s keeps its schema', async (line, schema) => {
  const { result } = await runJson(line, { files });
  const validate = new Ajv.default({ allErrors: true }).compile(schema);
  validate(result);
  expect(validate.errors ?? []).toEqual([]);
});

test('as text: a string as it is, anything else as JSON; a context in YAML', async () => {
  const printed = async (words: string) => run(`playbook eval ${words}`, { files });
  expect(await printed("@{variables('count')} --context context.yaml")).toEqual({ exit: 0, out: ['6'], err: [] });
  expect(await printed('@createArray(1)')).toEqual({ exit: 0, out: ['[', '  1', ']'], err: [] });
  expect(await printed('@lenght(1)')).toEqual({
    exit: 1,
    out: ['InvalidTemplate: The template function \'lenght\' is not defined or not valid. Did you mean "length"?'],
    err: [],
  });
  expect(await printed('add(1,2)')).toEqual({
    exit: 0,
    out: ['add(1,2)'],
    err: ['This is a text: an expression begins with @.'],
  });
});

test.each([
  [
    'playbook',
    `"playbook" needs a command behind it: ${commandsOf('playbook').join(' or ')}.`,
    'See connector-kit playbook --help.',
  ],
  ['playbook --json', undefined, undefined],
  ['playbook evl', '"playbook evl" is no command. Did you mean "playbook eval"?', 'See connector-kit playbook --help.'],
  ['playbok eval', '"playbok" is no command. Did you mean "playbook"?', 'See connector-kit --help.'],
  ['playbook eval', 'EXPRESSION is missing.', 'See connector-kit playbook eval --help.'],
  ['playbook eval a b', '"b" is one argument too many.', 'See connector-kit playbook eval --help.'],
  [
    'playbook eval a --contxt b',
    '"--contxt" is no flag of playbook eval. Did you mean "--context"?',
    'See connector-kit playbook eval --help.',
  ],
  ['playbook eval a --context none.json', 'There is no file "none.json".', 'Give --context the path of a JSON file.'],
])('connector-kit %s', async (line, message, help) => {
  const { exit, err } = await run(line, { files });
  expect([exit, err]).toEqual([2, message === undefined ? [] : [`connector-kit: ${message}`, help]]);
});

test('the help of the group', async () => {
  const { exit, out } = await run('playbook --help');
  expect([exit, out.slice(0, 3)]).toEqual([
    0,
    ['Usage: connector-kit playbook COMMAND [ARGUMENTS] [FLAGS]', '', 'Commands:'],
  ]);
  const listed = out.slice(3).flatMap((line) => /^ {2}(\w+) /.exec(line)?.[1] ?? []);
  expect(listed).toEqual(commandsOf('playbook'));
});

test('the help of the command, and its line in the help of the tool', async () => {
  const { exit, out } = await run('playbook eval --help');
  expect([exit, out[2]]).toEqual([0, 'Usage: connector-kit playbook eval EXPRESSION [FLAGS]']);
  expect(out.filter((line) => line.length > 100)).toEqual([]);
  const tool = await run('--help');
  expect(tool.out.filter((line) => line.startsWith('  playbook eval'))).toEqual([
    expect.stringMatching(/^ {2}playbook eval +Evaluate an expression of a workflow, as the service does\.$/),
  ]);
});
