import { isObject, own, type Json, type JsonObject } from '../core/json.js';
import { anything, flag, listOf, mapOf, number, oneOf, shaped, text, type Fits } from './shapes.js';

/** How prominently something is shown. */
export const visibility = oneOf('important', 'advanced', 'internal');

const reference: Fits = (value) => shaped({ value: anything })(value) || shaped({ parameterReference: text })(value);
const items = { itemValuePath: text, itemTitlePath: text, itemsPath: text };
const operation = { operationId: text };

/** What fetches values or a schema, by its name. */
const dynamics: Readonly<Record<string, Fits>> = {
  'x-ms-dynamic-values': shaped(
    {},
    {
      ...operation,
      parameters: mapOf(anything),
      'value-collection': text,
      'value-path': text,
      'value-title': text,
    },
  ),
  'x-ms-dynamic-list': shaped(operation, { parameters: mapOf(reference), ...items }),
  'x-ms-dynamic-schema': shaped(operation, { parameters: mapOf(anything), 'value-path': text }),
  'x-ms-dynamic-properties': shaped(operation, { parameters: mapOf(reference), itemValuePath: text }),
};

/** Extensions of schemas that the types of the builders know, but for those that have an option of their own. */
const ofSchemas: Readonly<Record<string, Fits>> = {
  'x-ms-enum-values': listOf(shaped({ value: anything, displayName: text })),
  'x-ms-editor': text,
  'x-ms-editor-options': mapOf(anything),
  'x-ms-media-kind': oneOf('image', 'audio'),
  'x-ms-notification-url': flag,
  'x-ms-test-value': anything,
  'x-ms-localizeDefaultValue': flag,
  'x-nullable': flag,
  'x-ms-enum': shaped({}, { name: text, modelAsString: flag }),
  'x-ms-capabilities': shaped({ filterFunctions: listOf(text) }),
};

const call = shaped(operation, { parameters: mapOf(anything) });

/** The same of operations. */
const ofOperations: Readonly<Record<string, Fits>> = {
  'x-ms-summary': text,
  'x-ms-api-annotation': shaped(
    {},
    {
      status: oneOf('Production', 'Preview'),
      family: text,
      revision: number,
      replacement: shaped({}, { api: text, operationId: text }),
    },
  ),
  'x-ms-trigger': oneOf('single', 'batch'),
  'x-ms-trigger-hint': text,
  'x-ms-trigger-metadata': shaped({ kind: oneOf('query'), mode: oneOf('polling') }),
  'x-ms-notification': shaped(operation),
  'x-ms-pageable': shaped({ nextLinkName: text }),
  'x-ms-safe-operation': flag,
  'x-ms-no-generic-test': flag,
  'x-ms-operation-context': shaped({ simulate: call }),
  'x-ms-require-user-confirmation': flag,
  'x-ms-capabilities': shaped({ chunkTransfer: flag }),
};

/** The same of `info`. */
const ofInfo: Readonly<Record<string, Fits>> = {
  'x-ms-api-annotation': shaped({}, { status: oneOf('Production', 'Preview') }),
  'x-ms-deployment-version': text,
  'x-ms-keywords': listOf(text),
};

/** The same of the root. */
const ofDocuments: Readonly<Record<string, Fits>> = {
  'x-ms-connector-metadata': listOf(shaped({ propertyName: text, propertyValue: text })),
  'x-ms-capabilities': shaped({ testConnection: call }),
  'x-ms-docs': listOf(shaped({ url: text, description: text })),
  'x-ms-openai-published-to-copilots': anything,
  'x-components': mapOf(anything),
};

/** The same of a body. */
const ofBodies: Readonly<Record<string, Fits>> = {
  'x-ms-visibility': visibility,
  'x-ms-test-value': anything,
  'x-nullable': flag,
};

const tables = { dynamics, ofSchemas, ofOperations, ofInfo, ofDocuments, ofBodies };

/** The keys of `node` that a table knows, with values that fit; undefined where there is none. */
export function known(table: keyof typeof tables, node: JsonObject): JsonObject | undefined {
  const found = Object.entries(node).filter(([key, value]) => own(tables[table], key)?.(value as Json) === true);
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

/** The value of a key, where it fits. */
export function fitting<Value extends Json>(node: object, key: string, fits: Fits): Value | undefined {
  const value = isObject(node) ? own(node, key) : undefined;
  return value !== undefined && fits(value) ? (value as Value) : undefined; // the caller's check says what it is
}
