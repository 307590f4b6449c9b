import { existsSync, readFileSync } from 'node:fs';
import { isObject, own, type Json, type JsonObject } from '../../src/core/json.js';
import { readJson } from '../../src/core/json-read.js';
import { readMock } from '../../src/playbook/mock.js';
import { readPlaybooks } from '../../src/playbook/read-playbooks.js';
import { readyPlaybook } from '../../src/playbook/ready-playbook.js';
import { runPlaybook } from '../../src/playbook/run-playbook.js';
import { documentOf } from './run-it.js';

/* The workflows of both articles and three real ones, with mocks. */

const FOLDER = '../shared/data/playbooks';
const corpus = existsSync(FOLDER) ? describe : describe.skip;

/** An answer of a language model with this text. */
const answer = (content: Json): JsonObject => ({
  body: {
    choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content } }],
    usage: { prompt_tokens: 3, completion_tokens: 4, total_tokens: 7 },
  },
});

/** The synthetic incident, with these properties instead. */
function incident(change: JsonObject = {}): Json {
  const { body } = JSON.parse(readFileSync(`${FOLDER}/incidents/trigger_incident_full_synthetic.json`, 'utf8'));
  return { ...body, object: { ...body.object, properties: { ...body.object.properties, ...change } } };
}

async function ran(name: string, mock: JsonObject, body: Json) {
  const file = `${FOLDER}/workflows/${name}`;
  const [playbook] = readPlaybooks(readJson(file, readFileSync(file, 'utf8'))).playbooks;
  const read = readMock(documentOf(mock));
  const { ready, findings } = playbook
    ? readyPlaybook(playbook, { mock: read.mock })
    : { ready: undefined, findings: [] };
  if (!ready) throw new Error(JSON.stringify(findings));
  return runPlaybook(ready, { body, now: Date.UTC(2026, 0, 15) });
}

const codesOf = (findings: readonly { readonly code: string; readonly severity: string }[]) =>
  [...new Set(findings.filter(({ severity }) => severity !== 'note').map(({ code }) => code))].toSorted();

corpus('the workflow of the first article, unchanged', () => {
  const name = 'azure-openai-http.json';

  test('runs, asks the same for each tactic, and shows the key', async () => {
    const run = await ran(name, { '*': [answer('**Look** at it.')] }, incident());
    expect([run.status, run.usage, run.calls.filter(({ by }) => by === 'mock').length]).toEqual([
      'Succeeded',
      { prompt_tokens: 12, completion_tokens: 16, total_tokens: 28 },
      4,
    ]);
    expect(run.workspace.incident?.comments.map(({ shown }) => shown.text)).toEqual(
      Array.from({ length: 2 }, () => 'The tactics and techniques related to this incident:\n\n**Look** at it.'),
    );
    expect(run.workspace.incident?.tasks.map(({ title }) => title)).toEqual(['Task from AI', 'KQL to run']);
    expect(codesOf(run.findings)).toEqual(['address-placeholder', 'calls-identical', 'secret-in-run-history']);
    expect(run.findings.find(({ code }) => code === 'calls-identical')?.message).toBe(
      'HTTP sent 2 equal requests: what it asks does not depend on the item of the loop.',
    );
  });

  test('sends as many equal requests as there are tactics', async () => {
    const tactics = Array.from({ length: 7 }, (_, at) => `Tactic${at}`);
    const run = await ran(name, { '*': [answer('x')] }, incident({ additionalData: { tactics } }));
    expect(run.findings.find(({ code }) => code === 'calls-identical')?.message).toMatch(
      /^HTTP sent 7 equal requests:/,
    );
  });

  test.each<[string, JsonObject, Json, readonly string[]]>([
    ['tactics is null', { additionalData: { tactics: null } }, 'x', ['For_each ExpressionEvaluationFailed']],
    [
      'content is null',
      {},
      null,
      ['For_each ActionFailed', 'Parse_JSON ValidationFailed', 'Parse_JSON_-_Tasks ValidationFailed'],
    ],
  ])('fails where %s', async (_, change, content, failed) => {
    const run = await ran(name, { '*': [answer(content)] }, incident(change));
    const actions = [...run.record.actions.values()].filter(({ status }) => status === 'Failed');
    expect([run.status, actions.map((one) => `${one.name} ${one.error?.code}`)]).toEqual(['Failed', failed]);
  });

  test('fails where nobody answers, and says who would', async () => {
    const run = await ran(name, {}, incident());
    expect([run.status, run.error?.code, codesOf(run.findings)]).toEqual([
      'Failed',
      'CallNotAnswered',
      ['call-not-answered', 'secret-in-run-history'],
    ]);
  });
});

