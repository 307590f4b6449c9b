/**
 * Matchers for Jest, and for what takes its matchers. Importing this extends the global `expect`, where there is one; with imported ones
 * (`@jest/globals`, Vitest) call `expect.extend(connectorMatchers)`.
 */
import type { Json } from './core/json.js';
import type { Connector } from './definition/connector.js';
import {
  toBeClean,
  toBeReplaceableBy,
  toSatisfyConnector,
  type CleanOptions,
  type SatisfyOptions,
} from './matchers/connector-matchers.js';
import {
  toHaveAddedComment,
  toHaveAddedTask,
  toHaveCalled,
  toHaveFailed,
  toHaveSucceeded,
  toHaveTag,
  toMeetExpectations,
  type CalledLike,
  type Wanted,
} from './matchers/run-matchers.js';

export type { CalledLike, CleanOptions, SatisfyOptions, Wanted };

/** The matchers by name, for `expect.extend()`. */
export const connectorMatchers = {
  toSatisfyConnector,
  toBeClean,
  toBeReplaceableBy,
  toHaveSucceeded,
  toHaveFailed,
  toHaveAddedTask,
  toHaveAddedComment,
  toHaveTag,
  toHaveCalled,
  toMeetExpectations,
};

/** What `expect()` has with them: for a declaration that extends the matchers of another test runner. */
export interface ConnectorMatchers<R = void> {
  /** Of an exchange: no error is found when it is held against the connector's contract. */
  toSatisfyConnector(connector: Connector, options?: SatisfyOptions): R;
  /** Of a connector: the linter finds nothing of this severity (`failOn`, default `error`) or above. */
  toBeClean(options?: CleanOptions): R;
  /** Of a connector: playbooks that use it go on with the other version. */
  toBeReplaceableBy(other: Connector): R;
  /** Of a run: it ended as `Succeeded`. */
  toHaveSucceeded(): R;
  /** Of a run: it ended as `Failed`; with this code, where one is given. */
  toHaveFailed(code?: string): R;
  /** Of a run: it added a task with this title; with these details, where they are given. A text is held, a pattern matched. */
  toHaveAddedTask(title: Wanted, details?: Wanted): R;
  /** Of a run: it wrote a comment with this text. */
  toHaveAddedComment(text: Wanted): R;
  /** Of a run: the incident has this tag afterwards. */
  toHaveTag(tag: string): R;
  /** Of a run: it made such calls; at least one, or `times`. */
  toHaveCalled(like: CalledLike): R;
  /** Of a run: it did what a file of expectations says, as `playbook run --expect` reads it. */
  toMeetExpectations(expectations: Json): R;
}

declare global {
  // oxlint-disable-next-line typescript/no-namespace -- the way to Jest's types
  namespace jest {
    // oxlint-disable-next-line typescript/no-unused-vars -- Jest's own has two
    interface Matchers<R, T = {}> extends ConnectorMatchers<R> {}
  }
}

const { expect } = globalThis as { readonly expect?: { extend?(matchers: object): void } };
expect?.extend?.(connectorMatchers);
