import { Fault } from '../../core/fault.js';
import { redactText } from '../../http/redact.js';
import { shorten } from '../../core/shorten.js';
import type { Suppression } from '../../lint/suppress-read.js';
import { firstOf } from '../../report/select.js';
import { command, type Call, type Outcome } from '../command.js';
import { connectorFlags, findingFlags, reportFlags, type FlagTable } from '../flags.js';
import { mostFindings } from '../judge.js';
import { collector, type Collector } from '../lint/collect.js';
import { configOf } from '../lint/config.js';
import { lintPart, type Part } from '../lint/part.js';
import { added, eachOf } from '../lint/share.js';
import { keptTexts, type Texts } from '../lint/texts.js';
import { lintConnector, unusedIn, type LintContext } from '../lint/connector.js';
import { unifiedDifference } from '../lint/difference.js';
import { draftsOver } from '../lint/drafts.js';
import { fixConnector, type FixedPlace, type Rewritten, type Unfixed } from '../lint/fix.js';
import { lintJson, lintReport, lintText } from '../lint/report.js';
import { lintTargets, type LintTarget } from '../lint/targets.js';
import type { Loaded } from '../loaded.js';
import { cardCollector } from '../designer/collect.js';
import { progress } from '../progress.js';

const lintFlags = {
  profile: {
    kind: 'choice',
    choices: ['logic-apps', 'certification'],
    fallback: 'logic-apps',
    help: 'Who asks: somebody who uses the connector in Logic Apps, or Microsoft before it certifies one.',
  },
  fix: {
    kind: 'switch',
    help: 'Changes what has one right answer, in JSON and YAML files; all else in them stays as it is.',
  },
  designer: {
    kind: 'switch',
    help: 'Shows what the designer will make of each operation: its card, its outputs and what is stored.',
  },
  operation: { kind: 'list', placeholder: 'ID', help: 'With --designer: only these operations.' },
  'dry-run': { kind: 'switch', help: 'With --fix: prints what would be changed, and changes nothing.' },
  jobs: {
    kind: 'number',
    placeholder: 'N',
    least: 1,
    most: 64,
    whole: true,
    help: 'Checks this many definitions at the same time. Unless given, as many as there are processors, 4 at most, where there are megabytes to read, and else one.',
  },
  ...connectorFlags,
  ...findingFlags,
  ...reportFlags,
} as const satisfies FlagTable;

/** `lint`: one connector or thousands against all rules. */
export const lint = command({
  operands: { placeholder: 'CONNECTOR', least: 1, most: Number.POSITIVE_INFINITY },
  flags: lintFlags,
  details: [
    'CONNECTOR is a shipped name, a folder with apiDefinition.swagger.json, a folder with such folders in it, a definition file (JSON or YAML), or a TypeScript or JavaScript module that exports a connector. The apiProperties.json and contract.json beside a definition are checked with it.',
    'A finding that is none is suppressed with a reason: in the definition, "x-connector-kit-ignore": [{ "code": "...", "reason": "..." }] in the object that it is about; or in connector-kit.yaml, in the current folder or above it, under "suppressions", where an entry can also name a "file" and a "pointer".',
  ],
  examples: [
    { line: 'connector-kit lint ./my-connector', shows: 'A connector of your own.' },
    {
      line: 'connector-kit lint connectors --profile certification --json',
      shows: 'All below a folder, as Microsoft asks for it.',
    },
    { line: 'connector-kit lint ./my-connector --fix --dry-run', shows: 'What can be fixed, as a difference.' },
    { line: 'connector-kit lint ./my-connector --designer', shows: 'What the designer will show.' },
  ],
  run,
});

/** What has been done to files. */
interface Done {
  readonly fixed: FixedPlace[];
  readonly unfixed: Unfixed[];
  readonly differences: string[];
}

