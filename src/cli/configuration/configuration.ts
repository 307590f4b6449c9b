import { dirname } from 'node:path/posix';
import type { SourceDocument } from '../../core/document.js';
import { finding, type Finding } from '../../core/finding.js';
import { isObject, own, type Json, type JsonObject } from '../../core/json.js';
import { didYouMean } from '../../core/nearest.js';
import { child } from '../../core/pointer.js';
import { shorten } from '../../core/shorten.js';
import { readSuppressions, type Suppression } from '../../lint/suppress-read.js';
import { readFile } from '../read-source.js';
import type { World } from '../world.js';
import { configurationFile } from './place.js';
import { readSamples, readTarget, readTexts, type Report, type SamplesOf, type TargetValues } from './read-parts.js';
import { configRules } from './rules.js';
import { configurationSchema } from './schema.js';
import { secretsIn } from './secrets.js';

/** What `connector-kit.yaml` says, as far as it is in the right form. */
export interface Configuration {
  /** Undefined where there is none. */
  readonly source: SourceDocument | undefined;
  /** Where its paths begin, from the root. */
  readonly folder: string;
  /** As they stand in the file. */
  readonly connectors: readonly string[];
  readonly playbooks: readonly string[];
  readonly samples: SamplesOf;
  readonly target: TargetValues;
  readonly suppressions: readonly Suppression[];
  /** What is wrong with it, in the order of its keys. Without a place in the text. */
  readonly findings: readonly Finding[];
}

/** Where there is no configuration. */
export const noConfiguration: Configuration = {
  source: undefined,
  folder: '/',
  connectors: [],
  playbooks: [],
  samples: { all: [], by: new Map() },
  target: {},
  suppressions: [],
  findings: [],
};

const suppressionKeys = ['code', 'reason', 'file', 'pointer'];

/** Reads a configuration. `path` is where it is, from the root. */
export async function readConfiguration(world: World, path: string): Promise<Configuration> {
  const source = await readFile(world, world.shown(path));
  const folder = dirname(path);
  const { value } = source;
  const empty = { ...noConfiguration, source, folder };
  if (value === undefined || value === null) return { ...empty, findings: source.findings }; // unreadable, or empty
  const findings: Finding[] = [...source.findings];
  const report: Report = (found) => void findings.push({ ...found, file: source.file });
  if (!isObject(value)) {
    const message = `The configuration is ${shorten(value)}, expected a mapping with keys such as connectors.`;
    report(finding(configRules.configInvalid, { pointer: '', message }));
    return { ...empty, findings };
  }
  secretsIn(value).forEach(report);
  unknownKeys(value).forEach(report);
  const part = (name: string): Json | undefined => own(value, name) ?? undefined; // a key with nothing behind it says nothing
  const suppressed = readSuppressions(part('suppressions') ?? [], {
    at: '/suppressions',
    node: '',
    keys: suppressionKeys,
  });
  const read = {
    ...empty,
    connectors: readTexts(part('connectors') ?? [], '/connectors', report),
    samples: readSamples(part('samples') ?? [], report),
    playbooks: readTexts(part('playbooks') ?? [], '/playbooks', report),
    target: readTarget(part('target') ?? {}, report),
    suppressions: suppressed.entries,
  };
  suppressed.findings.forEach(report);
  if (read.connectors.length > 1 && read.target['name'] !== undefined) {
    const message = `The name is that of one connector, and there are ${read.connectors.length} connectors.`;
    report(finding(configRules.configInvalid, { pointer: '/target/name', message }));
  }
  return { ...read, findings };
}

const keys = Object.keys(configurationSchema.properties);

function unknownKeys(value: JsonObject): readonly Finding[] {
  const expected = keys.filter((key) => !key.startsWith('$')).join(', ');
  return Object.keys(value)
    .filter((key) => !keys.includes(key))
    .map((key) => {
      const message = `${shorten(key)} is no key of ${configurationFile}, expected ${expected}.${didYouMean(key, keys)}`;
      return finding(configRules.configKeyUnknown, { pointer: child('', key), message });
    });
}
