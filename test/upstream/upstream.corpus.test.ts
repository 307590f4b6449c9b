import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { catalog } from '../../connector/catalog.js';
import { isArray, isObject, own, type Json, type JsonObject } from '../../src/core/json.js';
import { valueAt } from '../../src/core/pointer.js';
import { readDocument } from '../../src/core/read-document.js';
import { readSurface } from '../../src/upstream/read-spec.js';
import { surfaceText, type Shape, type Surface } from '../../src/upstream/surface.js';

const folder = '../shared/data/upstream';
/** Reading 3 MB of YAML takes 2 s on an idle machine. */
const MAX_MILLISECONDS = 60_000;

const corpus = existsSync(folder) ? describe : describe.skip;

const upstreams = new Map(catalog.services.map(({ upstream }) => [upstream.service, upstream]));

/** Which operations a service's connectors use. */
function operationsOf(service: string) {
  const operations = Object.entries(upstreams.get(service)?.operations ?? {});
  return Object.fromEntries(operations.map(([name, { from }]) => [name, from] as const));
}

const specsRead = new Map<string, JsonObject>();

async function specOf(file: string): Promise<JsonObject> {
  const known = specsRead.get(file);
  if (known !== undefined) return known;
  const { value } = await readDocument(file, readFileSync(`${folder}/${file}`, 'utf8'));
  const spec = isObject(value) ? value : {};
  specsRead.set(file, spec);
  return spec;
}

function read(spec: JsonObject, service: string, file: string) {
  return readSurface(spec, { service, file, operations: operationsOf(service) });
}

/** Every property that the specification's schema reaches, as a path, by a walk that shares nothing with the reader. */
function pathsOfSchema(spec: JsonObject, schema: Json | undefined): Set<string> {
  const found = new Set<string>();
  walk(schema, '', [], { named: false, base: false });
  return found;

  function walk(
    here: Json | undefined,
    path: string,
    open: readonly string[],
    as: { named: boolean; base: boolean },
  ): void {
    if (!isObject(here)) return;
    const ref = own(here, '$ref');
    if (typeof ref === 'string' && !open.includes(ref)) {
      walk(valueAt(spec, ref.slice(1)), path, [...open, ref], { named: true, base: as.base });
    }
    const properties = own(here, 'properties');
    for (const [name, property] of Object.entries(isObject(properties) ? properties : {})) {
      found.add(`${path}/${name}`);
      walk(property, `${path}/${name}`, open, { named: false, base: false });
    }
    walk(own(here, 'items'), `${path}/*`, open, { named: false, base: false });
    walk(own(here, 'additionalProperties'), `${path}/*`, open, { named: false, base: false });
    for (const keyword of ['allOf', 'oneOf', 'anyOf']) {
      const list = own(here, keyword);
      const base = keyword === 'allOf' && as.named;
      for (const part of isArray(list) ? list : []) walk(part, path, open, { named: false, base });
    }
    if (!as.base) for (const target of variantsOf(here, open.at(-1))) walk({ $ref: target }, path, open, as);
  }

  function variantsOf(here: JsonObject, ref: string | undefined): string[] {
    const discriminator = own(here, 'discriminator');
    const mapping = isObject(discriminator) ? own(discriminator, 'mapping') : undefined;
    if (isObject(mapping)) return Object.values(mapping).map(String);
    if (discriminator === undefined || own(here, 'oneOf') !== undefined || own(here, 'anyOf') !== undefined) return [];
    const schemas = own(spec, 'definitions');
    return Object.entries(isObject(schemas) ? schemas : {})
      .filter(([, schema]) => JSON.stringify(isObject(schema) ? (schema['allOf'] ?? null) : null).includes(`"${ref}"`))
      .map(([name]) => `#/definitions/${name}`);
  }
}

/** Every property of a shape, as a path. */
function pathsOfShape(surface: Surface, shape: Shape | undefined): Set<string> {
  const found = new Set<string>();
  walk(shape, '', []);
  return found;

  function walk(here: Shape | boolean | undefined, path: string, open: readonly string[]): void {
    if (typeof here !== 'object') return;
    const { ref, properties = {}, items, additional, variants = [] } = here;
    if (ref !== undefined && !open.includes(ref)) walk(surface.shapes?.[ref], path, [...open, ref]);
    for (const [name, property] of Object.entries(properties)) {
      found.add(`${path}/${name}`);
      walk(property, `${path}/${name}`, open);
    }
    walk(items, `${path}/*`, open);
    walk(additional, `${path}/*`, open);
    for (const variant of variants) walk(variant, path, open);
  }
}

