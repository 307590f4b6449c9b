import { NetError } from './send.js';

/** The head of an answer. */
export interface AnswerHead {
  readonly status: number;
  /** Names in lower case, each once. */
  readonly headers: Readonly<Record<string, string>>;
  /** Bytes of the head with the empty line behind it. */
  readonly headBytes: number;
  /** Bytes of the body. */
  readonly bodyBytes: number;
}

/** Bytes of a head: more than Node itself takes. */
const MOST_BYTES = 65_536;
const END = '\r\n\r\n';

/** The head at the beginning of an answer; undefined where it is not whole yet. Throws a `NetError` where it is none that says how long its body is. */
export function answerHead(bytes: Buffer): AnswerHead | undefined {
  const end = bytes.indexOf(END);
  if (end < 0 && bytes.length <= MOST_BYTES) return undefined;
  const [first = '', ...lines] = bytes.toString('latin1', 0, Math.max(end, 0)).split('\r\n');
  const status = Number(/^HTTP\/1\.1 (\d{3})(?: |$)/.exec(first)?.[1]);
  const headers = headersIn(lines);
  const length = status === 204 || status === 304 ? '0' : (headers['content-length'] ?? '');
  if (Number.isNaN(status) || !/^\d{1,8}$/.test(length)) throw new NetError('refused', 'what came back is no HTTP');
  return { status, headers, headBytes: end + END.length, bodyBytes: Number(length) };
}

function headersIn(lines: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
}
