import { isFault } from '../core/fault.js';
import { isArray, isObject, own, type Json, type JsonObject } from '../core/json.js';
import { readJson } from '../core/json-read.js';
import { writeJson } from '../core/json-write.js';
import type { Secret } from '../core/secret.js';
import { percentEncoded } from '../wire/parameter-text.js';
import { armError, type ArmError } from './arm-error.js';
import type { Cloud } from './cloud.js';
import { refusal, subjectOf, unanswered } from './faults.js';
import type { ArmRequest, ArmWorld } from './message.js';
import { partTexts } from './part-texts.js';
import { waitBefore, type Sent } from './retry.js';

/** One thing to ask of Azure Resource Manager. */
export interface Ask {
  readonly method: ArmRequest['method'];
  /** The id of a resource, or another path that begins with `/subscriptions/`. */
  readonly path: string;
  readonly version: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: JsonObject;
  /** What of the body is secret: it is kept out of all that is said. */
  readonly secrets?: readonly Secret[];
}

/** What came of it: an answer, or Azure's own no. */
type Answered =
  | { readonly status: number; readonly value: Json | undefined; readonly error?: never }
  | { readonly error: ArmError };

/** Azure Resource Manager, with patience: what may go better the next time is sent again. Every method throws a `Fault` where nothing usable comes. */
export interface ArmClient {
  /** Asks, and leaves it to the caller what an error means. */
  readonly attempt: (ask: Ask) => Promise<Answered>;
  /** Asks; an error is a `Fault`. */
  readonly ask: (ask: Ask) => Promise<Json | undefined>;
  /** Gets an object; undefined where it is not there. */
  readonly find: (ask: Omit<Ask, 'method'>) => Promise<JsonObject | undefined>;
  /** Gets all pages of a list; an error of Azure instead of the list. */
  readonly list: (ask: Omit<Ask, 'method'>) => Promise<readonly JsonObject[] | ArmError>;
  /** Gets JSON from a signed address, without a token; undefined where there is none. */
  readonly file: (url: string) => Promise<Json | undefined>;
}

/** After how long an answer is given up. Azure Resource Manager itself gives up after 60. */
const TIMEOUT_SECONDS = 90;
/** Pages of a list: with 100 a page more than a subscription can hold. */
const MOST_PAGES = 1000;

/** A client for one cloud. */
export function armClient(world: ArmWorld, cloud: Cloud): ArmClient {
  const attempt = (ask: Ask) => attempted(world, requestOf(cloud, ask), ask);
  return {
    attempt,
    ask: async (ask) => {
      const answer = await attempt(ask);
      if (answer.error) throw refusal(doing(ask), answer.error, ask.secrets);
      return answer.value;
    },
    find: async (ask) => objectIn(await attempt({ ...ask, method: 'GET' }), ask.path),
    list: (ask) => allPages(world, cloud, { ...ask, method: 'GET' }),
    file: (url) => fileAt(world, url),
  };
}

/** The object that was asked for at a path; undefined where it is not there. Throws a `Fault` for any other error. */
export function objectIn(answer: Answered, path: string): JsonObject | undefined {
  if (answer.error === undefined) return objectOr(answer.value, path);
  if (isAbsence(answer.error)) return undefined;
  throw refusal(doing({ method: 'GET', path }), answer.error);
}

/** A 404 of whoever stands between us and Azure does not say that something is not there. */
function isAbsence({ status, code }: ArmError): boolean {
  return status === 404 && ['ResourceNotFound', 'NotFound', 'ResourceGroupNotFound'].includes(code);
}

function objectOr(value: Json | undefined, path: string): JsonObject {
  if (isObject(value)) return value;
  throw unanswered(`Reading ${subjectOf(path)}`, 'Azure answered with something that is no JSON object');
}

const verbs = { GET: 'Reading', PUT: 'Writing', PATCH: 'Writing', POST: 'Calling', DELETE: 'Deleting' } as const;

function doing({ method, path }: Pick<Ask, 'method' | 'path'>): string {
  return `${verbs[method]} ${subjectOf(path)}`;
}

function requestOf({ management }: Cloud, { method, path, version, query = {}, body }: Ask): ArmRequest {
  const pairs = Object.entries({ 'api-version': version, ...query });
  const url = `${management}${path}?${pairs.map(([name, value]) => `${name}=${percentEncoded(value)}`).join('&')}`;
  const type = { 'content-type': 'application/json; charset=utf-8' };
  return {
    method,
    url,
    headers: { accept: 'application/json', ...(body && type) },
    ...(body && { body: written(body) }),
    authorize: true,
    timeoutSeconds: TIMEOUT_SECONDS,
  };
}

/** As `writeJson` on one line, whose texts it gives. */
const written = partTexts({
  whole: (value) => writeJson(value, { indent: 0 }).trimEnd(),
  joined: (members) => `{${members.map(([name, text]) => `${JSON.stringify(name)}:${text}`).join(',')}}`,
});

