// Records samples/openai and samples/azure-openai from a mock server that others wrote: jiti scripts/record-aimock.ts
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { dirname } from 'node:path';
import { LLMock } from '@copilotkit/aimock';
import { readJson } from '../src/core/json-read.js';
import { readSample } from '../src/http/sample.js';
import { writeSample } from '../src/http/sample-write.js';
import { cases } from './record-aimock-cases.js';
import { KEY, type Case } from './record-aimock-parts.js';

/** The port stands in the recorded URLs, so it is always the same. */
const PORT = 4010;
/** The day of the recording that is committed. A run gives the same bytes, so it changes only when they do. */
const RECORDED_ON = '2026-11-21';

const { version } = JSON.parse(readFileSync('node_modules/@copilotkit/aimock/package.json', 'utf8')) as {
  version: string; // npm wants one in every package
};

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

function send(url: string, { method, headers, body }: { method: string; headers: Case['headers']; body: string }) {
  return new Promise<Answer>((resolve, reject) => {
    const sent = request(url, { method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const { date: _, ...kept } = response.headers;
        resolve({ status: response.statusCode ?? 0, headers: kept, body: Buffer.concat(chunks).toString('utf8') });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

async function record({ file, about, path, headers, body, answer }: Case): Promise<void> {
  const server = new LLMock({ port: PORT, host: '127.0.0.1', auth: { apiKeys: [KEY] } });
  if (answer !== undefined) server.on({ predicate: () => true }, answer);
  await server.start();
  try {
    const method = body === undefined ? 'GET' : 'POST';
    const text = body === undefined ? '' : JSON.stringify(body);
    const url = `http://127.0.0.1:${PORT}${path}`;
    const all = {
      ...(body !== undefined && {
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(text)),
      }),
      'x-request-id': file.replaceAll('/', '.'), // the server makes one up otherwise
      ...headers,
    };
    const response = await send(url, { method, headers: all, body: text });
    const recorded = JSON.stringify({ request: { method, url, headers: all, body: text }, response });
    for (const exchange of readSample(readJson(file, recorded)).exchanges) {
      const source = {
        recorded: `from @copilotkit/aimock ${version}, a mock server: the answers are canned, the wire format is the server's`,
        by: 'scripts/record-aimock.ts',
        on: RECORDED_ON,
        about,
        changed: 'credentials replaced, the date header left out',
      };
      mkdirSync(dirname(`samples/${file}`), { recursive: true });
      writeFileSync(`samples/${file}.json`, writeSample({ ...exchange, source }));
    }
  } finally {
    await server.stop();
  }
}

for (const one of cases) await record(one);
console.log(`${cases.length} exchanges recorded in samples/`);
