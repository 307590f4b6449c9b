import { Secret } from '../../core/secret.js';
import type { Body, Exchange } from '../../http/exchange.js';
import { hider, type Hider } from '../../http/known-secrets.js';
import { redactHeaders, type Tally } from '../../http/redact.js';
import { isSecretParameter } from '../../http/secret-names.js';
import { splitUrl } from '../../http/url.js';
import { exchangeOf } from '../../recording/exchange-of.js';
import type { RawMessage } from '../../recording/format.js';

/** A request and its answer as they went over the wire. */
export interface WireExchange {
  readonly request: WireMessage & { readonly method: string; readonly url: string };
  readonly response: WireMessage & { readonly status: number };
}

interface WireMessage {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** What the exchange is called, and what must not be seen of it. */
export interface Seeing {
  readonly file: string;
  readonly sample: string;
  /** Known by their value. Other credentials are known by their place or their look. */
  readonly secrets: readonly Secret[];
  readonly tally: Tally;
}

/** Headers of a body that is no longer as it was on the wire: decompressed, in one piece. */
const OF_THE_WIRE: ReadonlySet<string> = new Set(['content-encoding', 'content-length', 'transfer-encoding']);

/** The exchange as it may be seen and kept: bodies decompressed and read, credentials replaced; as it is written by `writeSample`. */
export function exchangeOnWire({ request, response }: WireExchange, seeing: Seeing): Exchange {
  const known = [...seeing.secrets, ...credentialsIn(request)];
  const hide = hider(known, seeing.tally);
  const read = exchangeOf(
    {
      request: { method: request.method, url: request.url, ...rawMessage('/request', request) },
      response: { status: response.status, ...rawMessage('/response', response) },
    },
    seeing,
  );
  return {
    ...read,
    request: { ...read.request, url: hide.text(read.request.url), ...hidden(read.request, hide) },
    ...(read.response && { response: { ...read.response, ...hidden(read.response, hide) } }),
  };
}

function rawMessage(pointer: string, { headers, body }: WireMessage): RawMessage {
  return { pointer, headers, ...(body.length > 0 && { body: { at: `${pointer}/body`, bytes: body } }) };
}

type Seen = Pick<Exchange['request'], 'headers' | 'body'>;

function hidden({ headers, body }: Seen, hide: Hider): Seen {
  const kept = Object.entries(headers).filter(([name]) => !OF_THE_WIRE.has(name));
  return {
    headers: Object.fromEntries(kept.map(([name, value]) => [name, hide.text(value)])),
    body: hiddenBody(body, hide),
  };
}

function hiddenBody(body: Body, hide: Hider): Body {
  switch (body.kind) {
    case 'none':
      return body;
    case 'json':
      return { kind: 'json', recorded: body.recorded, value: hide.json(body.value) };
    case 'text':
      return { ...body, text: hide.text(body.text) };
    case 'bytes': {
      const bytes = Buffer.from(hide.text(Buffer.from(body.base64, 'base64').toString('latin1')), 'latin1');
      return { ...body, base64: bytes.toString('base64') };
    }
  }
}

/** Shorter words beside a scheme are no credentials, in characters. */
const SHORTEST_CREDENTIAL = 8;

/** What is replaced in a request because of its place: the words of headers, the values of a query. What comes back may have them anywhere. */
function credentialsIn({ headers, url }: WireExchange['request']): Secret[] {
  const plain = redactHeaders(headers, { redactions: 0 });
  const words = Object.entries(headers).flatMap(([name, value]) => {
    const kept = new Set((plain[name] ?? '').split(/\s+/));
    return value.split(/\s+/).filter((word) => !kept.has(word));
  });
  const values = splitUrl(url).query.flatMap(([name, value]) => (isSecretParameter(name) ? [value] : []));
  return [...words, ...values].filter((one) => one.length >= SHORTEST_CREDENTIAL).map((one) => new Secret(one));
}
