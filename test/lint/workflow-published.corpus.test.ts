import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readJson } from '../../src/core/json-read.js';
import { lintWorkflow } from '../../src/lint/workflows/lint-workflow.js';
import { publishedWorkflows } from '../../src/lint/workflows/rule.js';
import { playbookRules } from '../../src/lint/workflows/rules.js';
import { readWorkflows } from '../../src/workflow/read-workflows.js';
import { refusals } from '../../src/workflow/refused/refusals.js';
import { subjectOf } from '../../src/workflow/refused/subject.js';

const data = '../shared/data';
const corpus = existsSync(data) ? describe : describe.skip;
const retired = () => [{ version: '2023-03-15-preview', host: '.azure.com', on: '2024-07-01' }];

const read = (file: string) => {
  const source = readJson(file, readFileSync(`${data}/${file}`, 'utf8').replace(/^\uFEFF/, ''));
  return { source, workflows: readWorkflows(source).workflows };
};

corpus('published workflows', () => {
  const files = existsSync(data)
    ? ['playbooks/workflows', 'arm/templates']
        .flatMap((folder) => readdirSync(`${data}/${folder}`).map((file) => `${folder}/${file}`))
        .filter((file) => read(file).workflows.length > 0)
    : [];

  test('are those that the rules count', () => {
    expect(files).toHaveLength(publishedWorkflows);
  });

  test('the service refuses none of them, nor any that was measured', () => {
    const measured: { readonly name: string; readonly workflow: object }[] = JSON.parse(
      readFileSync(`${data}/playbooks/controlflow-measured.json`, 'utf8'),
    );
    const cases = measured.map(({ name, workflow }) => readJson(name, JSON.stringify({ definition: workflow })));
    const all = [...files.map((file) => read(file).workflows), ...cases.map((one) => readWorkflows(one).workflows)];
    expect(all.flat()).toHaveLength(publishedWorkflows + 106);
    expect(all.flat().flatMap((workflow) => refusals(subjectOf(workflow)))).toEqual([]);
  });

  test('as many break each rule as it says', () => {
    const broken = files.map((file) => {
      const found = read(file).workflows.flatMap((workflow) => lintWorkflow(workflow, retired));
      return new Set(found.map(({ code }) => code));
    });
    const count = (code: string) => broken.filter((codes) => codes.has(code)).length;
    expect(playbookRules.map(({ code }) => [code, count(code)])).toEqual(
      playbookRules.map(({ code, published }) => [code, published]),
    );
  });

  test('the first article’s: all that is known of it, each in its line', () => {
    const { source, workflows } = read('playbooks/workflows/azure-openai-http.json');
    const found = workflows.flatMap((workflow) => lintWorkflow(workflow, retired));
    const lines = new Map<string, number[]>();
    for (const { code, pointer } of found) lines.set(code, [...(lines.get(code) ?? []), source.locate(pointer).line]);
    expect(Object.fromEntries(lines)).toEqual({
      'failure-unhandled': [4],
      'key-in-variable': [11],
      'inputs-not-secured': [22, 80, 187],
      'answer-length-open': [24, 82, 189],
      'loop-ignores-item': [50],
      'html-unescaped': [58, 217, 433],
      'markdown-in-html': [58, 217, 433],
      'loop-over-null': [72, 177, 232, 313, 448],
      'parse-stricter-than-answer': [121, 132, 257, 268, 338, 349],
      'list-as-text': [399],
      'api-version-over': [462],
      'connection-repeated': [503],
      'connection-unbound': [498, 503],
    });
  });
});