const disagree = (schema: string) => `upstream-parts-disagree /components/schemas/${schema}`;
const dated = '/paths/~1deployments~1{deployment-id}~1chat~1completions/post';
/** The "inf" of `facts/azure.md` section 4. */
const inf = `upstream-default-invalid ${dated}/requestBody/content/application~1json/schema/properties/max_tokens/default`;
const stream = 'upstream-media-type-dropped /paths/~1chat~1completions/post/responses/200/content/text~1event-stream';
/** max_tokens, which has a default of 4096 in one part and none in the other. */
const maxTokens = disagree('createChatCompletionRequest');
/** content, whose null and variants a message of one role restates. */
const message = (role: string) => disagree(`OpenAI.ChatCompletionRequest${role}Message`);
const v1 = [
  ...['System', 'System', 'Developer', 'Developer', 'User', 'User', 'Assistant', 'Tool', 'Tool'].map(message),
  disagree('AzureCreateChatCompletionRequest/properties/modalities'),
  stream,
];

/** Each specification, how many properties its operations reach, and what the surface loses of them. */
const specs: [file: string, service: string, properties: number, losses: string[]][] = [
  ['azure-openai/2023-03-15-preview.json', 'azure-openai', 28, [inf]],
  ['azure-openai/2023-05-15.json', 'azure-openai', 28, [inf]],
  ['azure-openai/2023-12-01-preview.json', 'azure-openai', 158, []],
  ['azure-openai/2024-02-01.json', 'azure-openai', 198, []],
  ['azure-openai/2024-06-01.json', 'azure-openai', 209, []],
  ['azure-openai/2024-10-21.json', 'azure-openai', 240, [maxTokens]],
  ['azure-openai/2025-03-01-preview.json', 'azure-openai', 326, [maxTokens]],
  ['azure-openai/v1.json', 'azure-openai', 317, v1],
  ['azure-openai-swagger2/2023-05-15.json', 'azure-openai', 39, []],
  ['azure-openai-swagger2/2023-12-01-preview.json', 'azure-openai', 211, []],
  ['azure-openai-swagger2/2024-02-01.json', 'azure-openai', 97, []],
  ['azure-openai-swagger2/2024-06-01.json', 'azure-openai', 274, []],
  ['openai/openapi.yaml', 'openai', 238, [disagree('CreateModelResponseProperties'), stream]],
];

corpus('the upstream specifications', () => {
  test.each(specs)(
    '%s',
    async (file, service, properties, losses) => {
      const spec = await specOf(file);
      const result = read(spec, service, file);
      let count = 0;
      for (const operation of Object.values(result.surface.operations)) {
        const raw = valueAt(spec, `/paths/${operation.path.replaceAll('/', '~1')}/${operation.method}`);
        for (const [where, shape] of bodiesOf(operation)) {
          const wanted = pathsOfSchema(spec, schemaAt(spec, raw, where));
          expect([where, [...pathsOfShape(result.surface, shape)].sort()]).toEqual([where, [...wanted].sort()]);
          count += wanted.size;
        }
      }
      expect(result.losses.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual(losses);
      expect(result.losses.filter(({ pointer }) => valueAt(spec, pointer) === undefined)).toEqual([]);
      expect(count).toBe(properties);
    },
    MAX_MILLISECONDS,
  );

  const sources = specs.filter(([file, service]) => existsSync(committedFile(file, service)));
  test.each(sources)('%s: the committed surface is what it gives', async (file, service) => {
    const committed = committedFile(file, service);
    const apiVersion = basename(committed, '.json');
    const retired = upstreams.get(service)?.retired[apiVersion];
    const operations = operationsOf(service);
    const { surface } = readSurface(await specOf(file), {
      service,
      apiVersion,
      ...(retired && { retired }),
      file,
      operations,
    });
    expect(surfaceText(surface)).toBe(readFileSync(committed, 'utf8'));
  });
});

/** Where the surface of a specification is committed, if it is: the one whose file is not named for its version is openai's. */
function committedFile(file: string, service: string): string {
  const version = file.endsWith('.yaml') ? '2.3.0' : basename(file, '.json');
  return file.startsWith('azure-openai-swagger2') ? '' : `connector/upstream/${service}/${version}.json`;
}

function bodiesOf({ request, responses }: Surface['operations'][string]): [where: string, shape: Shape | undefined][] {
  const answers = Object.entries(responses).map(
    ([status, { shape }]) => [status, shape] as [string, Shape | undefined],
  );
  return request === undefined ? answers : [['request', request.shape], ...answers];
}

/** The schema of a request or of a status in the specification itself. */
function schemaAt(spec: JsonObject, operation: Json | undefined, where: string): Json | undefined {
  const swagger2 = own(spec, 'swagger') !== undefined;
  if (swagger2 && where === 'request') {
    const parameters = valueAt(operation, '/parameters');
    const body = (isArray(parameters) ? parameters : [])
      .map((parameter) => resolved(spec, parameter))
      .find((parameter) => valueAt(parameter, '/in') === 'body');
    return valueAt(body, '/schema');
  }
  const holder = resolved(spec, valueAt(operation, where === 'request' ? '/requestBody' : `/responses/${where}`));
  return swagger2 ? valueAt(holder, '/schema') : valueAt(holder, '/content/application~1json/schema');
}

function resolved(spec: JsonObject, value: Json | undefined): Json | undefined {
  const ref = isObject(value) ? own(value, '$ref') : undefined;
  return typeof ref === 'string' ? valueAt(spec, ref.slice(1)) : value;
}
