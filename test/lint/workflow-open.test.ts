import { changed } from '../../src/core/changed.js';
import { isArray, isObject, own, type Json } from '../../src/core/json.js';
import { readJson } from '../../src/core/json-read.js';
import { writeJson } from '../../src/core/json-write.js';
import { child } from '../../src/core/pointer.js';
import { lintWorkflow } from '../../src/lint/workflows/lint-workflow.js';
import { readWorkflows } from '../../src/workflow/read-workflows.js';
import { exampleWorkflow } from '../../src/workflow/refused/example-workflow.js';

/** The example as a resource of a template, without the key that no template may have. */
function template(workflow: Json): Json {
  return {
    parameters: { Open: { type: 'string' } },
    resources: [{ type: 'Microsoft.Logic/workflows', name: 'triage', properties: workflow }],
  };
}

function pointersIn(value: Json, pointer: string): string[] {
  const inner = isArray(value) || isObject(value) ? Object.entries(value) : [];
  return [pointer, ...inner.flatMap(([key, item]) => pointersIn(item, child(pointer, key)))];
}

const findings = (workflow: Json): readonly string[] => {
  const { workflows } = readWorkflows(readJson('azuredeploy.json', writeJson(template(workflow))));
  return workflows
    .flatMap((one) => lintWorkflow(one))
    .map(({ code, pointer }) => `${code} ${pointer.replace('/resources/0/properties', '')}`);
};

const places = ['definition', 'parameters'].flatMap((key) =>
  pointersIn(own(exampleWorkflow, key) ?? null, child('', key)),
);

test.each(places)('nothing is said of what only the deployment knows: %s', (pointer) => {
  expect(findings(changed(exampleWorkflow, { [pointer]: "[parameters('Open')]" }))).toEqual([]);
});
