import { changed, type ValueChanges } from '../../src/core/changed.js';
import { readJson } from '../../src/core/json-read.js';
import { writeJson } from '../../src/core/json-write.js';
import { ask } from '../../src/lint/workflows/example-ask.js';
import { lintWorkflow } from '../../src/lint/workflows/lint-workflow.js';
import { readWorkflows } from '../../src/workflow/read-workflows.js';
import { exampleWorkflow } from '../../src/workflow/refused/example-workflow.js';

const actions = '/definition/actions';
const lint = (changes: ValueChanges) => {
  const source = readJson('workflow.json', writeJson(changed(exampleWorkflow, changes)));
  const found = readWorkflows(source).workflows.flatMap((workflow) => lintWorkflow(workflow));
  return found.map(({ code, pointer }) => `${code} ${pointer.replace(actions, '')}`);
};

const variable = (name: string) => ({ [`${actions}/Count/inputs/variables/-`]: { name, type: 'string', value: '' } });
const step = (type: string, inputs: object, after: string) =>
  JSON.parse(JSON.stringify({ type, inputs, runAfter: { [after]: ['Succeeded'] } }));

describe('a value is followed', () => {
  const told = (inputs: string, after: string) => ({
    [`${actions}/Told`]: step('Compose', { message: inputs }, after),
  });

  test('through a variable, whatever case its name has', () => {
    const changes = {
      ...variable('answer'),
      [`${actions}/Ask`]: ask(),
      [`${actions}/Keep`]: step('SetVariable', { name: 'answer', value: "@body('Ask')?['answer']" }, 'Ask'),
      ...told("<p>@{replace(string(variables('ANSWER')), '<', '&lt;')}</p>", 'Keep'),
    };
    expect(lint(changes)).toEqual(['markdown-in-html /Told/inputs/message']);
  });

  test('through a Parse JSON to the items of a loop', () => {
    const inner = step('Compose', { message: "<p>@{items('Choices')?['text']}</p>" }, 'None');
    const changes = {
      [`${actions}/Ask`]: ask(),
      [`${actions}/Parse`]: step('ParseJson', { content: "@body('Ask')", schema: {} }, 'Ask'),
      [`${actions}/Choices`]: {
        type: 'Foreach',
        foreach: "@coalesce(body('Parse')?['choices'], json('[]'))",
        actions: { Show: { ...inner, runAfter: {} } },
        runAfter: { Parse: ['Succeeded'] },
      },
    };
    const at = '/Choices/actions/Show/inputs/message';
    expect(lint(changes)).toEqual([`html-unescaped ${at}`, `markdown-in-html ${at}`]);
  });

  test('and variables that are made of each other end', () => {
    const changes = {
      ...variable('a'),
      [`${actions}/Count/inputs/variables/2`]: { name: 'b', type: 'string', value: '' },
      [`${actions}/One`]: step('SetVariable', { name: 'a', value: "@variables('b')" }, 'Count'),
      [`${actions}/Two`]: step(
        'SetVariable',
        { name: 'b', value: "@concat(variables('a'), triggerBody()?['title'])" },
        'One',
      ),
      ...told("<b>@{variables('b')}</b>", 'Two'),
    };
    expect(lint(changes)).toEqual(['html-unescaped /Told/inputs/message']);
  });
});

describe('a loop over what may be null', () => {
  const list = "body('Read')?['notes']";
  const loop = (foreach: string) => ({ type: 'Foreach', foreach, actions: {}, runAfter: {} });
  const inIf = (expression: object | string, foreach = `@${list}`) => ({
    [`${actions}/If`]: JSON.parse(
      JSON.stringify({ type: 'If', expression, actions: { L: loop(foreach) }, runAfter: { Read: ['Succeeded'] } }),
    ),
  });

  test.each([
    ['a condition that asks for it', inIf({ greater: [`@length(${list})`, 0] }), []],
    ['a condition in one expression', inIf(`@not(empty(${list}))`), []],
    [
      'a condition that asks for something else',
      inIf("@equals(triggerBody()?['id'], 1)"),
      ['loop-over-null /If/actions/L/foreach'],
    ],
    ['the list of an answer of Microsoft', inIf("@equals(triggerBody()?['id'], 1)", "@body('Read')?['value']"), []],
    ['a list that is made', inIf("@equals(triggerBody()?['id'], 1)", "@split(body('Read')?['x'], ',')"), []],
  ])('%s', (_name, changes, want) => {
    expect(lint(changes)).toEqual(want);
  });
});

test('a key in a query, and one that only Azure knows', () => {
  const queries = { sig: "@parameters('Signature')" };
  expect(
    lint({
      '/definition/parameters/Signature': { type: 'SecureString' },
      [`${actions}/Read/inputs/queries/sig`]: queries.sig,
    }),
  ).toEqual(['inputs-not-secured /Read']);
});