async function run({ operands, flags, world, configuration }: Call<typeof lintFlags>): Promise<Outcome> {
  const { profile, fix, 'dry-run': dryRun, 'fail-on': failOn, quiet, format, designer, operation } = flags;
  if (dryRun && !fix) {
    const help = 'Give --fix --dry-run, or leave both out.';
    throw new Fault('called-wrongly', '--dry-run goes with --fix, which is missing.', { help });
  }
  if (operation.length > 0 && !designer) {
    const help = 'Give --designer --operation ID, or leave both out.';
    throw new Fault('called-wrongly', '--operation goes with --designer, which is missing.', { help });
  }
  const targets = await lintTargets(world, operands, flags);
  const read = await configuration();
  const configured = read?.source && read;
  const config = configOf(world, configured);
  const context: LintContext = { profile, config, used: new Set<Suppression>() };
  const asked = { failOn, most: mostFindings(flags), wantsCases: format === 'junit' };
  const collected = collector(asked);
  const done: Done = { fixed: [], unfixed: [], differences: [] };
  const texts = keptTexts(world);
  const { step, end } = progress(world, { of: targets.length, noun: 'definitions', quiet });
  const isJson = flags.json || format === 'json';
  const shown = cardCollector({ asked: operation, form: isJson ? 'json' : format === 'text' ? 'text' : 'none' });
  let documents = 0;
  const lintOne = async (target: LintTarget, at: number) => {
    const { connector } = await lintTarget(target, { world, context, flags, collected, done, texts, at });
    documents += connector === undefined ? 0 : 1;
    if (designer && connector) await shown.add(connector, target.file);
  };
  const sharing = { world, flags, asked, configured };
  const addPart = (part: Part) => void (documents += added(part, { collected, context }));
  await eachOf(targets, sharing, { one: lintOne, part: addPart, step });
  end();
  const { cards, text } = shown.result();
  await addConfig(collected, context, targets);
  const { judged, cases } = collected.result();
  const report = {
    files: targets.map(({ file }) => file),
    documents,
    judged,
    fixed: done.fixed,
    unfixed: fix ? done.unfixed : undefined,
    difference: dryRun ? done.differences.join('') : undefined,
  };
  return {
    ok: judged.ok,
    json: () => ({ ...lintJson(report), ...(designer && { cards }) }),
    text: (style) => text + lintText(report, { style, textOf: texts.of }),
    report: () => lintReport(report, { failOn, cases }),
  };
}

/** Checks definitions that are a part of a run. A worker finds it here, in the chunk that has the rules. */
export function partOf(...given: Parameters<typeof lintPart>): Promise<Part> {
  return lintPart(...given);
}

type OneCall = Pick<Call<typeof lintFlags>, 'world' | 'flags'> & {
  readonly context: LintContext;
  readonly collected: Collector;
  readonly done: Done;
  readonly texts: Texts;
  /** The number of the target in the run. */
  readonly at: number;
};

/** Checks one connector, and keeps of it only what is printed. Gives what was read. */
async function lintTarget(
  target: LintTarget,
  { world, flags, context, collected, done, texts, at }: OneCall,
): Promise<Loaded> {
  const drafts = draftsOver(world);
  const first = await lintConnector(target, drafts, context);
  let linted = first;
  if (flags.fix) {
    const result = await fixConnector(target, { drafts, context, first });
    done.fixed.push(...result.fixed);
    done.unfixed.push(...result.unfixed);
    if (flags['dry-run']) {
      for (const { file, before, after } of result.rewritten) {
        done.differences.push(redactText(unifiedDifference(file, before, after)));
      }
    } else {
      linted = result.linted;
      for (const one of result.rewritten) write(world, one);
    }
  }
  const { loaded } = linted;
  const printed = new Set((await collected.add(linted, loaded.documents, at)).map(({ file }) => file));
  for (const document of loaded.documents) if (printed.has(document.file)) texts.keep(document);
  return loaded;
}

function write(world: OneCall['world'], { file, after }: Rewritten): void {
  const refusal = world.write(file, after);
  if (!refusal) return;
  const help = 'Check the permissions of the file and its folder.';
  throw new Fault('not-writable', `${shorten(file)} cannot be written: ${refusal.refused}.`, { help });
}

/** What is wrong with the configuration, last: whether its suppressions match is known only now. Those of files that were not checked are not told of. */
async function addConfig(
  collected: Collector,
  { config, used, profile }: LintContext,
  targets: readonly LintTarget[],
): Promise<void> {
  const { source, suppressions, findings } = config;
  if (!source) return;
  const asked = suppressions.filter((one) => targets.some(({ file }) => config.isNear(one, file)));
  const unused = await unusedIn(asked, { used, profile });
  const found = [...findings, ...unused.map((one) => ({ ...one, file: source.file }))];
  await collected.add({ findings: found, ordered: (some, room) => (room ? firstOf(some, room) : some) }, [source]);
}
