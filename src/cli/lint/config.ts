import { dirname, isAbsolute, join } from 'node:path/posix';
import type { SourceDocument } from '../../core/document.js';
import { finding, type Finding } from '../../core/finding.js';
import { isObject, own } from '../../core/json.js';
import { didYouMean } from '../../core/nearest.js';
import { child } from '../../core/pointer.js';
import { shorten } from '../../core/shorten.js';
import { readSuppressions, type Suppression, type Suppressions } from '../../lint/suppress-read.js';
import { suppressRules } from '../../lint/suppress-rules.js';
import { configRules } from './config-rules.js';
import { readFile } from '../read-source.js';
import { isRefusal, type World } from '../world.js';

/** What `connector-kit.yaml` says. */
export interface Config {
  /** Undefined where there is none. */
  readonly source: SourceDocument | undefined;
  readonly suppressions: readonly Suppression[];
  /** What is wrong with it. */
  readonly findings: readonly Finding[];
  /** The suppressions that are about a file; one that names none is about all. What it names counts from the folder of the configuration. */
  covering(file: string): ReadonlySet<Suppression>;
  /** Whether what a suppression names belongs to the connector of that definition: it is in the same folder, or is a folder above. */
  isNear(suppression: Suppression, definition: string): boolean;
}

const configFile = 'connector-kit.yaml';

/** Reads `connector-kit.yaml` of the current folder, or of the nearest above that has one. */
export async function readConfig(world: World): Promise<Config> {
  const path = pathOf(world);
  const none = { source: undefined, suppressions: [], findings: [] };
  if (path === undefined) return { ...none, covering: () => new Set(), isNear: () => false };
  const source = await readFile(world, world.shown(path));
  const { entries, findings } = contentOf(source);
  const named = new Map(entries.map((one) => [one, pathMeant(one, dirname(path))]));
  const missing = entries.filter((one) => isMissing(world, named.get(one)));
  const suppressions = entries.filter((one) => !missing.includes(one));
  const byPath = new Map<string | undefined, Suppression[]>(suppressions.map((one) => [named.get(one), []]));
  for (const one of suppressions) byPath.get(named.get(one))?.push(one);
  const found = [...source.findings, ...findings, ...missing.map(missingFile)];
  return {
    source,
    suppressions,
    findings: found.map((one) => ({ ...one, file: source.file })),
    covering: (file) => new Set([undefined, ...above(world.absolute(file))].flatMap((at) => byPath.get(at) ?? [])),
    isNear(suppression, definition) {
      const meant = named.get(suppression);
      if (meant === undefined) return true;
      const given = world.absolute(definition);
      return given === meant || given.startsWith(`${meant}/`) || dirname(given) === dirname(meant);
    },
  };
}

/** The path from the root that a suppression names. */
function pathMeant({ file }: Suppression, folder: string): string | undefined {
  if (file === undefined) return undefined;
  return (isAbsolute(file) ? join(file) : join(folder, file)).replace(/(?<=.)\/$/, '');
}

function isMissing(world: World, path: string | undefined): boolean {
  return path !== undefined && world.stat(path) === undefined;
}

function missingFile({ file = '', at }: Suppression): Finding {
  const wildcard = file.includes('*') ? '; a folder stands for all that is in it, and "*" for nothing else' : '';
  const message = `The suppression is about ${shorten(file)}, which is no file or folder${wildcard}.`;
  return finding(suppressRules.suppressionInvalid, { pointer: child(at, 'file'), message });
}

/** A path, and the folders above it. */
function above(path: string): readonly string[] {
  const found = [path];
  for (let at = dirname(path); at !== found.at(-1); at = dirname(at)) found.push(at);
  return found;
}

function pathOf(world: World): string | undefined {
  for (let folder = world.absolute('.'); folder.includes('/'); folder = dirname(folder)) {
    const path = join(folder, configFile);
    const stat = world.stat(path);
    if (stat !== undefined && !isRefusal(stat) && stat.kind === 'file') return path;
    if (folder === dirname(folder)) return undefined;
  }
  return undefined;
}

const keys = ['suppressions'];
const suppressionKeys = ['code', 'reason', 'file', 'pointer'];

function contentOf({ value }: SourceDocument): Suppressions {
  if (value === undefined || value === null) return { entries: [], findings: [] }; // unreadable, or empty
  if (!isObject(value)) {
    const message = `The configuration is ${shorten(value)}, expected a mapping with the key suppressions.`;
    return { entries: [], findings: [finding(configRules.configInvalid, { pointer: '', message })] };
  }
  const unknown = Object.keys(value).filter((key) => !keys.includes(key));
  const findings = unknown.map((key) => {
    const message = `${shorten(key)} is no key of ${configFile}, expected suppressions.${didYouMean(key, keys)}`;
    return finding(configRules.configKeyUnknown, { pointer: child('', key), message });
  });
  const list = own(value, 'suppressions') ?? [];
  const read = readSuppressions(list, { at: '/suppressions', node: '', keys: suppressionKeys });
  return { entries: read.entries, findings: [...findings, ...read.findings] };
}
