/**
 * Holds the shipped connectors against 836 exchanges that others recorded (../shared/data/samples), whole and broken on purpose.
 * Run by .ci/run where that folder is present. Exits 1 where a figure is not what it should be.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestResult } from '../src/cli/schemas.js';

const recorded = '../shared/data/samples';

type Counts = Partial<TestResult['samples']>;

/** Folders of answers, the connector that they belong to, and what must come of them. */
const whole: readonly (readonly [connector: string, folder: string, counts: Counts])[] = [
  ['openai', 'openai/json', { total: 721, passed: 721 }],
  ['azure-openai', 'azure/json', { total: 82, failed: 0, unmatched: 0 }],
  ['openai', 'openai/error', { total: 29, passed: 29 }],
  // Two of them asked for a path that the service does not have, and were answered 404.
  ['azure-openai', 'azure/error', { total: 4, passed: 2, unmatched: 2 }],
];

/** As far as the breaks need it. */
interface Answer {
  readonly choices: readonly (object & { readonly message: object })[];
  readonly usage: { readonly total_tokens: number };
}

/** A way to break an answer, and below which pointers its errors must lie. */
interface Break {
  readonly name: string;
  readonly apply: (answer: Answer) => object;
  readonly places: readonly string[];
}

const withMessage = (answer: Answer, change: (message: object) => unknown): object => {
  const [first, ...rest] = answer.choices;
  return { ...answer, choices: [{ ...first, message: change(first?.message ?? {}) }, ...rest] };
};
const breaks: readonly Break[] = [
  { name: 'a string where an object belongs', apply: (answer) => ({ ...answer, usage: 'none' }), places: ['/usage'] },
  {
    name: 'a message that is a string',
    apply: (answer) => withMessage(answer, () => 'Hello'),
    places: ['/choices/0/message'],
  },
  {
    name: 'a message that is an array',
    apply: (answer) => withMessage(answer, (message) => [message]),
    places: ['/choices/0/message'],
  },
  {
    name: 'a number as text',
    apply: (answer) => ({ ...answer, usage: { ...answer.usage, total_tokens: String(answer.usage.total_tokens) } }),
    places: ['/usage/total_tokens'],
  },
  { name: 'no choices', apply: (answer) => ({ ...answer, choices: undefined }), places: ['', '/choices'] },
  {
    name: 'the body of an error under status 200',
    apply: () => ({ error: { message: 'Overloaded.', type: 'server_error', param: null, code: null } }),
    places: ['', '/choices'],
  },
];
/** Of each kind of break. */
const leastCaught = 0.99;

const scratch = mkdtempSync(join(tmpdir(), 'connector-kit-corpus-'));
let failures = 0;
try {
  for (const [connector, folder, counts] of whole) {
    const { samples } = contractTest(connector, join(recorded, folder));
    const wrong = Object.entries(counts).some(([name, count]) => samples[name as keyof Counts] !== count); // the keys of Counts
    say(!wrong, `${connector} over ${folder}: ${JSON.stringify(samples)}, wanted ${JSON.stringify(counts)}`);
  }
  for (const [connector, folder] of whole.slice(0, 2)) {
    for (const kind of breaks) judgeBroken(connector, join(recorded, folder), kind);
  }
} finally {
  rmSync(scratch, { recursive: true });
}
process.exitCode = failures === 0 ? 0 : 1;

/** Breaks every answer in `folder` in one way: nearly each must be an error, and no error may lie elsewhere. */
function judgeBroken(connector: string, folder: string, { name, apply, places }: Break): void {
  const broken = mkdtempSync(join(scratch, 'broken-'));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));
  for (const [at, file] of files.entries()) {
    const sample = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    const body = apply(sample.response.body);
    writeFileSync(join(broken, `${at}.json`), JSON.stringify({ ...sample, response: { ...sample.response, body } }));
  }
  const { findings } = contractTest(connector, broken);
  const errors = findings.filter(({ severity }) => severity === 'error');
  const caught = new Set(errors.map(({ sample }) => sample)).size;
  const elsewhere = errors.filter(({ pointer }) => !places.some((place) => pointer === `/response/body${place}`));
  say(
    caught >= leastCaught * files.length && elsewhere.length === 0,
    `${connector}, ${name}: ${caught} of ${files.length} caught, ${elsewhere.length} errors elsewhere${elsewhere[0] ? `, such as ${JSON.stringify(elsewhere[0])}` : ''}`,
  );
}

function contractTest(connector: string, folder: string): TestResult {
  const words = ['test', connector, '--samples', folder, '--direction', 'response', '--json', '--quiet'];
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/bin.cjs', ...words], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (status !== 0 && status !== 1)
    throw new Error(`connector-kit ${words.join(' ')} exits ${status}:\n${stdout}${stderr}`);
  return JSON.parse(stdout);
}

function say(holds: boolean, what: string): void {
  console.log(`${holds ? 'ok    ' : 'FAILED'} ${what}`);
  if (!holds) failures += 1;
}