corpus('the others', () => {
  test('the second article, as it was reconstructed', async () => {
    const answers = ['1. a 2. b 3. c', 'a', 'b', 'c'].map(answer);
    const run = await ran('completion-steps.reconstructed.json', { openaichat: answers }, incident());
    const shown = run.workspace.incident;
    expect([run.status, shown?.tags, shown?.tasks.map(({ title, shown: { text } }) => [title, text])]).toEqual([
      'Succeeded',
      ['pilot', 'OpenAI'],
      [
        ['Step 1', 'a'],
        ['Step 2', 'b'],
        ['Step 3', 'c'],
      ],
    ]);
    expect(codesOf(run.findings)).toEqual([]);
  });

  test.each([
    ['STAT_basicsample.json', 'SentinelTriageAssistantv2', []],
    ['STAT_basicsample-statv1.json', 'SentinelTriageAssistant', ['address-placeholder']],
  ])('%s', async (name, key, codes) => {
    for (const [score, severity, tag] of [
      [55, 'High', 'STAT Triage - High Risk'],
      [5, 'Informational', 'STAT Triage - Low Risk'],
    ] as const) {
      const run = await ran(name, { [key]: [{ body: { TotalScore: score } }] }, incident());
      const shown = run.workspace.incident;
      expect([run.status, shown?.severity, shown?.tags, codesOf(run.findings)]).toEqual([
        'Succeeded',
        severity,
        ['pilot', tag, `RiskScore:${score}`],
        codes,
      ]);
    }
  });

  test('the one that explains command lines', async () => {
    const mock = { openaiip: [{ body: { choices: [{ text: 'It hides what it does.' }] } }] };
    const run = await ran('AzureSentinel_AS-AI-Commandline-Analysis.definition.json', mock, incident());
    expect([run.status, run.workspace.incident?.comments.map(({ shown }) => shown.text)]).toEqual([
      'Succeeded',
      ['Analysis of Commandline [powershell -enc …] It hides what it does.'],
    ]);
  });
});

corpus('thousands of runs of the second article', () => {
  test('take as much memory as one', async () => {
    const file = `${FOLDER}/workflows/completion-steps.reconstructed.json`;
    const [playbook] = readPlaybooks(readJson(file, readFileSync(file, 'utf8'))).playbooks;
    const setup = { mock: readMock(documentOf({ '*': [answer('**Look** at it. '.repeat(20))] })).mock };
    const { ready } = playbook ? readyPlaybook(playbook, setup) : { ready: undefined };
    if (!ready) throw new Error('not ready');
    const body = incident();
    const heaps: number[] = [];
    for (let at = 0; at < 4000; at += 1) {
      await runPlaybook(ready, { body, now: 0 });
      if (at % 1000 === 999) heaps.push(process.memoryUsage().heapUsed);
    }
    expect(Math.max(...heaps) - (heaps[0] ?? 0)).toBeLessThan(100 * 1024 * 1024);
  });
});

corpus('mutated triggers, answers and expectations', () => {
  test('give a run or findings, never a crash', async () => {
    const odd: readonly Json[] = [
      null,
      1,
      '',
      'x',
      true,
      [],
      {},
      [null],
      { __proto__: 1 },
      { constructor: [] },
      2n ** 70n,
      '\u0000<p>',
    ];
    for (const [at, one] of odd.entries()) {
      for (const path of [
        'object',
        'object.id',
        'object.properties',
        'object.properties.labels',
        'object.properties.comments',
        'object.properties.additionalData.tactics',
      ]) {
        const run = await ran(
          'azure-openai-http.json',
          { '*': [answer(one)] },
          changed(incident(), path.split('.'), one),
        );
        expect([at, path, typeof run.status]).toEqual([at, path, 'string']);
      }
      for (const field of ['tagsToAdd', 'severity', 'incidentArmId', 'taskTitle']) {
        const run = await ran(
          'STAT_basicsample.json',
          { '*': [{ body: { TotalScore: one, [field]: one } }] },
          incident(),
        );
        expect([at, field, typeof run.status]).toEqual([at, field, 'string']);
      }
    }
  });
});

function changed(value: Json, [key, ...below]: readonly string[], to: Json): Json {
  if (key === undefined) return to;
  const object = isObject(value) ? value : {};
  return { ...object, [key]: changed(own(object, key) ?? {}, below, to) };
}
