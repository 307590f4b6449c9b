import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { writeEach, type Sample } from './bench-inputs.js';

/** What is measured: its name in the table, and the command line. */
export interface Job {
  readonly name: string;
  readonly command: readonly string[];
  /** Those with which it did its work. Default: 0. */
  readonly exitCodes?: readonly number[];
}

const home = resolve('scripts/peers');
/** The command line of a peer that is installed. */
export const peer = (name: string, ...words: readonly string[]) => [
  process.execPath,
  `${home}/node_modules/.bin/${name}`,
  ...words,
];
const own = (name: string, ...words: readonly string[]) => [process.execPath, `${home}/${name}.mjs`, ...words];

/** Installs the peers beside the project, in the versions of their lock file. Needs the network. */
export function installPeers(): void {
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: home, stdio: 'inherit' });
  // oav 4.0.3 was published without this file and stops where it would fill it in: the first of three work-arounds.
  writeFileSync(`${home}/node_modules/oav/dist/lib/templates/baseLayout.mustache`, '');
  process.env['REDOCLY_TELEMETRY'] = 'off';
  process.env['REDOCLY_SUPPRESS_UPDATE_NOTICE'] = 'true';
}

/** The start-up of every peer that has a command. */
export const startUps: readonly Job[] = [
  'swagger-cli',
  'openapi-examples-validator',
  'redocly',
  'openapi-diff',
  'oav',
  'spectral',
  'prism',
].map((name) => ({ name: `${name} --version`, command: peer(name, '--version') }));

/** The peers that hold recorded answers against a definition; each gets both in its own form, in files below `folder`; the bare scripts read the very files that we read, in `samples` there. */
export function contractJobs(definition: string, samples: readonly Sample[], folder: string): readonly Job[] {
  const document: Definition = JSON.parse(readFileSync(definition, 'utf8'));
  const bodies = writeEach(
    join(folder, 'bodies'),
    samples.map(({ response }) => response.body),
  );
  const answer = { ...answerOf(document).schema, definitions: document.definitions };
  const schema = writeJson(folder, 'schema.json', nullableAsType(answer));
  return [
    { name: 'oav validate-traffic', command: oav(document, samples, join(folder, version)) },
    { name: 'openapi-examples-validator', command: examplesValidator(document, bodies, folder) },
    { name: 'ajv, bare script', command: own('ajv', schema, join(folder, 'samples')) },
    { name: 'jsonschema, bare script', command: own('jsonschema', schema, join(folder, 'samples')) },
  ];
}

/** As far as it is looked at. */
interface Definition {
  readonly host: string;
  readonly basePath: string;
  readonly paths: Readonly<Record<string, { readonly post: { readonly responses: Readonly<Record<string, Answer>> } }>>;
  readonly definitions?: object;
}
interface Answer {
  readonly schema: object;
}

const path = '/chat/completions';

function answerOf({ paths }: Definition): Answer {
  const answer = paths[path]?.post.responses['200'];
  if (!answer) throw new Error(`The definition has no answer 200 of POST ${path}.`);
  return answer;
}

/** What oav takes for the version of an API. */
const version = '2024-01-01';

/**
 * The other two work-arounds: a version in the path of the definition and in each URL; declared media types.
 * It refuses properties that are not declared and always looks at the request: both are opened, as only answers are judged.
 */
function oav(document: Definition, samples: readonly Sample[], folder: string): readonly string[] {
  const headers = { 'content-type': 'application/json' };
  const url = `https://${document.host}${document.basePath}${path}?api-version=${version}`;
  const traffic = samples.map(({ request, response }) => ({
    liveRequest: { method: 'POST', url, headers, body: request.body },
    liveResponse: { statusCode: '200', headers, body: response.body },
  }));
  writeEach(join(folder, 'traffic'), traffic);
  const parameters = [
    { name: 'api-version', in: 'query', type: 'string' },
    { name: 'body', in: 'body', schema: { type: 'object' } },
  ];
  const media = { consumes: ['application/json'], produces: ['application/json'] };
  const operation = {
    operationId: 'Completion',
    parameters,
    responses: { '200': { description: 'OK', ...answerOf(document) } },
  };
  const { host, basePath, definitions } = document;
  const info = { title: 'Completion', version };
  const spec = {
    swagger: '2.0',
    info,
    host,
    basePath,
    schemes: ['https'],
    ...media,
    paths: { [path]: { post: operation } },
    definitions,
  };
  const file = writeJson(folder, 'spec.json', mapObjects(spec, openObject));
  const reports = ['--report', join(folder, 'report.html'), '--jsonReport', join(folder, 'report.json')];
  return peer(
    'oav',
    'validate-traffic',
    join(folder, 'traffic'),
    file,
    ...reports,
    '--logFilepath',
    join(folder, 'log'),
    '-l',
    'error',
  );
}

function examplesValidator(document: Definition, bodies: readonly string[], folder: string): readonly string[] {
  const spec = writeJson(folder, 'spec.json', nullableAsType(document));
  const mapping = writeJson(folder, 'mapping.json', { [`$.paths.${path}.post.responses.200.schema`]: bodies });
  return peer('openapi-examples-validator', '-m', mapping, spec);
}

type Fields = Readonly<Record<string, unknown>>;

/** `x-nullable` in JSON Schema's own words, for those who do not know it. */
function nullableAsType(value: unknown): unknown {
  return mapObjects(value, ({ 'x-nullable': nullable, ...schema }) => {
    if (nullable !== true) return schema;
    const { type, enum: listed } = schema;
    return {
      ...schema,
      ...(type ? { type: [type, 'null'] } : {}),
      ...(Array.isArray(listed) ? { enum: [...listed, null] } : {}),
    };
  });
}

function openObject(schema: Fields): Fields {
  return schema['type'] === 'object' ? { additionalProperties: true, ...schema } : schema;
}

function mapObjects(value: unknown, change: (fields: Fields) => Fields): unknown {
  if (Array.isArray(value)) return value.map((item) => mapObjects(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return change(Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapObjects(item, change)])));
}

function writeJson(folder: string, name: string, value: unknown): string {
  writeFileSync(join(folder, name), JSON.stringify(value, null, 2));
  return join(folder, name);
}
