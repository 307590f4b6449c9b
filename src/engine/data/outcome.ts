import type { Json } from '../../core/json.js';
import type { Evaluated } from '../../expression/evaluate.js';
import type { PlacedProblem, Prepared } from '../../expression/prepare.js';
import type { RunError } from '../record.js';

/** What a data action comes to. */
export type Outcome =
  | { readonly ok: true; readonly outputs: Json }
  | {
      readonly ok: false;
      /** Of the action's record: `BadRequest`, `InvalidJSON`, ... Not always that of the error. */
      readonly code: string;
      readonly error: RunError;
      readonly outputs?: Json;
    };

/** One time that a data action has run. */
export interface DataResult {
  readonly outcome: Outcome;
  /** What the history records as inputs; undefined where it has none, because they could not be evaluated. */
  readonly inputs: Json | undefined;
  /** Whether the inputs, or what the outputs were made of, came from what the service hides. */
  readonly secret: boolean;
}

/** The run that a data action is in. */
export interface DataRun {
  /** The name of the action, for messages. */
  readonly action: string;
  /** Evaluates without wording the message for an action (no `action` option). With `item`, that is what `item()` gives. */
  evaluate(prepared: Prepared, item?: Json): Evaluated;
}

/** A data action with its inputs read: to be run any number of times. */
export interface ReadyDataAction {
  /** What is wrong with its expressions; pointers are within the inputs. What has one must not be run. */
  readonly problems: readonly PlacedProblem[];
  /** Throws nothing, takes a bounded time. */
  run(run: DataRun): DataResult;
}

/** Reads the inputs of an action, as the workflow has them. Never throws, whatever they are. */
export type DataAction = (inputs: Json) => ReadyDataAction;
