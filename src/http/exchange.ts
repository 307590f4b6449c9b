import type { Json } from '../core/json.js';

/** One recorded request and its response, whatever format it was recorded in, with its credentials already replaced. */
export interface Exchange {
  /** What messages call it: the file as the user named it, with `#n` where a file holds several. */
  readonly sample: string;
  /** The file that it was read from. */
  readonly file: string;
  readonly request: RecordedRequest;
  /** Absent where only the request is known, such as one printed in an article. */
  readonly response?: RecordedResponse;
  /** JSON Pointers into the file, so that a finding can say where the value stands. */
  readonly pointers: {
    readonly request: string;
    readonly requestBody: string;
    readonly response: string;
    readonly responseBody: string;
  };
}

/** What was sent. */
export interface RecordedRequest {
  /** Upper case. */
  readonly method: string;
  /** As recorded: absolute, or only a path, or with an unresolved placeholder for its host. */
  readonly url: string;
  /** Names in lower case. Empty where the recorder kept none. */
  readonly headers: Readonly<Record<string, string>>;
  /** The header `content-type`, as recorded. */
  readonly contentType?: string | undefined;
  readonly body: Body;
}

/** What was answered. */
export interface RecordedResponse {
  readonly status: number;
  /** Names in lower case. Empty where the recorder kept none. */
  readonly headers: Readonly<Record<string, string>>;
  /** The header `content-type`, as recorded. */
  readonly contentType?: string | undefined;
  readonly body: Body;
}

/** A body as recorded: none, a JSON value, a text that is not JSON (`problem` says why, where JSON was promised; `clipped` where the recorder kept a part or nothing of it), or bytes that are no text. */
export type Body =
  | { readonly kind: 'none' }
  | JsonBody
  | { readonly kind: 'text'; readonly text: string; readonly problem?: string; readonly clipped?: true }
  | { readonly kind: 'bytes'; readonly base64: string; readonly problem: string };

/** A JSON body, with its credentials and without. */
export interface JsonBody {
  readonly kind: 'json';
  /** As recorded, credentials and all: to be looked at, never to be printed or stored. */
  readonly recorded: Json;
  /** The same with its credentials replaced. Made when it is first asked for: most bodies are looked at and nothing is said of them. */
  readonly value: Json;
}
