import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { HOLE } from '../../src/arm/hole.js';
import type { Json } from '../../src/core/json.js';
import { readJson } from '../../src/core/json-read.js';
import { readTemplate } from '../../src/expression/template.js';
import { readWorkflows } from '../../src/workflow/read-workflows.js';
import { read, way } from './read.js';

const folders = ['../shared/data/playbooks/workflows', '../shared/data/arm/templates'];
const corpus = existsSync('../shared/data') ? describe : describe.skip;

/** All objects of a value. */
function* objects(value: Json): Generator<{ readonly [key: string]: Json }> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as { readonly [key: string]: Json }; // neither null nor a list
  for (const item of Object.values(value)) yield* objects(item);
}

corpus('the workflows and templates', () => {
  const files = existsSync('../shared/data')
    ? folders.flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`))
    : [];
  const open = (file: string) => readJson(file, readFileSync(file, 'utf8'));

  test.each(files)('%s: all calls are found, nothing is wrong', (file) => {
    const source = open(file);
    const { workflows, findings } = readWorkflows(source);
    const steps = [...objects(source.value ?? null)].filter(
      ({ type, inputs }) => String(type).startsWith('ApiConnection') && inputs !== undefined,
    );
    expect(findings).toEqual([]);
    expect(workflows.flatMap(({ calls }) => calls).length).toBe(steps.length);
    for (const { step, key, path, method } of workflows.flatMap(({ calls }) => calls)) {
      expect(key).toMatch(/./);
      expect(path).toMatch(/^\//);
      expect(String(method)).toMatch(step.type === 'ApiConnection' ? /^(get|post|put)$/ : /^undefined$/);
      expect(source.locate(step.pointer).line).toBeGreaterThan(1);
    }
  });

  test('the calls of the STAT connector', () => {
    const [workflow] = readWorkflows(open(`${folders[0]}/STAT_basicsample.json`)).workflows;
    const calls = workflow?.calls.filter(({ key }) => key === 'SentinelTriageAssistantv2') ?? [];
    expect(
      calls.map(({ step, path, uses }) => [step.name, path, uses.map((use) => `${way(use.path)} by ${use.by}`)]),
    ).toEqual([
      ['AAD_Risks_Module', '/api/modules/aadrisks', ['.body by Risk_Scoring_Module']],
      [
        'Base_Module',
        '/api/modules/base',
        [
          '.body by AAD_Risks_Module',
          '.body by Related_Alerts_Module',
          '.body by Risk_Scoring_Module',
          '.body by Threat_Intel_Module',
        ],
      ],
      ['Related_Alerts_Module', '/api/modules/relatedalerts', ['.body by Risk_Scoring_Module']],
      [
        'Risk_Scoring_Module',
        '/api/modules/scoring',
        [
          '.body.TotalScore by Condition',
          '.body.TotalScore by Update_incident_-_Raise_Severity_and_Tag',
          '.body.TotalScore by Update_incident_-_Lower_Severity_and_Tag',
        ],
      ],
      ['Threat_Intel_Module', '/api/modules/threatintel', ['.body by Risk_Scoring_Module']],
    ]);
  });

  test.each([
    [
      'data/playbooks/workflows/STAT_basicsample-statv1.json',
      'SentinelTriageAssistant',
      'unknown',
      undefined,
      `/workflows/${HOLE}/triggers/manual/paths/invoke/func/aadrisks`,
    ],
    [
      'data/arm/templates/CarbonBlack__Playbooks__CarbonBlack-QuarantineDevice__azuredeploy.json',
      'CarbonBlackCloudConnector',
      'custom',
      'CarbonBlackCloudConnector',
      `/appservices/v6/orgs/${HOLE}/devices/_search`,
    ],
    [
      'data/arm/templates/Okta__OktaPlaybooks__Okta-EnrichIncidentWithUserDetails__azuredeploy.json',
      'azuresentinel',
      'managed',
      'azuresentinel',
      '/incident-creation',
    ],
  ])('the first call of %s through %s', (file, key, kind, name, path) => {
    const calls = readWorkflows(open(`../shared/${file}`)).workflows.flatMap((one) => one.calls);
    const first = calls.find((one) => one.key === key);
    expect([first?.api.kind, first?.api.name, first?.path]).toEqual([kind, name, path]);
  });
});

corpus('the measured small workflows', () => {
  const cases: { name: string; workflow: Json }[] = existsSync('../shared/data')
    ? JSON.parse(readFileSync('../shared/data/playbooks/controlflow-measured.json', 'utf8'))
    : [];

  test('are read, and each string of them is an expression or a text', () => {
    expect(cases.length).toBe(106);
    const findings = cases.flatMap(({ name, workflow }) =>
      read(workflow).findings.map((one) => `${name} ${one.code} ${one.pointer}`),
    );
    expect(findings).toEqual([]);
    const strings = cases.flatMap(({ workflow }) => [...objects(workflow)].flatMap((one) => Object.values(one)));
    const broken = strings.filter((one) => typeof one === 'string' && readTemplate(one).kind === 'broken');
    expect(broken).toEqual([]);
  });
});
