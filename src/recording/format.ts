import type { Json } from '../core/json.js';

/** A format in which other tools keep recorded exchanges. One module a format; `formats.ts` lists them. */
export interface RecordingFormat {
  /** What messages and imported samples call it, such as `HAR`. */
  readonly title: string;
  /** Whether a document is meant as this format, well-formed or nearly: no other format and no ordinary JSON looks like this. */
  recognizes(value: Json): boolean;
  /** The entries of a recognized document, well-formed or not, in its order. */
  entries(value: Json, report: Report): readonly Entry[];
  /**
   * The exchanges of one entry: mostly one; none for what is no HTTP or was never sent; several for a request with several saved answers.
   * What cannot be read is reported, and left out: an entry with a report gives no exchange, the others go on.
   */
  read(entry: Entry, report: Report): readonly RawExchange[];
}

/** Says what is wrong with a document, and where: a JSON Pointer into the file, and one sentence. */
export type Report = (pointer: string, message: string) => void;

/** A part of a document that is meant as a recorded exchange. */
export interface Entry {
  readonly value: Json;
  /** JSON Pointer into the file. */
  readonly pointer: string;
  /** What stands above it, where reading it needs that: a Postman folder's credentials, a run's connector. */
  readonly context?: Json;
}

/** An exchange as its format has it: credentials and all, bodies as they came over the wire. `exchangeOf` makes an `Exchange` of it. */
export interface RawExchange {
  readonly request: RawMessage & {
    /** In any case. */
    readonly method: string;
    /** Absolute, or only a path, or with a placeholder for the host. */
    readonly url: string;
  };
  /** Absent where there was none. */
  readonly response?: RawMessage & {
    /** 100 to 599. */
    readonly status: number;
  };
  /** What recorded it and when, as far as the file says: `Chromium 120, 2024-05-01T10:00:00Z`. */
  readonly recorded?: string;
}

/** One half of an exchange. */
export interface RawMessage {
  /** JSON Pointer into the file. */
  readonly pointer: string;
  /** Names in lower case, as `headersOf` gives them. Empty where the recorder kept none. */
  readonly headers: Readonly<Record<string, string>>;
  /** Absent where there was none, or nothing was kept. */
  readonly body?: RawBody;
}

/**
 * A body and where it stands in the file: a JSON value that the recorder has parsed, a text, or bytes (compressed as `content-encoding` says).
 * One that was there, and of which nothing was kept, is the empty text, clipped.
 */
export type RawBody = { readonly at: string } & (
  | { readonly json: Json }
  | { readonly text: string; readonly clipped?: boolean }
  | { readonly bytes: Uint8Array }
);
