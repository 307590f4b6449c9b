import type { Wanted } from '../../azure/custom-api.js';
import type { Target } from '../../azure/target.js';
import type { Secret } from '../../core/secret.js';
import type { Failure } from '../../fleet/fold.js';
import type { FleetTarget } from '../../fleet/target.js';
import type { Loaded } from '../loaded.js';
import type { Place } from '../target/place.js';
import type { World } from '../world.js';
import type { FleetFlags } from './fleet-flags.js';

/** A target, with all that is to be known of it before anything is asked. It is made when it is asked for: there may be many. */
export interface FleetEntry {
  /** Its place in the fleet file, from 0. */
  readonly index: number;
  /** What messages call it. */
  readonly label: string;
  /** The id of its connector in Azure, with the cloud. */
  readonly id: string;
  readonly target: Target;
  /** What the file and the flags say. */
  readonly settings: FleetTarget;
  /** The connector, its host still open; or why there is none. */
  readonly loaded: Loaded | Error;
}

/** What is to be done at one target. */
export interface Job {
  readonly world: World;
  readonly flags: FleetFlags;
  readonly entry: FleetEntry;
  readonly wanted: Wanted;
  readonly place: Place;
  /** Reads the key, once for all targets that have the same. */
  readonly key: () => Promise<Secret | undefined>;
}

/** What came of it. */
export interface JobResult {
  /** In a word, such as `created`. */
  readonly result: string;
  /** Whether the exit code is not 1 because of it. */
  readonly ok: boolean;
  /** Whether --resume leaves it out. */
  readonly done: boolean;
  readonly steps?: readonly { readonly action: string; readonly id: string }[];
  /** What a reader has to know of this target. */
  readonly error?: Failure;
}

/** Does it at one target. */
export type Doing = (job: Job) => Promise<JobResult>;

/** Nothing was done there. */
export function failed(error: Failure): JobResult {
  return { result: 'failed', ok: false, done: false, error };
}
