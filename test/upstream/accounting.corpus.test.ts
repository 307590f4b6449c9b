import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { isArray, isObject, own, type JsonObject } from '../../src/core/json.js';
import { child, valueAt } from '../../src/core/pointer.js';
import { readDocument } from '../../src/core/read-document.js';
import { methods } from '../../src/openapi/types.js';
import { readSurface } from '../../src/upstream/read-spec.js';
import { unaccounted } from './account.js';

const folder = '../shared/data/upstream';
const corpus = existsSync(folder) ? describe : describe.skip;
/** Reading 3 MB of YAML and accounting for some hundred operations takes 20 s on an idle machine. */
const MAX_MILLISECONDS = 240_000;

const files = existsSync(folder)
  ? ['azure-openai', 'azure-openai-swagger2', 'openai'].flatMap((of) =>
      readdirSync(`${folder}/${of}`).map((file) => `${of}/${file}`),
    )
  : [];

/** How many operations are looked at: of those that a file has, every one, or every so many. */
const MOST_OPERATIONS = 60;

function operationsOf(spec: JsonObject): { readonly method: string; readonly path: string }[] {
  const paths = own(spec, 'paths');
  const all = Object.entries(isObject(paths) ? paths : {}).flatMap(([path, item]) =>
    methods.flatMap((method) => (isObject(item) && own(item, method) !== undefined ? [{ method, path }] : [])),
  );
  const step = Math.ceil(all.length / MOST_OPERATIONS);
  return all.filter(({ path }, index) => index % step === 0 || path.endsWith('/chat/completions'));
}

corpus('nothing of a specification is lost silently', () => {
  test.each(files)(
    '%s: every keyword that an operation reaches is in its surface, or a loss names it',
    async (file) => {
      const { value } = await readDocument(file, readFileSync(`${folder}/${file}`, 'utf8'));
      const spec = isObject(value) ? value : {};
      const chosen = operationsOf(spec);
      const bad: string[] = [];
      let roots = 0;
      for (const choice of chosen) {
        const { surface, losses, origins } = readSurface(spec, { service: 's', file, operations: { it: choice } });
        for (const [shape, root] of origins) {
          roots += 1;
          for (const one of unaccounted(spec, root, { surface, shape, losses })) bad.push(`${choice.path}: ${one}`);
        }
        bad.push(...partsUnaccounted(spec, choice, { surface, losses }));
        expect(losses.filter(({ pointer }) => valueAt(spec, pointer) === undefined)).toEqual([]);
      }
      expect([...new Set(bad)].slice(0, 40)).toEqual([]);
      expect(chosen.length).toBeGreaterThan(0);
      expect(roots).toBeGreaterThan(chosen.length);
    },
    MAX_MILLISECONDS,
  );
});

/** Parameters, media types, answers and their headers that neither the surface has nor a loss names. */
function partsUnaccounted(
  spec: JsonObject,
  { method, path }: { readonly method: string; readonly path: string },
  { surface, losses }: Pick<ReturnType<typeof readSurface>, 'surface' | 'losses'>,
): string[] {
  const at = child(child('/paths', path), method);
  const operation = surface.operations['it'];
  const bad: string[] = [];
  const isLost = (pointer: string) =>
    losses.some((loss) => pointer === loss.pointer || pointer.startsWith(`${loss.pointer}/`));
  const miss = (pointer: string, isThere: boolean) => void (isThere || isLost(pointer) || bad.push(pointer));
  const raw = valueAt(spec, at);
  for (const keyword of Object.keys(isObject(raw) ? raw : {})) {
    const isRead = [
      'parameters',
      'requestBody',
      'responses',
      'operationId',
      'deprecated',
      'servers',
      'consumes',
      'produces',
    ];
    const isProse = ['summary', 'description', 'tags', 'externalDocs', 'security', 'schemes'];
    miss(child(at, keyword), isRead.includes(keyword) || isProse.includes(keyword) || keyword.startsWith('x-'));
  }
  for (const owner of [child('/paths', path), at]) {
    const list = valueAt(spec, `${owner}/parameters`);
    for (const index of isArray(list) ? list.keys() : []) {
      const [pointer, parameter] = target(spec, `${owner}/parameters/${index}`);
      const [name, place] = [valueAt(parameter, '/name'), valueAt(parameter, '/in')];
      miss(
        pointer,
        place === 'body' ||
          place === 'formData' ||
          operation?.parameters.some((one) => one.name === name && one.in === place) === true,
      );
    }
  }
  const [body] = target(spec, `${at}/requestBody`);
  for (const type of keysAt(spec, `${body}/content`))
    miss(child(`${body}/content`, type), operation?.request?.mediaTypes.includes(type) === true);
  for (const status of keysAt(spec, `${at}/responses`)) {
    const [response] = target(spec, child(`${at}/responses`, status));
    const read = operation?.responses[status];
    miss(response, read !== undefined || status.startsWith('x-'));
    for (const name of keysAt(spec, `${response}/headers`))
      miss(child(`${response}/headers`, name), read?.headers?.[name] !== undefined);
    for (const name of keysAt(spec, `${response}/links`)) miss(child(`${response}/links`, name), false);
    for (const type of keysAt(spec, `${response}/content`))
      miss(child(`${response}/content`, type), read?.mediaTypes.includes(type) === true);
  }
  return bad;
}

function keysAt(spec: JsonObject, pointer: string): string[] {
  const value = valueAt(spec, pointer);
  return isObject(value) ? Object.keys(value) : [];
}

function target(spec: JsonObject, pointer: string): [string, ReturnType<typeof valueAt>] {
  const value = valueAt(spec, pointer);
  const reference = isObject(value) ? own(value, '$ref') : undefined;
  return typeof reference === 'string' ? target(spec, reference.slice(1)) : [pointer, value];
}
