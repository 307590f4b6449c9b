import type { SourceDocument } from '../core/document.js';
import { finding, type Finding } from '../core/finding.js';
import { isArray, isObject, own, type Json, type JsonObject } from '../core/json.js';
import { child } from '../core/pointer.js';
import { shorten } from '../core/shorten.js';
import { unknownKeys } from './keys.js';
import { readSettings } from './read-settings.js';
import { fleetRules } from './rules.js';
import { fleetSchema, settingSchemas, targetSchemas } from './schema.js';
import type { FleetTarget, Settings } from './target.js';

/** What a fleet file says. */
export interface Fleet {
  /** What holds for each target that does not say otherwise. */
  readonly defaults: Settings;
  /** In the order of the file: what each of them says itself. */
  readonly targets: readonly FleetTarget[];
  /** What is wrong with it: then nothing of it is to be done. */
  readonly findings: readonly Finding[];
}

/** Reads a fleet file. */
export function readFleet({ file, value, findings: before }: SourceDocument): Fleet {
  const findings: Finding[] = [...before];
  const report = (found: Finding) => void findings.push({ ...found, file });
  const invalid = (pointer: string, message: string) => report(finding(fleetRules.invalid, { pointer, message }));
  if (value === undefined) return { defaults: {}, targets: [], findings };
  if (!isObject(value)) {
    invalid('', `The fleet is ${shorten(value)}, expected a mapping with the key targets.`);
    return { defaults: {}, targets: [], findings };
  }
  unknownKeys(value, { at: '', known: Object.keys(fleetSchema.properties) }).forEach(report);
  const defaults = partOf(own(value, 'defaults') ?? {}, { at: '/defaults', known: settingSchemas }, report);
  const list = own(value, 'targets');
  if (list === undefined || !isArray(list) || list.length === 0) {
    const said = list === undefined ? 'are missing' : `are ${shorten(list)}`;
    invalid(list === undefined ? '' : '/targets', `The targets ${said}, expected a list of one or more.`);
    return { defaults: {}, targets: [], findings };
  }
  const targets = list.map((one, index) => {
    const label = labelOf(one);
    const said = partOf(one, { at: child('/targets', index), known: targetSchemas }, report);
    return label === undefined ? said : { ...said, label };
  });
  return { defaults, targets, findings };
}

interface Part {
  readonly at: string;
  readonly known: Readonly<Record<string, object>>;
}

function partOf(value: Json, { at, known }: Part, report: (found: Finding) => void): Settings {
  if (isObject(value)) {
    unknownKeys(value, { at, known: Object.keys(known) }).forEach(report);
    return readSettings(value, at, report);
  }
  const what = at === '/defaults' ? 'The defaults are' : 'The target is';
  const message = `${what} ${shorten(value)}, expected a mapping.`;
  report(finding(fleetRules.invalid, { pointer: at, message }));
  return {};
}

function labelOf(target: Json): string | undefined {
  const label = isObject(target) ? own<Json>(target as JsonObject, 'label') : undefined;
  return typeof label === 'string' && label.trim() !== '' ? label : undefined;
}
