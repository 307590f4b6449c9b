import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { readJson } from '../../src/core/json-read.js';
import { redactHeaders, redactJson, redactUrl } from '../../src/http/redact.js';
import { sampleSchema } from '../../src/http/sample-schema.js';
import { readSample } from '../../src/http/sample.js';

const DATA = '../shared/data';
const corpus = existsSync(DATA) ? describe : describe.skip;
const keepsSchema = new Ajv({ allowUnionTypes: true }).compile(sampleSchema);

function documents(folder: string) {
  return readdirSync(join(DATA, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json') && file !== 'index.json')
    .map((file) => readJson(file, readFileSync(join(DATA, folder, file), 'utf8')));
}

corpus('recordings of others', () => {
  test.each([
    ['samples', 1195, { json: 911, text: 283, none: 1 }],
    ['samples-handmade', 29, { json: 27, text: 2 }],
    ['recorded-llama-server', 57, { json: 54, text: 2, absent: 1 }],
  ])('%s: every file is read as it is', (folder, count, bodies) => {
    const read = documents(folder).map((document) => ({ document, ...readSample(document) }));
    const kinds: Record<string, number> = {};
    for (const { document, exchanges, findings } of read) {
      expect([document.file, keepsSchema(document.value), findings, exchanges.length]).toEqual([
        document.file,
        true,
        [],
        1,
      ]);
      const kind = exchanges[0]?.response?.body.kind ?? 'absent';
      kinds[kind] = (kinds[kind] ?? 0) + 1;
    }
    expect([read.length, kinds]).toEqual([count, bodies]);
  });

  test('samples: nothing is taken for a credential; they hold none', () => {
    const tally = { redactions: 0 };
    for (const document of documents('samples')) {
      const { request, response } = document.value as unknown as { request: Part; response: Part }; // the test above has read them
      for (const { url = '', headers, body } of [request, response]) {
        redactUrl(url, tally);
        redactHeaders(headers, tally);
        redactJson(body, tally);
      }
    }
    expect(tally.redactions).toBe(0);
  });

  test('an index is no recording', () => {
    const index = readJson('index.json', readFileSync(join(DATA, 'samples/index.json'), 'utf8'));
    expect(readSample(index)).toEqual({ exchanges: [], findings: [], recognised: false });
  });
});

interface Part {
  readonly url?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: null;
}
