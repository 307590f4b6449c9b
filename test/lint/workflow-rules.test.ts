import { lintWorkflow } from '../../src/lint/workflows/lint-workflow.js';
import { playbookRules } from '../../src/lint/workflows/rules.js';
import { exampleRetired } from '../../src/lint/workflows/rules/api-version-over.js';
import { readWorkflows } from '../../src/workflow/read-workflows.js';
import { fileOf, type WorkflowExample } from '../../src/workflow/refused/example.js';
import { refusalRules } from '../../src/workflow/refused/rules.js';

/** What both registries say of an example, and what reading it says. */
const said = (example: WorkflowExample): readonly (readonly [string, string])[] => {
  const { workflows, findings } = readWorkflows(fileOf(example));
  const all = [...findings, ...workflows.flatMap((workflow) => lintWorkflow(workflow, () => exampleRetired))];
  for (const { message } of all) expect(message).toMatch(/^\S.*[.?]$/);
  return all.map(({ code, pointer }) => [code, pointer]);
};

test('nothing is to be said of the workflow that examples change', () => {
  expect(said({ change: {}, at: [] })).toEqual([]);
});

test.each(playbookRules.map((rule) => [rule.code, rule] as const))('%s', (code, { examples: { bad, good } }) => {
  expect([bad.length > 0, good.length > 0]).toEqual([true, true]);
  for (const example of bad) {
    expect(example.at.length).toBeGreaterThan(0);
    expect(said(example)).toEqual(example.at.map((at) => [code, at]));
  }
  for (const example of good) {
    expect(example.at).toEqual([]);
    expect(said(example)).toEqual([]);
  }
});

test('codes are in use once', () => {
  const codes = [...refusalRules, ...playbookRules].map(({ code }) => code);
  expect(codes).toEqual([...new Set(codes)]);
});
