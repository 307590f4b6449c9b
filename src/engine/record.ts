import type { Json } from '../core/json.js';

/** How an action, a trigger or a run ended. */
export type Status = 'Succeeded' | 'Failed' | 'Skipped' | 'TimedOut' | 'Cancelled' | 'Aborted';

/** Why something failed or was skipped, in the service's words where they are known. */
export interface RunError {
  readonly code: string;
  readonly message: string;
  /** The message before its names and values were put in, which expressions see in some errors. */
  readonly messageTemplate?: string;
}

/** What a run's history says of one time that an action stood before its turn. */
export interface Attempt {
  readonly status: Status;
  /** As the service names it: `OK`, `NotFound`, `429`, `ActionSkipped`, `ActionFailed`, ...; absent where the service shows none. */
  readonly code?: string;
  /** Evaluated; what `secureData` hides is replaced by `*sanitized*`. */
  readonly inputs?: Json;
  readonly outputs?: Json;
  readonly error?: RunError;
  /** ISO 8601 in UTC, on the run's own clock. */
  readonly startTime: string;
  readonly endTime: string;
}

/** An action in a run's history. */
export interface ActionRecord extends Attempt {
  readonly name: string;
  /** Such as `ApiConnection`. */
  readonly type: string;
  /** How often a loop went round, and how each round ended; of loops only. */
  readonly iterations?: readonly Status[];
  /** What is in a loop: each time, outermost loop first. The record itself then shows the last one. */
  readonly repetitions?: readonly Repetition[];
  /** How often it was sent again. */
  readonly retries?: number;
}

/** One time of an action within loops. */
export interface Repetition extends Attempt {
  /** The rounds of the loops around it, outermost first, counted from 0. */
  readonly indexes: readonly number[];
}

/** The trigger in a run's history. */
export interface TriggerRecord {
  readonly name: string;
  readonly type: string;
  /** Evaluated; absent where that fails. */
  readonly inputs?: Json;
  readonly outputs?: Json;
  /** Of a trigger with `splitOn`: how many runs it starts, of which this is one. */
  readonly splits?: number;
}

/** A run, as the history has it. */
export interface RunRecord {
  readonly status: 'Succeeded' | 'Failed' | 'Cancelled' | 'TimedOut';
  readonly error?: RunError;
  readonly startTime: string;
  readonly endTime: string;
  readonly trigger: TriggerRecord;
  /** By name, containers before what is in them, in document order. */
  readonly actions: ReadonlyMap<string, ActionRecord>;
  /** The workflow's outputs, by name. */
  readonly outputs: Readonly<Record<string, Json>>;
  /** What a Response action answered the trigger's caller with; absent where none ran. */
  readonly response?: { readonly statusCode: number; readonly headers: Json; readonly body?: Json };
}
