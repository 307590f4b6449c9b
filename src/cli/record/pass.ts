import type { IncomingMessage, ServerResponse } from 'node:http';
import type { WireExchange } from '../net/wire-exchange.js';
import type { Capture } from './capture.js';

/** What came of a request that went on: the whole exchange, or why there is none to keep, as a part of a sentence. */
export type Passed = { readonly exchange: WireExchange } | { readonly notKept: string };

/** A request that goes on, and its copy. */
export interface Pass {
  readonly client: IncomingMessage;
  readonly answer: ServerResponse;
  readonly asked: Capture;
  readonly answered: Capture;
  /** Only the first call counts. */
  readonly done: (passed: Passed) => void;
}
