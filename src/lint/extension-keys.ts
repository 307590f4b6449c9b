import { isObject, own } from '../core/json.js';
import { nearest } from '../core/nearest.js';
import { child } from '../core/pointer.js';
import { extensions, type Extension, type Place } from '../definition/extensions.js';
import type { Document } from '../openapi/types.js';
import { mayBeExtension } from '../openapi/node-places.js';
import { walk, type NodePlace } from '../openapi/walk.js';

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

/** A key that may be an extension. */
export interface ExtensionKeyAt {
  readonly key: string;
  /** The object that has it, and the pointer of that. */
  readonly node: object;
  readonly owner: string;
  /** Which place of an extension that is, where it is one. */
  readonly place: Place | undefined;
}

/** Each key of a document that may be an extension, wherever extensions can stand, in document order; those of `info` and other parts of the document itself come first. */
export function extensionKeysIn(document: Document): readonly ExtensionKeyAt[] {
  const found: ExtensionKeyAt[] = [];
  const add = (keys: readonly string[], { node, owner, place }: Omit<ExtensionKeyAt, 'key'>): void => {
    for (const key of keys) found.push({ key, node, owner, place });
  };
  const addAllOf = (node: object, owner: string, place?: Place) =>
    add(Object.keys(node).filter(mayBeExtension), { node, owner, place });
  const standing = (place: Place) => (node: object, at: NodePlace) => {
    if (at.extensions.length > 0) add(at.extensions, { node, owner: at.pointer, place });
  };
  walk(document, {
    document(node, { extensions: keys }) {
      add(keys, { node, owner: '', place: 'document' });
      addAllOf(node.info, '/info', 'info');
      for (const part of ['info', 'securityDefinitions', 'tags'] as const) {
        for (const [name, below] of Object.entries(node[part] ?? {})) {
          if (isObject(below)) addAllOf(below, child(`/${part}`, name));
        }
      }
    },
    pathItem: standing('path-item'),
    operation: standing('operation'),
    response: standing('response'),
    schema: standing('schema'),
    header: standing('response-header'),
    parameter(node, { pointer, extensions: keys }) {
      add(keys, { node, owner: pointer, place: 'in' in node ? parameterPlaces[node.in] : undefined });
      if ('items' in node && isObject(node.items)) addAllOf(node.items, `${pointer}/items`);
    },
  });
  return found;
}

const parameterPlaces = {
  path: 'path-parameter',
  query: 'query-parameter',
  header: 'header-parameter',
  formData: 'form-parameter',
  body: 'body-parameter',
} as const;
