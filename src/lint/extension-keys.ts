import { isObject, own } from '../core/json.js';
import { nearest } from '../core/nearest.js';
import { child } from '../core/pointer.js';
import { extensions, type Extension, type Place } from '../definition/extensions.js';
import type { Visitor } from '../openapi/walk.js';

/** The documented extension that a key that is none was meant to be; undefined where none is near, or where another tool has such a key. */
export function intendedExtension(key: string): string | undefined {
  if (Object.hasOwn(extensions, key) || ofAutoRest.has(key) || !prefix.test(key)) return undefined;
  const begun = names.find((name) => key.startsWith(name) && !/[\w-]/.test(key.charAt(name.length)));
  if (begun !== undefined) return begun;
  const near = nearest(key.replace(prefix, ''), shortNames.keys());
  return near === undefined ? undefined : shortNames.get(near);
}

/** What is known of a documented extension; undefined for any other key. */
export function knownExtension(key: string): Extension | undefined {
  return own<Extension>(extensions, key);
}

/** Whether a key claims to be Microsoft's and neither they nor their published connectors know it. */
export function isUnknownExtension(key: string): boolean {
  return key.startsWith('x-ms-') && !Object.hasOwn(extensions, key);
}

const prefix = /^x[-_ ]{0,3}ms(?:[-_ ]{1,5}|(?=[A-Z]))/i;
const names = Object.keys(extensions);
/** What comes behind `x-ms-`: the part by which names differ. */
const shortNames = new Map(
  names.filter((name) => name.startsWith('x-ms-')).map((name) => [name.replace(prefix, ''), name]),
);

/** Keys of AutoRest that are spelled like documented ones. https://azure.github.io/autorest/extensions/ */
const ofAutoRest: ReadonlySet<string> = new Set(
  'arm-id-details azure-resource client-default client-flatten client-name code-generation-settings discriminator-value error-response examples external header-collection-prefix identifiers long-running-operation long-running-operation-options mutability odata parameter-grouping parameterized-host paths request-id secret text xml'
    .split(' ')
    .map((name) => `x-ms-${name}`),
);

/** A key that may be an extension: the pointer of its object, and which place of an extension that is, where it is one. */
interface ExtensionKeyAt {
  readonly key: string;
  readonly owner: string;
  readonly place: Place | undefined;
}

/** A visitor that calls `found` for each key that may be an extension, wherever extensions can stand. */
export function extensionKeys(found: (at: ExtensionKeyAt) => void): Visitor {
  const look = (node: object, owner: string, place?: Place): void => {
    for (const key of Object.keys(node)) if (/^x/i.test(key)) found({ key, owner, place });
  };
  return {
    document(document, { pointer }) {
      look(document, pointer, 'document');
      look(document.info, `${pointer}/info`, 'info');
      for (const part of ['info', 'securityDefinitions', 'tags'] as const) {
        for (const [name, below] of Object.entries(document[part] ?? {})) {
          if (isObject(below)) look(below, child(`${pointer}/${part}`, name));
        }
      }
    },
    pathItem: (node, { pointer }) => look(node, pointer, 'path-item'),
    operation: (node, { pointer }) => look(node, pointer, 'operation'),
    response: (node, { pointer }) => look(node, pointer, 'response'),
    schema: (node, { pointer }) => look(node, pointer, 'schema'),
    header: (node, { pointer }) => look(node, pointer, 'response-header'),
    parameter(node, { pointer }) {
      look(node, pointer, 'in' in node ? parameterPlaces[node.in] : undefined);
      if ('items' in node && isObject(node.items)) look(node.items, `${pointer}/items`);
    },
  };
}

const parameterPlaces = {
  path: 'path-parameter',
  query: 'query-parameter',
  header: 'header-parameter',
  formData: 'form-parameter',
  body: 'body-parameter',
} as const;
