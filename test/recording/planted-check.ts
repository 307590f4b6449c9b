import { isObject, own, type Json } from '../../src/core/json.js';
import { readSample } from '../../src/http/sample.js';
import { writeSample } from '../../src/http/sample-write.js';
import { readCurl } from '../../src/recording/curl.js';
import { rubyVcr } from '../../src/recording/ruby-vcr.js';
import { vcrPy } from '../../src/recording/vcr-py.js';
import { memoryWorld, type MemoryWorld } from '../cli/memory-world.js';
import { runIn } from '../scenarios/run.js';
import { WORDS, type Planted } from './planted.js';
import type { Keeper } from './planted-formats.js';
import { cassette, exchangesOf } from './vcr-read.js';

/** A text, and what of it is in base64 or percent-encoded. */
function unwrapped(out: string): string {
  const base64 = [...out.matchAll(/[\w+/-]{24,}={0,2}/g)].map(([found]) => Buffer.from(found, 'base64').toString());
  const escapes = out.replace(/(?:%[0-9A-F]{2})+/gi, (found) =>
    Buffer.from(found.replaceAll('%', ''), 'hex').toString(),
  );
  return [out, escapes, ...base64].join('\n');
}

function formsOf(secret: string): readonly string[] {
  const base64 = Buffer.from(secret)
    .toString('base64')
    .replace(/..?=*$/, '');
  return [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), base64];
}

/** What of a written sample must have the words, in the order of the formats' gaps. */
function partsOf(sample: Json): Readonly<Record<string, Json | undefined>> {
  const [request, response] = isObject(sample) ? [own(sample, 'request'), own(sample, 'response')] : [];
  if (!isObject(request) || !isObject(response)) return {};
  return {
    url: own(request, 'url'),
    'request headers': own(request, 'headers'),
    'request body': own(request, 'body'),
    'response headers': own(response, 'headers'),
    'response body': own(response, 'body'),
  };
}

/** What is wrong with what came out of an exchange. */
function wrong(exchange: Planted, written: string, lacks: readonly string[]): readonly string[] {
  const plain = unwrapped(written);
  const isThere = formsOf(exchange.secret).some((form) => plain.includes(form));
  const lost = Object.entries(partsOf(JSON.parse(written))).flatMap(([part, value]) => {
    const shown = unwrapped(JSON.stringify(value) ?? '');
    return lacks.includes(part)
      ? []
      : WORDS.filter((word) => !shown.includes(word)).map((word) => `${part}: ${word} is lost`);
  });
  return [...(isThere ? ['it is still there'] : []), ...lost].map((what) => `${exchange.kind}: ${what}: ${written}`);
}

/** Formats that the command does not read yet: the library is asked. */
const waiting: ReadonlySet<string> = new Set(['VCR.py', 'VCR.py with parsed bodies', 'VCR (Ruby)', 'curl']);

/** The samples that `import` makes of a file, and what it prints. */
async function imported(
  { file }: Keeper,
  world: MemoryWorld,
): Promise<{ samples: readonly string[]; printed: string }> {
  const { exit, out, err } = await runIn(world, `import ${file} --out out --json`);
  const printed = out.join('\n');
  const { written, findings } = JSON.parse(printed);
  expect([exit, err, findings]).toEqual([0, [], []]);
  return { samples: written.map((path: string) => world.files.get(`/home/${path}`)), printed };
}

/** What the library makes of a file: a sample an exchange. */
async function throughLibrary(content: string): Promise<readonly string[]> {
  const pasted = readCurl('a.curl', content);
  if (pasted !== undefined) {
    return readSample(pasted).exchanges.map((exchange) => writeSample({ ...exchange, source: 'curl' }));
  }
  const document = await cassette(content);
  const format = vcrPy.recognizes(document.value ?? null) ? vcrPy : rubyVcr;
  const { exchanges, recorded } = exchangesOf(format, document);
  return exchanges.map((exchange, at) => writeSample({ ...exchange, source: recorded[at] ?? '' }));
}

/** Keeps exchanges in a format, imports them, and says what of a secret came through and which words were lost. */
export async function wrongInImport(keeper: Keeper, exchanges: readonly Planted[]): Promise<readonly string[]> {
  const { format, file, keep, lacks = [] } = keeper;
  const content = keep(exchanges);
  const { samples, printed } = waiting.has(format)
    ? { samples: await throughLibrary(content), printed: '' }
    : await imported(keeper, memoryWorld({ files: { [file]: content } }));
  expect(samples.length).toBe(exchanges.length);
  return [
    ...exchanges.flatMap((exchange, at) => wrong(exchange, samples[at] ?? '', lacks)),
    ...shownIn(printed, exchanges),
  ];
}

/** Which secrets a command has printed. */
export function shownIn(printed: string, exchanges: readonly Planted[]): readonly string[] {
  const plain = unwrapped(printed);
  return exchanges
    .filter(({ secret }) => formsOf(secret).some((form) => plain.includes(form)))
    .map(({ kind }) => `${kind} is printed`);
}
