import { dirname, isAbsolute, join } from 'node:path/posix';
import type { SourceDocument } from '../../core/document.js';
import { finding, type Finding } from '../../core/finding.js';
import { child } from '../../core/pointer.js';
import { shorten } from '../../core/shorten.js';
import type { Suppression } from '../../lint/suppress-read.js';
import { suppressRules } from '../../lint/suppress-rules.js';
import type { Configuration } from '../configuration/configuration.js';
import type { World } from '../world.js';

/** What `connector-kit.yaml` says of findings. */
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

/** What is followed of a configuration; the rest is only for what is said of it. */
type Suppressed = Pick<Configuration, 'folder' | 'suppressions'> & Partial<Configuration>;

/** The suppressions of a configuration, and all that is wrong with it. */
export function configOf(world: World, configuration: Suppressed | undefined): Config {
  const none = { source: undefined, suppressions: [], findings: [] };
  if (configuration === undefined) return { ...none, covering: () => new Set(), isNear: () => false };
  const { source, folder, suppressions: entries, findings = [] } = configuration;
  const named = new Map(entries.map((one) => [one, pathMeant(one, folder)]));
  const missing = entries.filter((one) => isMissing(world, named.get(one)));
  const suppressions = entries.filter((one) => !missing.includes(one));
  const byPath = new Map<string | undefined, Suppression[]>(suppressions.map((one) => [named.get(one), []]));
  for (const one of suppressions) byPath.get(named.get(one))?.push(one);
  return {
    source,
    suppressions,
    findings: [...findings, ...missing.map(missingFile)].map((one) => (source ? { ...one, file: source.file } : one)),
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
