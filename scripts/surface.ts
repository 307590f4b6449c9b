/**
 * `jiti scripts/surface.ts SPECFILE SERVICE VERSION` writes `connector/upstream/SERVICE/VERSION.json` and prints what the surface lost.
 * VERSION is the api-version that requests send; where they send none, the specification's own.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { upstreamServices } from '../connector/upstream/services.js';
import { readDocument } from '../src/core/read-document.js';
import { readSurface } from '../src/upstream/read-spec.js';
import { surfaceText } from '../src/upstream/surface.js';

const [file = '', service = '', apiVersion = ''] = process.argv.slice(2);
const upstream = upstreamServices[service];
if (upstream === undefined || apiVersion === '') {
  throw new Error(`SPECFILE SERVICE VERSION; SERVICE is one of ${Object.keys(upstreamServices).join(', ')}.`);
}
const document = await readDocument(file, readFileSync(file, 'utf8'));
const retired = upstream.retired[apiVersion];
const { surface, losses } = readSurface(document.value, {
  service,
  apiVersion,
  ...(retired && { retired }),
  file,
  operations: upstream.operations,
});
const folder = `connector/upstream/${service}`;
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}/${apiVersion}.json`, surfaceText(surface));
for (const { code, message, pointer } of losses) {
  const { line, column } = document.locate(pointer);
  console.log(`${file}:${line}:${column} ${code}: ${message}`);
}
