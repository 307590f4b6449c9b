import { calledWrongly } from '../azure/faults.js';
import type { Json, JsonObject } from '../core/json.js';
import { writeJson } from '../core/json-write.js';
import { operations } from '../openapi/walk.js';
import { GENERATED, type ExportFile } from './export-file.js';
import type { Exported } from './exported.js';
import { postmanAuth } from './postman-auth.js';
import { postmanItem } from './postman-item.js';

/** Bytes of a collection: what our own reader takes of a document. */
const MOST_BYTES = 64 * 1024 * 1024;

/** A Postman collection 2.1, and an environment with the secrets that are to be filled in. */
export function postmanFiles(what: Exported): readonly ExportFile[] {
  const { name, connector } = what;
  const { auth, secrets } = postmanAuth(what);
  const collection = writeJson(collectionOf(what, auth));
  if (Buffer.byteLength(collection) > MOST_BYTES) {
    throw calledWrongly(`The collection of ${name} is too large.`, 'Make the examples of the definition smaller.');
  }
  return [
    { path: `${name}.postman_collection.json`, text: collection },
    {
      path: `${name}.postman_environment.json`,
      text: writeJson(environmentOf(connector.definition.info.title, [['baseUrl', baseUrl(what)]], secrets)),
      isYours: true,
    },
  ];
}

function collectionOf(what: Exported, auth: JsonObject): Json {
  const { title, description, connector } = what;
  return {
    info: {
      name: title,
      description: `${GENERATED}. Choose the environment of the same name, and fill in what it asks for.\n\n${description}`,
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    item: operations(connector.definition).map((at) => postmanItem(connector.definition, at)),
    auth,
    variable: [{ key: 'baseUrl', value: baseUrl(what), type: 'string' }],
  };
}

/** The address that is called: of an open host the one that stands for it. */
function baseUrl({ properties }: Exported): string {
  const service = properties['backendService'] as { readonly serviceUrl: string }; // `wantedProperties` puts it there
  return service.serviceUrl;
}

/** Only here Postman knows secrets: it hides them, and leaves them out of what is shared. */
function environmentOf(name: string, plain: readonly (readonly [string, string])[], secrets: readonly string[]): Json {
  return {
    name,
    values: [
      ...plain.map(([key, value]) => ({ key, value, type: 'default', enabled: true })),
      ...secrets.map((key) => ({ key, value: '', type: 'secret', enabled: true })),
    ],
    _postman_variable_scope: 'environment',
  };
}
