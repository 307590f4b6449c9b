import { isObject, type Json } from '../../core/json.js';
import type { RunRecord } from '../../engine/record.js';
import { textOf } from '../../wire/parameter-text.js';
import type { EmulatorResponse } from '../message.js';
import { oneLine } from '../one-line.js';

/** What the caller of a Request trigger gets when the run has ended: what a Response action said. Of a run that broke off there is no record. */
export function answerOfRun(record: RunRecord | undefined): EmulatorResponse {
  const json = { 'content-type': 'application/json; charset=utf-8' };
  const response = record?.response;
  if (response === undefined) {
    const error = { code: 'NoResponse', message: 'The server did not receive a response from an upstream server.' };
    return { status: 502, headers: json, body: oneLine({ error }) };
  }
  const { statusCode, headers, body } = response;
  const texts = Object.entries(isObject(headers) ? headers : {}).map(
    ([name, value]) => [name.toLowerCase(), textOf(value).replaceAll(/[\r\n]/g, '')] as const,
  );
  const isJson = body !== undefined && typeof body !== 'string';
  return { status: statusCode, headers: { ...(isJson && json), ...Object.fromEntries(texts) }, body: textIn(body) };
}

function textIn(body: Json | undefined): string {
  if (body === undefined) return '';
  return typeof body === 'string' ? body : oneLine(body);
}
