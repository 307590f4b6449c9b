import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { peer, type Job } from './bench-peers.js';

/** What is linted, and what that may cost: so many times a bare node. */
interface LintInput {
  readonly name: string;
  /** The definitions, or a folder with many. */
  readonly path: string;
  readonly flags?: readonly string[];
  readonly target?: number;
  /** Whether the peers lint it too, and whether we are to be so many times faster there. */
  readonly peers?: 'beside' | 'to beat';
}

const published = '../shared/data/connectors';

/** The definitions to lint; those of our own making are written below `folder`, and stand for published ones where these are not at hand. */
export function lintInputs(folder: string): readonly LintInput[] {
  const isThere = existsSync(published);
  const own = (shape: Shape) => written(join(folder, shape.name), definitionOf(shape));
  const untidy = own({ name: 'untidy', operations: 192, fields: 27, isTidy: false });
  return [
    {
      name: 'a definition of 29 KB',
      path: isThere
        ? join(published, 'independent-publisher-connectors/OpenAI')
        : own({ name: 'small', operations: 8, fields: 13, isTidy: true }),
      target: 2,
      peers: 'beside',
    },
    {
      name: 'a definition of 1.1 MB, 100 findings with their lines',
      path: isThere ? join(published, 'certified-connectors/Encodian') : untidy,
      target: 4,
      peers: 'beside',
    },
    {
      name: 'a definition of 1.1 MB with 10,000 findings, all printed',
      path: untidy,
      flags: ['--max-findings', '100000'],
    },
    { name: 'the same with the first 100 printed', path: untidy },
    ...(isThere ? [{ name: 'the published definitions in one run', path: published, peers: 'to beat' } as const] : []),
  ];
}

/** The least that a linter must do: read and parse each file. */
export function floor(path: string): Job {
  const program = "for (const file of process.argv.slice(1)) JSON.parse(require('fs').readFileSync(file, 'utf8'));";
  return { name: 'read and JSON.parse', command: [process.execPath, '-e', program, ...definitionsIn(path)] };
}

/** Those of a linter that did its work: what it finds is no failure. */
export const found = [0, 1];

/** What a peer does of it. */
export interface PeerJob extends Job {
  /** How many times faster we mean to be over many definitions. */
  readonly timesFaster: number;
}

/** The definitions of `path` that any of them can read, and the peers that lint OpenAPI 2.0, each with the rules that it has for that; none knows those of Logic Apps. */
export function lintJobs(
  path: string,
  folder: string,
): { readonly files: readonly string[]; readonly jobs: readonly PeerJob[] } {
  const ruleset = join(folder, 'spectral.json');
  writeFileSync(ruleset, JSON.stringify({ extends: ['spectral:oas'] }));
  const config = join(folder, 'redocly.yaml');
  writeFileSync(config, 'extends: [recommended]\n');
  const files = definitionsIn(path);
  const jobs = [
    {
      name: 'spectral lint (spectral:oas)',
      timesFaster: 20,
      exitCodes: found,
      command: peer('spectral', 'lint', '--quiet', '--fail-severity', 'error', '-r', ruleset, ...files),
    },
    {
      name: 'redocly lint (recommended)',
      timesFaster: 5,
      exitCodes: found,
      command: peer('redocly', 'lint', '--config', config, ...files),
    },
  ];
  return { files, jobs };
}

/** Those that can be parsed: redocly stops at the first that cannot. */
function definitionsIn(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const named = files.filter((file) => file.endsWith('apiDefinition.swagger.json')).map((file) => join(folder, file));
  return named.filter(isJson);
}

interface Shape {
  readonly name: string;
  readonly operations: number;
  readonly fields: number;
  /** Otherwise no field has a title. */
  readonly isTidy: boolean;
}

function definitionOf({ operations, fields, isTidy }: Shape): object {
  const field = (at: number) => {
    const description = `What is said of thing number ${at} in a sentence${isTidy ? '.' : ''}`;
    return { type: 'string', ...(isTidy && { title: `Name ${at}` }), description, 'x-ms-visibility': 'important' };
  };
  const properties = Object.fromEntries(Array.from({ length: fields }, (_, at) => [`name${at}`, field(at)]));
  const item = (at: number) => ({
    get: {
      operationId: `GetThing${at}`,
      summary: `Get thing ${at}`,
      description: `Gets thing number ${at}.`,
      responses: { 200: { description: 'The thing.', schema: { type: 'object', properties } } },
    },
  });
  return {
    swagger: '2.0',
    info: { title: 'Things', description: 'Gives things of all kinds.', version: '1.0' },
    host: 'api.contoso.com',
    basePath: '/',
    schemes: ['https'],
    produces: ['application/json'],
    paths: Object.fromEntries(Array.from({ length: operations }, (_, at) => [`/things/${at}`, item(at)])),
  };
}

function written(folder: string, definition: object): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'apiDefinition.swagger.json'), JSON.stringify(definition, null, 2));
  return folder;
}

function isJson(file: string): boolean {
  try {
    JSON.parse(readFileSync(file, 'utf8'));
    return true;
  } catch {
    return false;
  }
}
