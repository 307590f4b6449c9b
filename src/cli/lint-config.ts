import { dirname, join } from 'node:path/posix';
import type { SourceDocument } from '../core/document.js';
import { finding, type Finding } from '../core/finding.js';
import { isObject, own } from '../core/json.js';
import { didYouMean } from '../core/nearest.js';
import { child } from '../core/pointer.js';
import { shorten } from '../core/shorten.js';
import { readSuppressions, type Suppression, type Suppressions } from '../lint/suppress-read.js';
import { configRules } from './lint-config-rules.js';
import { readFile } from './read-source.js';
import { isRefusal, type World } from './world.js';

/** What `connector-kit.yaml` says. */
export interface Config {
  /** Undefined where there is none. */
  readonly source: SourceDocument | undefined;
  readonly suppressions: readonly Suppression[];
  /** What is wrong with it. */
  readonly findings: readonly Finding[];
  /** Whether a suppression is about a file; one that names none is about all. What it names counts from the folder of the configuration. */
  covers(suppression: Suppression, file: string): boolean;
  /** Whether what a suppression names belongs to the connector of that definition: it is in the same folder, or is a folder above. */
  isNear(suppression: Suppression, definition: string): boolean;
}

const configFile = 'connector-kit.yaml';

/** Reads `connector-kit.yaml` of the current folder, or of the nearest above that has one. */
export async function readConfig(world: World): Promise<Config> {
  const path = pathOf(world);
  if (path === undefined)
    return { source: undefined, suppressions: [], findings: [], covers: () => false, isNear: () => false };
  const source = await readFile(world, world.shown(path));
  const { entries, findings } = contentOf(source);
  const folder = dirname(path);
  const named = ({ file }: Suppression) => file && join(folder, file).replace(/\/$/, '');
  const isIn = (path: string, meant: string) => path === meant || path.startsWith(`${meant}/`);
  return {
    source,
    suppressions: entries,
    findings: [...source.findings, ...findings.map((found) => ({ ...found, file: source.file }))],
    covers(suppression, file) {
      const meant = named(suppression);
      return meant === undefined || isIn(world.absolute(file), meant);
    },
    isNear(suppression, definition) {
      const meant = named(suppression);
      const given = world.absolute(definition);
      return meant === undefined || isIn(given, meant) || dirname(given) === dirname(meant);
    },
  };
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
