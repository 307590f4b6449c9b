import type { Json } from '../core/json.js';

/** What functions of a workflow ask for. Those behind the first four have no name. */
export type Source =
  /** `{ outputs: { headers, body }, ... }`: what trigger() gives. */
  | 'trigger'
  /** What workflow() gives. */
  | 'workflow'
  /** The address of listCallbackUrl(), a text. */
  | 'callbackUrl'
  /** The item of the loop, Select or Query around. */
  | 'item'
  /** What action() gives, where the service has it. */
  | 'currentAction'
  /** The record of an action: `{ name, status, code, inputs, outputs, error }`. */
  | 'action'
  | 'variable'
  | 'parameter'
  /** The item of a loop, by the loop's name. */
  | 'items'
  | 'iterationIndex'
  /** The records of the actions in a scope. */
  | 'result';

/** What was asked for. */
export interface Answer {
  readonly value: Json;
  /** Whether the service hides it (`secureData`, SecureString): whatever is made of it is told to be secret. */
  readonly secret?: boolean;
}

/** The run that an expression is evaluated in. Asked only for what is needed, when it is needed. */
export interface Context {
  /** The time, as ISO 8601 in UTC. */
  now(): string;
  /** A random number, at least 0 and less than 1. */
  random(): number;
  /** What `name` stands for, compared without case; undefined where there is none. */
  find(source: Source, name: string): Answer | undefined;
  /** Told what an evaluation took, in the units of `MAX_WORK`. */
  spent?(units: number): void;
}
