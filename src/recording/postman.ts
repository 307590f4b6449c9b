import { isArray, isObject, own, type Json, type JsonObject } from '../core/json.js';
import type { Entry, RecordingFormat, Report } from './format.js';
import { named } from './http-message-parts.js';
import { requestOf } from './postman-request.js';
import { readSaved, savedEntries, type SavedShape } from './postman-saved.js';
import { variablesOf } from './postman-variables.js';

/**
 * A Postman collection 2.0 or 2.1, as the application exports it or its API gives it: every saved response is an exchange, with the
 * request that it was saved with. A request without one was never recorded. Shape: https://schema.getpostman.com
 */
export const postman: RecordingFormat = {
  title: 'Postman collection',
  recognizes: (value) => collectionOf(value) !== undefined,
  entries(value, report) {
    const { collection, pointer } = collectionOf(value) ?? { collection: {}, pointer: '' };
    const variables = variablesOf(own(collection, 'variable'));
    return itemsOf(collection, { pointer, variables, report });
  },
  read: (entry, report) => readSaved(entry, shape, report),
};

const shape: SavedShape = { request: 'originalRequest', status: '/code', headers: '/header', text: '/body', requestOf };

/** The collection, and where it stands: the API puts it into an object. */
function collectionOf(value: Json): { readonly collection: JsonObject; readonly pointer: string } | undefined {
  if (!isObject(value)) return undefined;
  if (isCollection(value)) return { collection: value, pointer: '' };
  const inner = own(value, 'collection');
  return isObject(inner) && isCollection(inner) ? { collection: inner, pointer: '/collection' } : undefined;
}

function isCollection(value: JsonObject): boolean {
  const info = own(value, 'info');
  if (!isObject(info)) return false;
  const schema = own(info, 'schema');
  const isPostman = typeof schema === 'string' && /^https?:\/\/schema\.(?:get)?postman\.com\//.test(schema);
  return (
    isPostman || Object.hasOwn(info, '_postman_id') || (Object.hasOwn(info, 'name') && Object.hasOwn(value, 'item'))
  );
}

/** The saved responses in a folder, and in those below it. */
function itemsOf(
  folder: JsonObject,
  { pointer, variables, report }: { readonly pointer: string; readonly variables: JsonObject; readonly report: Report },
): readonly Entry[] {
  const items = own(folder, 'item');
  if (!isArray(items)) {
    report(`${pointer}/item`, `The items are ${named(items)}, expected a list.`);
    return [];
  }
  return items.flatMap((item, index) => {
    const at = `${pointer}/item/${index}`;
    if (!isObject(item)) {
      report(at, `The item is ${named(item)}, expected a request or a folder.`);
      return [];
    }
    if (Object.hasOwn(item, 'item')) return itemsOf(item, { pointer: at, variables, report });
    const [request, responses] = [own(item, 'request') ?? null, own(item, 'response')];
    const saved = { request, requestAt: `${at}/request`, responses, at: `${at}/response`, variables };
    return savedEntries(saved, shape, report);
  });
}
