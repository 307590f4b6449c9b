import { Fault } from '../core/fault.js';
import type { Json } from '../core/json.js';
import type { Exchange } from './exchange.js';
import { readSample } from './sample.js';

/** An exchange as a program has it at hand. */
export interface ExchangeParts {
  /** What messages call it. Default: the method and the URL. */
  readonly name?: string;
  readonly request: MessageParts & {
    /** In any case. */
    readonly method: string;
    /** Absolute, or only a path. */
    readonly url: string;
  };
  /** Absent where only the request is to be tested. */
  readonly response?: MessageParts & {
    /** 100 to 599. */
    readonly status: number;
  };
}

interface MessageParts {
  /** By name, in any case. */
  readonly headers?: Readonly<Record<string, string>>;
  /** A JSON value, or the raw text of the body. */
  readonly body?: Json;
}

/**
 * An exchange for a contract test without files, its credentials replaced. `file` of its findings is its name.
 * Throws a `Fault` (`called-wrongly`) that names what is wrong with the parts.
 */
export function exchange({ name, request, response }: ExchangeParts): Exchange {
  const file = name ?? `${request.method} ${request.url}`;
  const value = { request, ...(response && { response }) } as unknown as Json; // as JSON, which it is when its types are kept
  const { exchanges, findings } = readSample({ file, value, findings: [], locate: () => ({ line: 1, column: 1 }) });
  const [made] = exchanges;
  if (made) return made;
  const message = findings[0]?.message ?? 'It has no request.';
  throw new Fault('called-wrongly', `The exchange cannot be used: ${message}`, {
    help: 'It needs a request with a method and a URL, and, where there was one, a response with its status.',
  });
}
