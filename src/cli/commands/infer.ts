import { Fault } from '../../core/fault.js';
import type { Finding } from '../../core/finding.js';
import { readJson } from '../../core/json-read.js';
import { shorten } from '../../core/shorten.js';
import type { Exchange } from '../../http/exchange.js';
import { inference, type Inference, type Inferred } from '../../infer/infer.js';
import type { Style } from '../../report/text.js';
import { command, type Call, type Outcome } from '../command.js';
import { findSamples } from '../find-samples.js';
import type { SampleFile } from '../sample-file.js';
import { findingFlags, type FlagTable } from '../flags.js';
import { readPasted } from '../infer/pasted.js';
import { inferJson, inferText, type InferReport } from '../infer/report.js';
import { addSamples } from '../infer/samples.js';
import { inferredFiles, writeInferred } from '../infer/write.js';
import { judge, mostFindings, sourcesOf } from '../judge.js';
import { progress } from '../progress.js';
import { sampleSource } from '../sample-source.js';
import { verifyDefinition } from '../verify-definition.js';
import type { World } from '../world.js';

const inferFlags = {
  request: { kind: 'text', placeholder: 'FILE', help: 'The body of a request, as JSON, in place of samples.' },
  response: { kind: 'text', placeholder: 'FILE', help: 'The body of its answer, as JSON.' },
  curl: {
    kind: 'text',
    placeholder: 'FILE',
    help: 'A pasted curl command, its answer behind it, in --response or in a file beside it (NAME.response.json).',
  },
  method: { kind: 'text', placeholder: 'M', help: 'The method of the pasted request.' },
  url: { kind: 'text', placeholder: 'URL', help: 'The address of the pasted request.' },
  status: {
    kind: 'number',
    placeholder: 'N',
    least: 100,
    most: 599,
    whole: true,
    help: 'The status of the pasted answer. 200 unless given.',
  },
  'operation-id': { kind: 'text', placeholder: 'ID', help: 'What the one operation is called.' },
  enums: { kind: 'switch', help: 'Declare texts of which few values were seen often as enums.' },
  out: {
    kind: 'text',
    placeholder: 'FILE',
    help: 'Write the definition there, apiProperties.json and contract.json beside it; without it, the definition is printed.',
  },
  force: { kind: 'switch', help: 'Replace files that this tool did not make.' },
  ...findingFlags,
} as const satisfies FlagTable;

type InferCall = Call<typeof inferFlags>;

/** `infer`: recorded exchanges to a definition. */
export const infer = command({
  operands: { placeholder: 'SAMPLE', least: 0, most: Number.POSITIVE_INFINITY },
  flags: inferFlags,
  details: [
    'SAMPLE is a file of recorded exchanges, or a folder with such files. All of them keep the definition: types are merged, nulls become x-nullable, what was once absent is optional. What OpenAPI 2.0 cannot say goes to contract.json.',
    'Titles and descriptions are made from names. Each finding is something that was decided, or that a person has to write.',
  ],
  examples: [
    {
      line: 'connector-kit infer recorded/ --out my-connector/apiDefinition.swagger.json',
      shows: 'A connector from recordings.',
    },
    {
      line: 'connector-kit infer --request asked.json --response answered.json --method POST --url https://api.contoso.com/v1/things',
      shows: 'A definition from two pasted bodies, on standard output.',
    },
  ],
  run,
});

async function run(call: InferCall): Promise<Outcome> {
  const { flags, world } = call;
  const { files, inferred, findings } = await gather(call);
  const out = flags.out === '-' ? undefined : flags.out;
  const artifacts = inferred && inferredFiles(world, inferred.connector, out);
  const [definition] = artifacts ?? [];
  const written = out === undefined ? undefined : definition;
  const said = (inferred?.findings ?? []).map((found) => (written ? { file: written.file, ...found } : found));
  const verdicts = written ? await verifyDefinition(written.file, written.text) : [];
  const judged = await judge([...findings, ...said, ...verdicts], {
    failOn: flags['fail-on'],
    most: mostFindings(flags),
    sourceOf: sourcesOf(written ? [readJson(written.file, written.text)] : [], (file) =>
      sampleSource(world, files, file),
    ),
  });
  const isSound = !verdicts.some(({ severity }) => severity === 'error');
  const report: InferReport = {
    connector: inferred?.connector,
    exchanges: inferred?.exchanges ?? 0,
    said,
    written: artifacts && written && isSound ? await writeInferred(world, artifacts, flags.force) : [],
    judged,
  };
  const printed = written ? undefined : definition?.text;
  return { ok: judged.ok, json: () => inferJson(report), text: (style) => textOf(call, { report, printed }, style) };
}

