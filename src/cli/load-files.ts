import { basename, dirname, extname, join } from 'node:path/posix';
import type { SourceDocument } from '../core/document.js';
import { isObject, own } from '../core/json.js';
import { Fault } from '../core/fault.js';
import { shorten } from '../core/shorten.js';
import { contractFile, definitionFiles, propertiesFile } from '../definition/folder.js';
import type { Connector } from '../definition/connector.js';
import type { ConnectorSources, ReadConnector } from '../definition/read.js';
import type { Loaded } from './loaded.js';
import { readFile } from './read-source.js';
import { isRefusal, type World } from './world.js';

/** What is said of a connector's documents, and the connector in them. */
type Reader = (sources: ConnectorSources) => ReadConnector | Promise<ReadConnector>;

/** Reads the connector in a folder. Throws a `Fault` (`not-a-connector`) for one without a definition. */
export async function loadFolder(world: World, folder: string): Promise<Loaded> {
  const definition = definitionFiles.find((file) => isThere(world, join(folder, file)));
  if (definition !== undefined) return loadDefinition(world, join(folder, definition));
  const entries = world.list(folder);
  if (isRefusal(entries)) {
    const help = 'Check the permissions of the folder.';
    throw new Fault('not-readable', `The folder ${shorten(folder)} cannot be read: ${entries.refused}.`, { help });
  }
  throw new Fault('not-a-connector', `The folder ${shorten(folder)} has no definition in it.`, {
    help: `A connector's folder has ${definitionFiles[0]} in it.`,
  });
}

/** Reads the connector of one definition file, as `World.shown` gives its path, and the files of the connector that lie beside it. `reader`: what checks them, where it is loaded already. */
export async function loadDefinition(world: World, file: string, reader: Reader = readChecked): Promise<Loaded> {
  return load(world, { file, name: nameOf(world, file) }, reader);
}

/**
 * Reads a shipped connector. Its files are not checked again: `build` wrote and checked them, and a test says that they are not stale.
 * Checking costs a fifth of a whole run with one sample.
 */
export async function loadShipped(world: World, folder: string, name: string): Promise<Loaded> {
  return load(world, { file: join(folder, definitionFiles[0]), name }, readTrusted);
}

async function load(world: World, { file, name }: { file: string; name: string }, reader: Reader): Promise<Loaded> {
  const folder = dirname(file);
  const beside = file.slice(0, file.lastIndexOf('/') + 1); // the path is in its shortest form: `join` would go through all of it again
  const definition = await readFile(world, file);
  const template = isTemplate(definition) ? await inTemplate(definition, name) : undefined;
  if (template) return template;
  const properties = await readBeside(world, beside + propertiesFile);
  const contract = await readBeside(world, beside + contractFile);
  const sources = { name, definition, ...(properties && { properties }), ...(contract && { contract }) };
  const { connector, findings } = await reader(sources);
  const documents = [definition, properties, contract].filter((document) => document !== undefined);
  return { name, connector, findings, documents, file, folder, ...(contract && { contractFile: contract.file }) };
}

/** A quick look: nearly no document is a template, and what reads one is loaded for those only. */
function isTemplate({ value }: SourceDocument): boolean {
  return isObject(value) && own(value, 'resources') !== undefined && own(value, 'swagger') === undefined;
}

/** The connector of an ARM template; undefined for what is none. */
async function inTemplate({ value, file }: SourceDocument, name: string): Promise<Loaded | undefined> {
  const [{ connectorsInTemplate }, { loadTemplate }] = await Promise.all([
    import('../definition/in-template.js'),
    import('./load-template.js'),
  ]);
  const found = connectorsInTemplate(value ?? null);
  return found && loadTemplate(found, file, name);
}

async function readChecked(sources: ConnectorSources): Promise<ReadConnector> {
  const { readConnector } = await import('../definition/read.js');
  return readConnector(sources);
}

function readTrusted(sources: ConnectorSources): ReadConnector | Promise<ReadConnector> {
  const { name, definition, properties, contract } = sources;
  const values = [definition, properties, contract].map((source) => source?.value);
  if (!values.every(isObject)) return readChecked(sources);
  const [document, branding, promises] = values as readonly unknown[]; // written by our own build from a Connector
  return {
    connector: { name, definition: document, properties: branding, contract: promises } as Connector,
    findings: [],
  };
}

async function readBeside(world: World, file: string): Promise<SourceDocument | undefined> {
  return isThere(world, file) ? readFile(world, file) : undefined;
}

/** The folder's name for the files of a connector's folder, the file's own for any other. */
function nameOf(world: World, file: string): string {
  const isStandard = definitionFiles.some((name) => name === basename(file));
  if (!isStandard) return basename(file, extname(file));
  const folder = basename(dirname(file));
  return folder === '' || folder === '.' || folder === '..' ? basename(dirname(world.absolute(file))) : folder;
}

function isThere(world: World, file: string): boolean {
  const stat = world.stat(file);
  return stat !== undefined && !isRefusal(stat);
}
