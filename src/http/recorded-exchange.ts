import { isObject, own, typeOf, type Json, type JsonObject } from '../core/json.js';
import { shorten } from '../core/shorten.js';
import type { Body, Exchange, RecordedRequest, RecordedResponse } from './exchange.js';
import { readBody } from './recorded-body.js';
import { readHeaders } from './recorded-headers.js';
import { redactHeaders, redactUrl, type Tally } from './redact.js';

/** The version of the sample format that is read and written. A file without one is of this version. */
export const SAMPLE_FORMAT_VERSION = 1;

/** RFC 9110 section 5.6.2. */
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;

/** Where the reader stands, and what it reports to. */
export interface Reading {
  readonly pointer: string;
  report(pointer: string, message: string): void;
  /** Counts the credentials that are replaced, as they are: in headers and bodies when these are first asked for. */
  readonly tally: Tally;
}

/** Reads one recorded exchange and replaces its credentials. Undefined, or of no use, where it reported something. */
export function readExchange(value: Json, reading: Reading): Omit<Exchange, 'sample' | 'file'> | undefined {
  const { pointer, report } = reading;
  if (!isObject(value)) {
    report(pointer, `A recorded exchange was expected; this is ${named(value)}.`);
    return undefined;
  }
  const version = own(value, 'formatVersion') ?? SAMPLE_FORMAT_VERSION;
  if (version !== SAMPLE_FORMAT_VERSION) {
    const message = `The format version is ${shorten(version)}, expected ${SAMPLE_FORMAT_VERSION}.`;
    report(`${pointer}/formatVersion`, message);
    return undefined;
  }
  const pointers = { request: `${pointer}/request`, response: `${pointer}/response` };
  const request = readRequest(own(value, 'request'), pointers.request, reading);
  const response = readResponse(own(value, 'response'), pointers.response, reading);
  if (request === undefined) return undefined;
  const bodies = {
    ...pointers,
    requestBody: request.content.bodyAt,
    responseBody: response?.content.bodyAt ?? `${pointers.response}/body`,
  };
  return response === undefined ? { request, pointers: bodies } : { request, response, pointers: bodies };
}

type Reporting = Omit<Reading, 'pointer'>;

function readRequest(value: Json | undefined, pointer: string, reporting: Reporting): Request | undefined {
  const { report, tally } = reporting;
  if (!isObject(value)) {
    report(pointer, `The request is ${named(value)}, expected an object.`);
    return undefined;
  }
  const method = own(value, 'method');
  const url = own(value, 'url');
  const isMethod = typeof method === 'string' && TOKEN.test(method);
  const isUrl = typeof url === 'string' && url.trim() !== '';
  if (!isMethod) report(`${pointer}/method`, `The request's method is ${named(method)}, expected one such as "POST".`);
  if (!isUrl) report(`${pointer}/url`, `The request's URL is ${named(url)}, expected a text that is not empty.`);
  const content = readContent(value, pointer, reporting);
  if (!isMethod || !isUrl) return undefined;
  return new Request(content, method.toUpperCase(), withoutSecrets(url, tally));
}

/** Recordings of one system mostly share an address, and looking for a credential in it takes as long as reading the rest. */
let clean: string | undefined;

function withoutSecrets(url: string, tally: Tally): string {
  if (url === clean) return url;
  const redacted = redactUrl(url, tally);
  if (redacted === url) clean = url;
  return redacted;
}

/** Undefined also where there is none, or null: only the request is known. */
function readResponse(value: Json | undefined, pointer: string, reporting: Reporting): Response | undefined {
  const { report } = reporting;
  if (value === undefined || value === null) return undefined;
  if (!isObject(value)) {
    report(pointer, `The response is ${named(value)}, expected an object.`);
    return undefined;
  }
  const status = own(value, 'status');
  const isStatus = typeof status === 'number' && Number.isInteger(status) && status >= 100 && status <= 599;
  if (!isStatus)
    report(`${pointer}/status`, `The response's status is ${named(status)}, expected a number from 100 to 599.`);
  const content = readContent(value, pointer, reporting);
  return isStatus ? new Response(content, status) : undefined;
}

/** What a request and a response have in common, as recorded. */
interface Content {
  readonly message: JsonObject;
  readonly headers: Readonly<Record<string, string>>;
  readonly bodyAt: string;
  readonly tally: Tally;
}

function readContent(message: JsonObject, pointer: string, { report, tally }: Reporting): Content {
  const headers = readHeaders(own(message, 'headers'), `${pointer}/headers`, report);
  const text = own(message, 'bodyText') ?? '';
  if (typeof text !== 'string') report(`${pointer}/bodyText`, `The body's text is ${named(text)}, expected a text.`);
  const isText = text !== '' && (own(message, 'body') ?? null) === null;
  return { message, headers, tally, bodyAt: isText ? `${pointer}/bodyText` : `${pointer}/body` };
}

/**
 * A message whose parts are made when they are first asked for: of thousands of recordings most headers, and every request where
 * only responses are tested, are never looked at. That is why these are classes.
 */
class Message {
  private readBody: Body | undefined;
  constructor(readonly content: Content) {}
  get contentType(): string | undefined {
    return own(this.content.headers, 'content-type');
  }
  get headers(): Readonly<Record<string, string>> {
    return redactHeaders(this.content.headers, this.content.tally);
  }
  get body(): Body {
    this.readBody ??= readBody(this.content.message, { contentType: this.contentType, tally: this.content.tally });
    return this.readBody;
  }
}

class Request extends Message implements RecordedRequest {
  constructor(
    content: Content,
    readonly method: string,
    readonly url: string,
  ) {
    super(content);
  }
}

class Response extends Message implements RecordedResponse {
  constructor(
    content: Content,
    readonly status: number,
  ) {
    super(content);
  }
}

/** A value in a message: the value where it is short and no object, else its type. */
function named(value: Json | undefined): string {
  if (value === undefined) return 'absent';
  if (typeof value === 'object' && value !== null) return `of type ${typeOf(value)}`;
  return shorten(value);
}
