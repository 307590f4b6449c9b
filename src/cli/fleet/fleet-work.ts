import { hashOfWanted, type Wanted } from '../../azure/custom-api.js';
import { Fault, isFault } from '../../core/fault.js';
import { createHash } from 'node:crypto';
import { canonicalKey } from '../../openapi/canonical-key.js';
import { plural } from '../../report/counts.js';
import type { World } from '../world.js';
import type { Backends } from './backends.js';
import type { Connectors } from './connectors.js';
import type { FleetFlags } from './fleet-flags.js';
import { failed, type Doing, type FleetEntry, type JobResult } from './job.js';
import type { Keys } from './keys.js';

/** What the work at every target needs. */
export interface Working {
  readonly world: World;
  readonly flags: FleetFlags;
  readonly connectors: Connectors;
  readonly backends: Backends;
  readonly keys: Keys;
  /** Of this tool. */
  readonly version: string;
  /** What is done already, by the target in lower case, with the hash of what was wanted then. */
  readonly done: ReadonlyMap<string, string>;
}

/** What came of one target, and of what was wanted there. */
export interface Worked extends JobResult {
  readonly hash: string;
}

/** Does something at one target, unless it is done already. Whatever goes wrong is in the result: the other targets go on. */
export async function workOn(working: Working, entry: FleetEntry, doing: Doing): Promise<Worked> {
  const { world, flags, connectors, backends, keys, version, done } = working;
  let hash = '';
  try {
    const wanted = wantedAt(working, entry);
    hash = hashAt(wanted, entry);
    if (done.get(entry.id.toLowerCase()) === hash) return { result: 'skipped', ok: true, done: true, hash };
    const backend = await backends(entry.settings);
    const place = { target: entry.target, ...backend };
    return { ...(await doing({ world, flags, entry, wanted, place, key: () => keys(entry) })), hash };
  } catch (error) {
    return { ...failed(failureOf(error)), hash };
  }

  function wantedAt({ connectors: all }: Working, at: FleetEntry): Wanted {
    const loaded = all.at(at);
    const errors = loaded.findings.filter(({ severity }) => severity === 'error').length;
    const { connector } = loaded;
    if (connector === undefined || errors > 0) throw unsound(loaded.file, errors);
    const iconUri = connectors.icon(loaded);
    const { tags = {} } = at.settings;
    return { connector, version, tags, ...(iconUri !== undefined && { iconUri }) };
  }
}

function unsound(file: string, errors: number): Fault {
  return new Fault('not-a-connector', `The connector ${file} has ${plural(errors, 'error')}.`, {
    help: `Run "connector-kit lint ${file}", and mend them.`,
  });
}

/** What is wanted at a target, as a hash: of a key only where it comes from. */
function hashAt(wanted: Wanted, { settings }: FleetEntry): string {
  const { location = null, connection = null, key } = settings;
  const where = key?.env ?? key?.vault ?? null;
  const all = [hashOfWanted(wanted), { ...wanted.tags }, location, connection, where];
  return createHash('sha256').update(canonicalKey(all)).digest('hex');
}

function failureOf(error: unknown): { readonly code: string; readonly message: string; readonly help: string } {
  if (isFault(error)) return { code: error.code, message: error.message, help: error.help };
  const message = `This is a bug in connector-kit: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  return { code: 'our-bug', message, help: 'Please report it to the maintainers of connector-kit.' };
}
