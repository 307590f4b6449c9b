import type { Call, Reply } from '../engine/effects.js';
import type { Json, JsonObject } from '../core/json.js';

/** Who answered a call. */
export type AnsweredBy = 'mock' | 'sentinel' | 'replay' | 'upstream' | 'nobody';

/** An answer with a status. */
export type Response = Exclude<Reply, { readonly failure: unknown }>;

/** An answer, and where it stands, so that what is wrong with it is found there. */
export interface Answer {
  readonly by: AnsweredBy;
  readonly reply: Reply;
  /** Of a mock or a recording. */
  readonly from?: AnswerPlace;
}

/** Where an answer stands in a file. */
export interface AnswerPlace {
  readonly file: string;
  /** Of the whole answer. */
  readonly pointer: string;
  readonly bodyPointer: string;
  /** The recording, as the user named it. */
  readonly sample?: string;
}

/** A call that was sent, and what came of it. */
export interface LoggedCall {
  readonly call: Call;
  readonly by: AnsweredBy;
  /** Undefined where no answer came. */
  readonly status: number | undefined;
  /** The operation of the connector, where one was given for its connection. */
  readonly operation?: string;
  /** A text that equal requests share. */
  readonly key: string;
  readonly usage?: Readonly<Record<string, number>>;
}

/** The value that a response's body has, with the headers that say so. */
export function withJsonType(headers: JsonObject, body: Json | undefined): JsonObject {
  const names = Object.keys(headers).map((name) => name.toLowerCase());
  if (body === undefined || typeof body === 'string' || names.includes('content-type')) return headers;
  return { ...headers, 'Content-Type': 'application/json; charset=utf-8' };
}
