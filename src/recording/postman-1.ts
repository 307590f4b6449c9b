import { isArray, isObject, own } from '../core/json.js';
import type { RawExchange, RecordingFormat } from './format.js';
import { named } from './http-message-parts.js';
import { fieldsOf, headersIn } from './postman-fields.js';
import { languageOf, requestWith, type Placed } from './postman-request.js';
import { readSaved, savedEntries, type SavedShape } from './postman-saved.js';
import { addressOf, urlOf } from './postman-url.js';
import { variablesOf } from './postman-variables.js';

/**
 * A Postman collection of version 1, which the wizard for custom connectors imports: `requests`, each with its saved `responses`.
 * Shape: what postman-collection-transformer 4 writes.
 */
export const postman1: RecordingFormat = {
  title: 'Postman collection 1',
  recognizes: (value) =>
    isObject(value) &&
    Object.hasOwn(value, 'requests') &&
    (Object.hasOwn(value, 'order') || Object.hasOwn(value, 'folders')),
  entries(value, report) {
    const collection = isObject(value) ? value : {};
    const variables = variablesOf(own(collection, 'variables'));
    const requests = own(collection, 'requests');
    if (!isArray(requests)) {
      report('/requests', `The requests are ${named(requests)}, expected a list.`);
      return [];
    }
    return requests.flatMap((item, index) => {
      const at = `/requests/${index}`;
      if (!isObject(item)) {
        report(at, `The request is ${named(item)}, expected an object.`);
        return [];
      }
      const { responses, ...request } = item;
      return savedEntries({ request, requestAt: at, responses, at: `${at}/responses`, variables }, shape, report);
    });
  },
  read: (entry, report) => readSaved(entry, shape, report),
};

const shape: SavedShape = {
  request: 'request',
  status: '/responseCode/code',
  headers: '/headers',
  text: '/text',
  requestOf,
};

/** Where a mode keeps its body; the others have their fields in `data`. */
const CONTENT: Readonly<Record<string, string>> = {
  raw: 'rawModeData',
  binary: 'rawModeData',
  graphql: 'graphqlModeData',
};

function requestOf(placed: Placed): RawExchange['request'] | undefined {
  const { pointer, filler, report } = placed;
  return requestWith(placed, (request) => {
    const headersAt = isArray(own(request, 'headerData')) ? 'headerData' : 'headers';
    const mode = own(request, 'dataMode');
    const key = (typeof mode === 'string' ? own(CONTENT, mode) : undefined) ?? 'data';
    const language = languageOf(own(request, 'dataOptions'));
    const url = urlOf(own(request, 'url'), `${pointer}/url`, placed);
    const pathVariables = fieldsOf(own(request, 'pathVariableData'), filler);
    return {
      url: url === undefined ? undefined : addressOf(url, pathVariables, filler),
      headers: headersIn(own(request, headersAt), `${pointer}/${headersAt}`, report),
      body: { mode, content: own(request, key), at: `${pointer}/${key}`, language },
    };
  });
}
