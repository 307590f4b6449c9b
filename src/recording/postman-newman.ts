import { isArray, isObject, own, type Json } from '../core/json.js';
import type { RawBody, RawExchange, RecordingFormat, Report } from './format.js';
import { named, statusOf } from './http-message-parts.js';
import { headersIn } from './postman-fields.js';
import { requestOf } from './postman-request.js';
import { filler } from './postman-variables.js';

/**
 * The report of newman's `json` reporter: a Postman collection that was run, every answer byte for byte.
 * The application's own export of a run keeps no answers. Shape: lib/run/summary.js of newman 6.
 */
export const newman: RecordingFormat = {
  title: 'newman report',
  recognizes: (value) => runOf(value) !== undefined || isExportedRun(value),
  entries(value, report) {
    const executions = own(runOf(value) ?? {}, 'executions');
    if (isArray(executions)) return executions.map((item, at) => ({ value: item, pointer: `/run/executions/${at}` }));
    if (isExportedRun(value))
      report(
        '/results',
        'A run as the Postman application exports it holds no answers, expected a report of newman: newman run -r json.',
      );
    else report('/run/executions', `The executions are ${named(executions)}, expected a list.`);
    return [];
  },
  read({ value, pointer }, report) {
    if (!isObject(value)) {
      report(pointer, `The execution is ${named(value)}, expected an object.`);
      return [];
    }
    const request = requestOf({
      value: own(value, 'request'),
      pointer: `${pointer}/request`,
      filler: filler({}),
      report,
    });
    const response = responseOf(own(value, 'response'), `${pointer}/response`, report);
    return request === undefined ? [] : [{ request, ...(response && { response }) }];
  },
};

function runOf(value: Json) {
  const run = isObject(value) ? own(value, 'run') : undefined;
  return isObject(run) && Object.hasOwn(run, 'executions') ? run : undefined;
}

function isExportedRun(value: Json): boolean {
  return isObject(value) && Object.hasOwn(value, 'results') && Object.hasOwn(value, 'collection_id');
}

/** Undefined also where there was none: the request failed. */
function responseOf(value: Json | undefined, pointer: string, report: Report): RawExchange['response'] | undefined {
  if (value === undefined || value === null) return undefined;
  if (!isObject(value)) {
    report(pointer, `The response is ${named(value)}, expected an object.`);
    return undefined;
  }
  const status = statusOf(own(value, 'code'), `${pointer}/code`, report);
  const headers = headersIn(own(value, 'header'), `${pointer}/header`, report);
  const body = streamOf(own(value, 'stream'), `${pointer}/stream`, report);
  return status === undefined ? undefined : { pointer, status, headers, ...(body && { body }) };
}

/** A `Buffer` as JSON has it: `{ type, data: [123, 34] }`. Decompressed already. */
function streamOf(value: Json | undefined, at: string, report: Report): RawBody | undefined {
  if (value === undefined || value === null) return undefined;
  const data = isObject(value) ? own(value, 'data') : undefined;
  if (isArray(data) && data.every(isByte)) return { at, bytes: Uint8Array.from(data) };
  report(at, 'The body is not the list of the bytes of a Buffer, expected what newman writes.');
  return undefined;
}

const isByte = (value: Json): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 255;