async function attempted(world: ArmWorld, request: ArmRequest, ask: Ask): Promise<Answered> {
  const sent = await patiently(world, request);
  if (sent.kind === 'lost') throw unanswered(doing(ask), `Azure did not answer: ${sent.why}`, ask.secrets);
  const { status } = sent.response;
  if (sent.kind === 'garbled') {
    throw unanswered(
      doing(ask),
      `the answer with status ${status} is no JSON: something between here and Azure wrote it, or cut it off`,
    );
  }
  const value = sent.value as Json | undefined; // what readJson gave
  return status >= 200 && status < 300 ? { status, value } : { error: armError(status, value) };
}

async function patiently(world: ArmWorld, request: ArmRequest): Promise<Sent> {
  for (let attempt = 1; ; attempt += 1) {
    const sent = await once(world, request);
    const wait = waitBefore(sent, { attempt, method: request.method, now: world.now() });
    if (wait === undefined) return sent;
    await world.sleep(wait);
  }
}

async function once({ send }: ArmWorld, request: ArmRequest): Promise<Sent> {
  let response;
  try {
    response = await send(request);
  } catch (error) {
    if (isFault(error)) throw error;
    // the address may be signed, and a message may name it
    return {
      kind: 'lost',
      why: error instanceof Error ? error.message.replaceAll(request.url, '…') : 'no reason given',
    };
  }
  if (response.body.trim() === '') return { kind: 'answer', response, value: undefined };
  const { value, isSound } = readLarge(response.body);
  const { status } = response;
  // a status that says "later" is believed whatever stands below it; a store words its errors in XML
  const isTold = status === 429 || status >= 500 || (!request.authorize && status >= 300);
  if (isSound || isTold) return { kind: 'answer', response, value };
  return { kind: 'garbled', response };
}

/** What an answer says. */
interface Read {
  readonly value: Json | undefined;
  readonly isSound: boolean;
}

/** In UTF-16 code units: shorter answers are read as fast as they are found again. */
const LARGE = 16_384;
/** How many are kept: other large answers, as of the provider of each subscription, come between. */
const KEPT = 8;
/** The large answers that were met last: the definition of one connector, read back at a thousand places, is read once. Nobody changes what was read. */
let last: readonly (Read & { readonly text: string })[] = [];

function readLarge(text: string): Read {
  const known = text.length < LARGE ? undefined : last.find((one) => one.text === text);
  const read = known ?? readNew(text);
  if (text.length >= LARGE && read.isSound) {
    last = [{ ...read, text }, ...last.filter((one) => one !== known).slice(0, KEPT - 1)];
  }
  return read;
}

function readNew(text: string): Read {
  const { value, findings } = readJson('', text);
  return { value, isSound: value !== undefined && findings.every(({ severity }) => severity !== 'error') };
}

async function allPages(world: ArmWorld, cloud: Cloud, ask: Ask): Promise<readonly JsonObject[] | ArmError> {
  const all: JsonObject[] = [];
  let request = requestOf(cloud, ask);
  const seen = new Set<string>();
  while (!seen.has(request.url) && seen.size < MOST_PAGES) {
    seen.add(request.url);
    const answer = await attempted(world, request, ask);
    if (answer.error) return answer.error;
    const page = objectOr(answer.value, ask.path);
    const value = own(page, 'value');
    if (value !== undefined && isArray(value)) for (const one of value) if (isObject(one)) all.push(one);
    const next = own(page, 'nextLink');
    if (typeof next !== 'string' || next === '') return all;
    if (!isOf(cloud, next)) {
      throw unanswered(
        doing(ask),
        'the next page of the list lies on another host, which must not get the access token',
      );
    }
    request = { ...request, url: next };
  }
  throw unanswered(doing(ask), 'the list has no end');
}

function isOf({ management }: Cloud, url: string): boolean {
  return URL.canParse(url) && new URL(url).origin === new URL(management).origin;
}

async function fileAt(world: ArmWorld, url: string): Promise<Json | undefined> {
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname, username } = new URL(url);
  const isHere = hostname === '127.0.0.1' || hostname === 'localhost';
  if (username !== '' || (protocol !== 'https:' && !(protocol === 'http:' && isHere))) return undefined;
  const headers = { accept: 'application/json' };
  const request = { method: 'GET', url, headers, authorize: false, timeoutSeconds: TIMEOUT_SECONDS } as const;
  const sent = await patiently(world, request);
  // a store that cannot be reached says nothing about the connector: what is deployed is then not known
  return sent.kind === 'answer' && sent.response.status === 200 ? (sent.value as Json | undefined) : undefined;
}

/** Whether a list was refused. */
export function isRefused(list: readonly JsonObject[] | ArmError): list is ArmError {
  return !Array.isArray(list);
}
