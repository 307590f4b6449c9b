import { Fault } from '../../core/fault.js';
import { finding, type Finding } from '../../core/finding.js';
import type { ContractOptions, ContractResult } from '../../contract/contract.js';
import type { Direction } from '../../contract/matched.js';
import type { StrengthTest } from '../../contract/strength/strength.js';
import type { Connector } from '../../definition/connector.js';
import { casesOf, type Case } from '../../report/cases.js';
import { command, type Call, type Outcome } from '../command.js';
import { findSamples } from '../find-samples.js';
import type { SampleFile } from '../sample-file.js';
import { connectorFlags, findingFlags, pageFlags, type FlagTable } from '../flags.js';
import { judge, mostFindings, sourcesOf } from '../judge.js';
import { loadConnector } from '../load-connector.js';
import { cliRules } from '../own-rules.js';
import { placed } from '../placed.js';
import { progress } from '../progress.js';
import { sampleSource } from '../sample-source.js';
import { strengthResult } from '../strength-report.js';
import { testJson, testReport, testText } from '../test-report.js';
import { testSamples, type OnExchange } from '../test-samples.js';

const testFlags = {
  samples: {
    kind: 'list',
    placeholder: 'PATH',
    required: true,
    help: 'Recorded exchanges, in any format that is known: files, and folders with all files in them that end in .json, .har, .yaml, .yml or .curl.',
  },
  direction: {
    kind: 'choice',
    choices: ['request', 'response', 'both'],
    fallback: 'both',
    help: 'Which half of each exchange is tested.',
  },
  strict: { kind: 'switch', help: 'Properties and statuses that are not declared are errors, not notes.' },
  strength: {
    kind: 'switch',
    help: 'Also tells which declared facts could be something else, and no sample would notice.',
  },
  'coverage-min': {
    kind: 'number',
    placeholder: 'PCT',
    least: 0,
    most: 100,
    whole: false,
    help: 'An error where the samples show less than PCT percent of the declared properties.',
  },
  ...connectorFlags,
  ...findingFlags,
  ...pageFlags,
} as const satisfies FlagTable;

/** `test`: a connector against recorded exchanges. */
export const test = command({
  operands: { placeholder: 'CONNECTOR', least: 1, most: 1 },
  flags: testFlags,
  details: [
    'CONNECTOR is a shipped name, a folder with apiDefinition.swagger.json, a definition file (JSON or YAML), or a TypeScript or JavaScript module that exports a connector (FILE#EXPORT where it exports several). A shipped name goes before a folder of the same name: write ./NAME for the folder.',
    'Each exchange is routed to its operation; its request is held against the parameters and the body, its response against the schema of its status and the expectations in contract.json.',
  ],
  examples: [
    {
      line: 'connector-kit test ./my-connector --samples recorded/',
      shows: 'A connector of your own, both halves of every exchange.',
    },
    {
      line: 'connector-kit test ./connector.ts --samples recorded/ --coverage-min 80 --json',
      shows: 'What a module exports, for a pipeline.',
    },
  ],
  run,
});

async function run(call: Call<typeof testFlags>): Promise<Outcome> {
  const { operands, flags, world } = call;
  const loaded = await loadConnector(world, operands[0] ?? '', flags);
  const files = findSamples(world, flags.samples);
  const tested: Case[] = [];
  const measured = flags.strength && loaded.connector ? await measure(loaded.connector, flags.direction) : undefined;
  const { watch } = measured ?? {};
  const result = loaded.connector && (await testFiles(call, loaded.connector, { files, tested, watch }));
  const found = result ? [...result.findings, ...coverageFindings(result, flags['coverage-min'])] : [];
  const findings = [...loaded.findings, ...found.map((one) => placed(one, loaded))];
  const judged = await judge(findings, {
    failOn: flags['fail-on'],
    most: mostFindings(flags),
    sourceOf: sourcesOf(loaded.documents, (file) =>
      file === loaded.file ? undefined : sampleSource(world, files, file),
    ),
  });
  const strength = measured && strengthResult(measured.result(), loaded);
  const report = { name: loaded.name, file: loaded.file, direction: flags.direction, result, judged, strength };
  const failOn = flags['fail-on'];
  const cases = () => casesOf(tested, { findings, failOn });
  const outcome: Outcome = {
    ok: judged.ok,
    json: () => testJson(report),
    text: (style) => testText(report, style),
    report: () => testReport(report, { failOn, cases: cases() }),
  };
  if (flags.format !== 'html') return outcome;
  const { testHtml } = await import('../preview/test-html.js');
  const html = await testHtml(report, cases());
  return { ...outcome, text: () => html };
}

/** What measures the strength of recordings is loaded only where that is asked for. */
async function measure(connector: Connector, direction: Direction): Promise<StrengthTest> {
  const { strengthTest } = await import('../../contract/strength/strength.js');
  return strengthTest(connector, direction);
}

/** Puts what came of each exchange into `tested`, where the format names them all. */
async function testFiles(
  call: Call<typeof testFlags>,
  connector: Connector,
  {
    files,
    tested,
    watch,
  }: { readonly files: readonly SampleFile[]; readonly tested: Case[] } & Pick<ContractOptions, 'watch'>,
): Promise<ContractResult> {
  const { flags, world } = call;
  const { direction, strict, quiet, format } = flags;
  const { step, end } = progress(world, { of: files.length, noun: 'samples', quiet });
  const onExchange: OnExchange | undefined =
    format === 'junit' || format === 'html'
      ? ({ sample, file }, verdict) => tested.push({ name: sample, file, verdict })
      : undefined;
  const result = await testSamples(world, { connector, files }, { direction, strict, watch, onFile: step, onExchange });
  end();
  if (result.samples.total > result.samples.skipped) return result;
  throw new Fault('nothing-to-do', `Nothing was tested: ${skippedText(files.length)} no recording to test.`, {
    help: 'A sample is an object with "request" and "response", or an array of them.',
  });
}

const skippedText = (files: number): string => (files === 1 ? 'the only file has' : `all of the ${files} files have`);

function coverageFindings({ coverage }: ContractResult, least: number | undefined): readonly Finding[] {
  const { declared, seen, percent } = coverage.properties;
  if (least === undefined || 100 * seen >= least * declared) return [];
  const message = `The samples show ${seen} of ${declared} declared properties, ${percent} %, and --coverage-min asks for ${least} %.`;
  return [finding(cliRules.coverageTooLow, { pointer: '', message })];
}
