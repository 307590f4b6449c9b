import type { Json, JsonObject } from '../core/json.js';
import type { Answer } from '../expression/context.js';
import type { Send } from './effects.js';
import type { Inputs } from './ready/inputs.js';
import type { ReadyParameter, ReadyTrigger } from './ready/declared.js';
import type { RunError, RunRecord, Status } from './record.js';
import type { Ending } from './run/ending.js';
import type { Queue } from './run/queue.js';
import type { Variable } from './values/variable.js';

/** What an action does when its turn comes: it ends the turn, at once or by a later event. */
export type Start = (run: Run, turn: Turn) => void | Promise<void>;

/** What an action waits for. */
export interface Dependency {
  readonly action: ReadyAction;
  /** How that may have ended, as the service spells it. */
  readonly statuses: readonly string[];
}

/** An action, ready to be run any number of times. */
export interface ReadyAction {
  readonly name: string;
  readonly type: string;
  /** Its place in the workflow's list, which is in document order. */
  readonly id: number;
  /** Its place in its block. */
  readonly at: number;
  /** The innermost loop that it stands in. */
  readonly loop: ReadyAction | undefined;
  /** Its place among all that has the same innermost loop. */
  readonly slot: number;
  readonly after: readonly Dependency[];
  /** What waits for it. */
  readonly next: readonly ReadyAction[];
  /** What is in it, in document order. */
  readonly branches: readonly ReadyBlock[];
  readonly hidesInputs: boolean;
  readonly hidesOutputs: boolean;
  readonly start: Start;
}

/** Actions that stand beside each other. */
export interface ReadyBlock {
  readonly actions: readonly ReadyAction[];
}

/** A workflow, ready to be run any number of times. */
export interface ReadyWorkflow {
  readonly trigger: ReadyTrigger;
  readonly parameters: readonly ReadyParameter[];
  readonly top: ReadyBlock;
  /** In document order, containers before what is in them. */
  readonly actions: readonly ReadyAction[];
  /** By name, in lower case. */
  readonly byName: ReadonlyMap<string, ReadyAction>;
  readonly outputs: readonly { readonly name: string; readonly value: Inputs }[];
}

/** One round of a loop, or the run itself: what has happened in it. */
export interface Frame {
  readonly around: Frame | undefined;
  readonly loop: ReadyAction | undefined;
  /** Of a Foreach. */
  readonly item: Answer | undefined;
  /** The rounds of the loops around, outermost first, and its own. */
  readonly indexes: readonly number[];
  /** By slot. */
  readonly past: (Past | undefined)[];
}

/** The actions of a block on their way. */
export interface BlockRun {
  readonly block: ReadyBlock;
  readonly frame: Frame;
  /** How many each action still waits for. */
  readonly waiting: number[];
  left: number;
  readonly done: (status: Status) => void;
}

/** An action whose turn it is. */
export interface Turn {
  readonly action: ReadyAction;
  readonly frame: Frame;
  readonly within: BlockRun;
  /** In milliseconds since 1970, on the run's clock. */
  readonly startedAt: number;
}

/** An action that has ended. */
export interface Past extends Ending {
  readonly action: ReadyAction;
  readonly frame: Frame;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly secretInputs: boolean;
  readonly secretOutputs: boolean;
  /** What `actions()` gives, made when it is asked for. */
  view: JsonObject | undefined;
}

/** A run on its way. */
export interface Run {
  readonly ready: ReadyWorkflow;
  readonly options: RunOptions;
  readonly send: Send;
  readonly startedAt: number;
  /** In milliseconds since 1970. */
  now: number;
  readonly queue: Queue;
  readonly random: () => number;
  readonly top: Frame;
  /** By name, in lower case. */
  readonly variables: Map<string, Variable>;
  readonly parameters: ReadonlyMap<string, Answer>;
  trigger: TriggerState;
  /** The turns that have not ended. */
  readonly open: Set<Turn>;
  /** The last time of each action, by its id. */
  readonly latest: (Past | undefined)[];
  /** All times of what is in loops, by its id. */
  readonly repeated: (Past[] | undefined)[];
  turns: number;
  response: RunRecord['response'];
  /** Whether the response holds what the service hides. */
  isResponseSecret: boolean;
  ended: Ended | undefined;
}

/** How a run has ended. */
export interface Ended {
  readonly status: RunRecord['status'];
  readonly error?: RunError;
  /** Why actions have not had their turn; absent where all have that could. */
  readonly cut?: 'Terminated' | 'TimedOut' | 'NotStarted';
}

/** The trigger of a run. */
export interface TriggerState {
  readonly outputs: JsonObject | undefined;
  /** How many runs it starts: the length of the list that it splits on. */
  readonly splits: number | undefined;
  /** What `trigger()` gives, made when it is asked for. */
  view: Answer | undefined;
}

/** What a run is started with. */
export interface RunOptions {
  readonly trigger?: {
    readonly headers?: JsonObject;
    readonly queries?: JsonObject;
    readonly body?: Json;
    /** Of a trigger with `splitOn`: which item of the list; 0 where it is not said. */
    readonly index?: number;
  };
  /** The values of the workflow's parameters by name, `$connections` among them. */
  readonly parameters?: JsonObject;
  readonly send: Send;
  /** Waited for now and then, so that somebody else has a turn in between: a run may compute for seconds. */
  readonly rest?: () => Promise<void>;
  /** When the run starts, in milliseconds since 1970. */
  readonly now: number;
  /**
   * What random numbers follow from, and the order of what happens at the same time: 0 (where it is not said) takes turns fairly, any other
   * number shuffles.
   */
  readonly seed?: number;
  /** What `workflow()` gives beside the run: name, id, location, tags. */
  readonly workflow?: JsonObject;
  /** What `listCallbackUrl()` gives. */
  readonly callbackUrl?: string;
  /** The workflows that Workflow actions call, by name. */
  readonly children?: ReadonlyMap<string, ReadyWorkflow>;
  /** How many workflows are around this one. */
  readonly depth?: number;
}
