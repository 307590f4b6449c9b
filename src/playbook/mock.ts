import type { SourceDocument } from '../core/document.js';
import { finding, type Finding } from '../core/finding.js';
import { isArray, isObject, own, typeOf, type Json, type JsonObject } from '../core/json.js';
import { child } from '../core/pointer.js';
import { shorten } from '../core/shorten.js';
import { pathTemplate, type PathTemplate } from '../wire/path-template.js';
import { withJsonType, type AnswerPlace, type Response } from './answer.js';
import { mockRules } from './rules.js';

/** Answers that a person wrote: by the key of a connection, an HTTP host, or `*`. */
export interface Mock {
  /** A host in lower case. Keys of connections are compared exactly. */
  readonly entries: ReadonlyMap<string, readonly MockEntry[]>;
}

/** One answer, and to which calls. */
export interface MockEntry {
  /** In upper case; undefined for any. */
  readonly method?: string;
  /** Undefined for any. */
  readonly path?: PathTemplate;
  readonly response: Response;
  readonly from: AnswerPlace;
}

/** What a file of mocks holds. */
export interface MockRead {
  readonly mock: Mock;
  readonly findings: readonly Finding[];
}

/** Reads a file of mocks: `{ "KEY, HTTP host or *": [{ "method", "path", "status", "headers", "body" }] }`. What is wrong with it is found, the rest counts. */
export function readMock({ file, value, findings: before }: SourceDocument): MockRead {
  const findings: Finding[] = [...before];
  const report = (pointer: string, message: string) => {
    findings.push(finding(mockRules.malformed, { file, pointer, message }));
  };
  const entries = new Map<string, readonly MockEntry[]>();
  if (value === undefined) return { mock: { entries }, findings };
  if (!isObject(value)) {
    report('', `The mocks are ${shorten(value)}, expected an object by keys of connections, hosts or "*".`);
    return { mock: { entries }, findings };
  }
  for (const [key, given] of Object.entries(value)) {
    if (key === '$schema') continue; // for editors
    const at = child('', key);
    // one answer need not be in a list
    const list: readonly Json[] = isArray(given) ? given : [given];
    const read = list.flatMap((one, index) =>
      readEntry(one, { file, pointer: isArray(given) ? child(at, index) : at, report }),
    );
    if (list.length === 0) report(at, `${shorten(key)} has no answer, expected one or more.`);
    entries.set(key, read);
  }
  return { mock: { entries }, findings };
}

interface Here {
  readonly file: string;
  readonly pointer: string;
  readonly report: (pointer: string, message: string) => void;
}

const known: ReadonlySet<string> = new Set(['method', 'path', 'status', 'headers', 'body']);

function readEntry(entry: Json, { file, pointer, report }: Here): MockEntry[] {
  if (!isObject(entry)) {
    report(pointer, `An answer is ${shorten(entry)} of type ${typeOf(entry)}, expected an object.`);
    return [];
  }
  const wrong = problemIn(entry);
  if (wrong !== undefined) {
    report(child(pointer, wrong.key), wrong.message);
    return [];
  }
  const { method, path, status = OK, headers = {}, body } = entry;
  return [
    {
      ...(typeof method === 'string' && { method: method.toUpperCase() }),
      ...(typeof path === 'string' && { path: pathTemplate(path) }),
      response: {
        statusCode: Number(status),
        headers: withJsonType(isObject(headers) ? headers : {}, body),
        ...(body !== undefined && { body }),
      },
      from: { file, pointer, bodyPointer: child(pointer, 'body') },
    },
  ];
}

const OK = 200;

function problemIn(entry: JsonObject): { readonly key: string; readonly message: string } | undefined {
  for (const key of ['method', 'path']) {
    const value = own(entry, key);
    const isText = value === undefined || value === null || typeof value === 'string';
    if (!isText) return { key, message: `The ${key} is ${shorten(value)}, expected a text.` };
  }
  const status = own(entry, 'status');
  const isStatus = typeof status === 'number' && Number.isInteger(status) && status >= 100 && status <= 599;
  if (status !== undefined && !isStatus) {
    return { key: 'status', message: `The status is ${shorten(status)}, expected a number from 100 to 599.` };
  }
  const headers = own(entry, 'headers') ?? {};
  if (!isObject(headers))
    return { key: 'headers', message: `The headers are ${shorten(headers)}, expected an object.` };
  const other = Object.keys(entry).find((key) => !known.has(key));
  if (other === undefined) return undefined;
  return { key: other, message: `An answer has no ${shorten(other)}; known are ${[...known].join(', ')}.` };
}
