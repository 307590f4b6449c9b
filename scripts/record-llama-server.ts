// Converts raw recordings of llama.cpp's llama-server into samples/llama-server: jiti scripts/record-llama-server.ts FOLDER
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { readJson } from '../src/core/json-read.js';
import { isObject, own, type Json } from '../src/core/json.js';
import { readSample } from '../src/http/sample.js';
import { writeSample } from '../src/http/sample-write.js';

const RECORDED = {
  recorded: "from llama.cpp's llama-server (tag v0.5.0) with a tiny model of this project's own, on loopback",
  by: 'scripts/record-llama-server.ts, from the raw recordings',
  on: '2026-11-21',
  changed: 'credentials replaced; the raw text of an answer left out where it is the same JSON',
};

/** Whether a raw recording has what a sample needs: an answer, and bodies that the recorder did not shorten. */
function isWhole(value: Json | undefined): boolean {
  const request = isObject(value) ? own(value, 'request') : undefined;
  const response = isObject(value) ? own(value, 'response') : undefined;
  if (!isObject(request) || !isObject(response) || own(request, 'bodyClipped') === true) return false;
  const body = own(response, 'body');
  const text = own(response, 'bodyText');
  return typeof body === 'string' || typeof text !== 'string' || isDeepStrictEqual(readJson('', text).value, body);
}

function convert(folder: string, name: string): boolean {
  const source = readJson(name, readFileSync(join(folder, name), 'utf8'));
  const [exchange] = readSample(source).exchanges;
  if (exchange === undefined || !isWhole(source.value)) return false;
  const { status = 0, headers } = exchange.response ?? {};
  const kind = status >= 400 ? 'error' : headers?.['content-type'] === 'text/event-stream' ? 'stream' : '.';
  const file = join('samples/llama-server', kind, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, writeSample({ ...exchange, source: RECORDED }));
  return true;
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Give the folder of the raw recordings.');
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort();
const left = names.filter((name) => !convert(folder, name));
console.log(`${names.length - left.length} samples written; left out: ${left.join(', ')}`);
