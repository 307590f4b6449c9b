import SwaggerParser from '@apidevtools/swagger-parser';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { isObject, own, type Json, type JsonObject } from '../../src/core/json.js';
import { readJson } from '../../src/core/json-read.js';
import { writeJson } from '../../src/core/json-write.js';
import { valueAt } from '../../src/core/pointer.js';
import { readDocument } from '../../src/core/read-document.js';
import { readConnector } from '../../src/definition/read.js';
import { methods } from '../../src/openapi/types.js';
import { choicesAt } from '../../src/upstream/choices-at.js';
import { partsOf } from '../../src/upstream/parts-of.js';
import { readSurface } from '../../src/upstream/read-spec.js';

const folder = '../shared/data/upstream';
const corpus = existsSync(folder) ? describe : describe.skip;
/** Some hundred operations are read, made into definitions and judged. */
const MAX_MILLISECONDS = 240_000;
/** How many operations of a file the independent validator is asked about. */
const MOST_VALIDATED = 10;

const files = existsSync(folder)
  ? ['azure-openai', 'azure-openai-swagger2', 'openai'].flatMap((of) =>
      readdirSync(`${folder}/${of}`).map((file) => `${of}/${file}`),
    )
  : [];

function operationsOf(
  spec: JsonObject,
): { readonly method: string; readonly path: string; readonly operation: JsonObject }[] {
  const paths = own(spec, 'paths');
  return Object.entries(isObject(paths) ? paths : {}).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = isObject(item) ? own(item, method) : undefined;
      return isObject(operation) ? [{ method, path, operation }] : [];
    }),
  );
}

/** A definition with all that a surface says of one operation, in no words of our own. */
function definitionOf(
  spec: JsonObject,
  file: string,
  { method, path, operation }: ReturnType<typeof operationsOf>[number],
) {
  const answers = own(operation, 'responses');
  const statuses = Object.keys(isObject(answers) ? answers : {}).filter((status) => /^\d{3}$/.test(status));
  const wanted = { from: { method, path }, responses: Object.fromEntries(statuses.map((status) => [status, {}])) };
  const { surface, losses, origins } = readSurface(spec, { service: 's', file, operations: { it: wanted.from } });
  const { version, notes } = partsOf({ operations: { it: wanted } }, surface);
  const it = version.operations['it'];
  const body = surface.operations['it']?.request && { name: 'body', in: 'body', schema: it?.request.schema };
  const bodies: Readonly<Record<string, { readonly schema: object }>> = it?.responses ?? {};
  const responses = Object.entries(bodies).map(
    ([status, { schema }]) => [status, { description: '', schema }] as const,
  );
  const definition = {
    swagger: '2.0',
    info: { title: 'One', version: '1' },
    paths: {
      [path]: {
        [method]: {
          operationId: 'It',
          parameters: [...(it?.parameters ?? []), ...(body ? [body] : [])],
          responses: { default: { description: '' }, ...Object.fromEntries(responses) },
        },
      },
    },
  };
  const found = [...losses, ...choicesAt(notes, { surface, file, spec, origins })];
  return { text: writeJson(definition as unknown as Json), found }; // plain data
}

corpus('every operation of every specification', () => {
  test.each(files)(
    '%s: a valid definition, and each loss at a place that is there',
    async (file) => {
      const { value } = await readDocument(file, readFileSync(`${folder}/${file}`, 'utf8'));
      const spec = isObject(value) ? value : {};
      const all = operationsOf(spec);
      const bad: string[] = [];
      for (const [index, one] of all.entries()) {
        const { text, found } = definitionOf(spec, file, one);
        const definition = readJson('d.json', text);
        const { findings } = readConnector({ name: 'one', definition });
        for (const { severity, code, pointer } of findings) if (severity === 'error') bad.push(`${code} ${pointer}`);
        for (const { pointer } of found) if (valueAt(spec, pointer) === undefined) bad.push(`nowhere ${pointer}`);
        if (index % Math.ceil(all.length / MOST_VALIDATED) === 0) await SwaggerParser.validate(JSON.parse(text));
      }
      expect(bad).toEqual([]);
      expect(all.length).toBeGreaterThan(2);
    },
    MAX_MILLISECONDS,
  );
});
