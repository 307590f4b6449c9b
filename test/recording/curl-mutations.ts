import { readFileSync } from 'node:fs';
import { readSample } from '../../src/http/sample.js';
import { valueAt } from '../../src/core/pointer.js';
import { readCurl, readResponseText } from '../../src/recording/curl.js';
import { randomNumbers } from '../core/generate-json.js';

/** What means something to a shell, to curl, or to whoever reads what it prints. */
const pieces = [
  `' " \\ ${'`'} $ $' $( ) ^ ^" | & ; < > = @ % # - -- -d -H { } [ ] : , {"a": é 🙂 404 --:--:-- <<E`.split(' '),
  [
    '\n',
    '\r\n',
    ' \\\n',
    ' ^\n',
    ' `\n',
    ' ',
    'curl ',
    '$ curl http://h ',
    'HTTP/1.1 200 OK\n',
    '< HTTP/1.1 404\n',
    '* ',
  ],
  ['\0', '\ud800', '\uFEFF', 'x'.repeat(3000)],
].flat();

/** Some parts of a text changed, left out, said twice, or put elsewhere. */
function changed(text: string, roll: (below: number) => number): string {
  let result = text;
  for (let count = 1 + roll(5); count > 0; count -= 1) {
    const [at, length] = [roll(result.length + 1), roll(60)];
    const cut = result.slice(at, at + length);
    const by = [
      pieces[roll(pieces.length)] ?? '',
      '',
      cut + cut,
      String.fromCharCode(roll(256)),
      pieces[roll(pieces.length)] ?? '',
    ];
    const kind = roll(by.length);
    const kept = kind === 1 || kind === 2 ? length : roll(3);
    result = result.slice(0, at) + (by[kind] ?? '') + result.slice(at + kept);
  }
  return result;
}

/**
 * Reads `count` broken copies of a text with commands, and of a file with an answer, and tells in which something is said without a place or a sentence,
 * or a value is placed outside of the text. How many gave an exchange tells that they are not broken beyond recognition.
 */
export function mutateCurl(
  name: string,
  count: number,
): { readonly wrong: readonly string[]; readonly read: number; readonly slowest: number } {
  const text = readFileSync(`test/recording/fixtures/curl/${name}`, 'utf8');
  const wrong: string[] = [];
  let [read, slowest] = [0, 0];
  for (let seed = 0; seed < count; seed += 1) {
    const broken = changed(text, randomNumbers(seed));
    const lines = broken.split('\n');
    const begun = performance.now();
    const documents = [readCurl(name, broken), readResponseText(name, broken)];
    for (const document of documents) {
      for (const { message, line = 0, column = 0 } of document?.findings ?? []) {
        const isPlaced = column >= 1 && column <= (lines[line - 1]?.length ?? -1) + 1;
        if (!isPlaced || !/^.{10,250}[.?]$/.test(message)) wrong.push(`${name} ${seed}: ${line}:${column} ${message}`);
      }
    }
    const [commands] = documents;
    const { exchanges = [], findings = [] } = commands?.value === undefined ? {} : readSample(commands);
    for (const { pointer, message } of findings)
      if (!pointer.endsWith('/method')) wrong.push(`${name} ${seed}: ${pointer} ${message}`);
    for (const { pointers } of exchanges) {
      read += 1;
      for (const pointer of [...Object.values(pointers), `${pointers.requestBody}/subject`]) {
        const { line, column } = commands?.locate(pointer) ?? { line: 0, column: 0 };
        if (column > (lines[line - 1]?.length ?? -1) + 1)
          wrong.push(`${name} ${seed}: ${pointer} at ${line}:${column}`);
      }
      if (valueAt(commands?.value, pointers.request) === undefined) wrong.push(`${name} ${seed}: ${pointers.request}`);
    }
    slowest = Math.max(slowest, performance.now() - begun);
  }
  return { wrong, read, slowest };
}