/** The report; where the definition itself is the result, the report goes to standard error. */
function textOf(
  { world }: InferCall,
  { report, printed }: { readonly report: InferReport; readonly printed: string | undefined },
  style: Style,
): string {
  if (printed === undefined) return inferText(report, style);
  world.err(inferText(report, { color: false }));
  return printed;
}

/** What the recordings came to; without `inferred` where none could be read. */
interface Gathered {
  readonly files: readonly SampleFile[];
  readonly inferred: Inferred | undefined;
  /** What is wrong with the recordings. */
  readonly findings: readonly Finding[];
}

async function gather(call: InferCall): Promise<Gathered> {
  const { operands, flags, world } = call;
  const operationId = operationIdOf(flags['operation-id']);
  const inferring = inference({ enums: flags.enums, ...(operationId !== undefined && { operationId }) });
  let count = 0;
  const add = (exchange: Exchange) => {
    count += 1;
    inferring.add(exchange);
  };
  const isPasted = hasPasted(call);
  const files = isPasted
    ? []
    : flags.curl === undefined
      ? findSamples(world, operands)
      : curlFiles(world, flags.curl, flags.response);
  const findings = isPasted ? addPasted(call, add) : await addFiles(call, files, add);
  if (count === 0 && !findings.some(({ severity }) => severity === 'error')) {
    const help = 'Recordings are files of many formats: connector-kit import --help lists them.';
    throw new Fault('nothing-to-do', 'Nothing was inferred: no exchange was recorded.', { help });
  }
  return { files, inferred: count === 0 ? undefined : inferring.result(), findings };
}

/** Letters and digits, beginning with a letter: the designer makes the action's name of it. */
function operationIdOf(given: string | undefined): string | undefined {
  if (given === undefined || /^[A-Za-z][A-Za-z0-9]*$/.test(given)) return given;
  const help = 'An operationId is letters and digits, such as GetTicket.';
  throw new Fault('called-wrongly', `--operation-id is ${shorten(given)}, which no operation can be called.`, { help });
}

/** Whether bodies are pasted. Throws a `Fault` where there are samples as well, or neither. */
function hasPasted({ operands, flags }: InferCall): boolean {
  const { curl, request, response, method, url, status } = flags;
  const isPasted = [request, curl === undefined ? response : undefined, method, url, status].some(
    (flag) => flag !== undefined,
  );
  const ways = [isPasted, curl !== undefined, operands.length > 0].filter(Boolean).length;
  if (ways === 1) return isPasted;
  const help = 'Give SAMPLE..., --curl FILE, or --method and --url with --request FILE and --response FILE.';
  const message = ways > 1 ? 'There are samples and a pasted exchange, expected one of them.' : 'There is no SAMPLE.';
  throw new Fault('called-wrongly', message, { help });
}

/** The file with a pasted command, and with its answer where that is in another. */
function curlFiles(world: World, curl: string, response: string | undefined): readonly SampleFile[] {
  const [answer] = response === undefined ? [] : findSamples(world, [response]);
  return findSamples(world, [curl]).map((command) => ({ ...command, ...(answer && { answer: answer.file }) }));
}

function addPasted({ flags, world }: InferCall, add: Inference['add']): readonly Finding[] {
  const { pasted, findings } = readPasted(world, flags);
  if (pasted !== undefined) add(pasted);
  return findings;
}

async function addFiles(
  { flags, world }: InferCall,
  files: readonly SampleFile[],
  add: Inference['add'],
): Promise<readonly Finding[]> {
  const { step, end } = progress(world, { of: files.length, noun: 'samples', quiet: flags.quiet });
  const findings = await addSamples(world, files, { add, onFile: step });
  end();
  return findings;
}
