import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extensions, type ExtensionName } from '../../src/definition/extensions.js';
import { isArray, isObject, own, type Json, type JsonObject } from '../../src/core/json.js';

const folder = '../shared/data/connectors';
const corpus = existsSync(folder) ? describe : describe.skip;

/** Extensions in published connectors that are misspelt. */
const misspelt = ['x-ms-sumamry'];

/** `name at place` of known extensions that stand where the platform does not read them. */
const misplaced = [
  'x-ms-url-encoding at header-parameter',
  'x-ms-url-encoding at operation',
  'x-ms-url-encoding at schema',
  'x-ms-visibility at path-item',
];

type Seen = Map<string, number>;

function mark(seen: Seen, object: JsonObject, place: string): void {
  for (const key of Object.keys(object)) {
    if (key.startsWith('x-ms-') || key === 'x-nullable')
      seen.set(`${key} at ${place}`, (seen.get(`${key} at ${place}`) ?? 0) + 1);
  }
}

const objects = (value: Json | undefined): JsonObject[] =>
  isArray(value) ? value.filter(isObject) : isObject(value) ? Object.values(value).filter(isObject) : [];

function schema(seen: Seen, value: Json | undefined): void {
  if (!isObject(value)) return;
  mark(seen, value, 'schema');
  for (const property of objects(own(value, 'properties'))) schema(seen, property);
  for (const part of objects(own(value, 'allOf'))) schema(seen, part);
  schema(seen, own(value, 'items'));
  schema(seen, own(value, 'additionalProperties'));
}

function parameter(seen: Seen, value: JsonObject): void {
  const location = own(value, 'in');
  if (typeof location !== 'string') return;
  mark(seen, value, location === 'formData' ? 'form-parameter' : `${location}-parameter`);
  schema(seen, own(value, 'schema'));
}

function response(seen: Seen, value: JsonObject): void {
  mark(seen, value, 'response');
  schema(seen, own(value, 'schema'));
  for (const header of objects(own(value, 'headers'))) mark(seen, header, 'response-header');
}

function pathItem(seen: Seen, item: JsonObject): void {
  mark(seen, item, 'path-item');
  for (const shared of objects(own(item, 'parameters'))) parameter(seen, shared);
  const notification = own(item, 'x-ms-notification-content');
  if (isObject(notification)) schema(seen, own(notification, 'schema'));
  for (const operation of objects(item).filter((value) => isObject(own(value, 'responses')))) {
    mark(seen, operation, 'operation');
    for (const each of objects(own(operation, 'parameters'))) parameter(seen, each);
    for (const each of objects(own(operation, 'responses'))) response(seen, each);
  }
}

function definition(seen: Seen, value: JsonObject): void {
  mark(seen, value, 'document');
  const info = own(value, 'info');
  if (isObject(info)) mark(seen, info, 'info');
  for (const item of objects(own(value, 'paths'))) pathItem(seen, item);
  for (const each of objects(own(value, 'definitions'))) schema(seen, each);
  for (const each of objects(own(value, 'parameters'))) parameter(seen, each);
  for (const each of objects(own(value, 'responses'))) response(seen, each);
}

function definitions(): JsonObject[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('apiDefinition.swagger.json'))
    .flatMap((path) => {
      try {
        return [JSON.parse(readFileSync(join(folder, path), 'utf8').replace(/^\uFEFF/, '')) as JsonObject]; // JSON.parse gives any
      } catch {
        return [];
      }
    });
}

corpus('the extensions of published connectors', () => {
  const seen: Seen = new Map();
  const all = existsSync(folder) ? definitions() : [];
  for (const each of all) definition(seen, each);
  const uses = [...seen.keys()].map((use) => use.split(' at ') as [string, string]); // the key was joined so
  const known = (name: string): name is ExtensionName => Object.hasOwn(extensions, name);

  test('are known', () => {
    expect(all.length).toBeGreaterThan(150);
    expect([...new Set(uses.map(([name]) => name).filter((name) => !known(name)))].sort()).toEqual(misspelt);
  });

  test('stand where the table says, but for these', () => {
    const elsewhere = uses.filter(
      ([name, place]) => known(name) && !extensions[name].places.some((at) => at === place),
    );
    expect(elsewhere.map(([name, place]) => `${name} at ${place}`).sort()).toEqual(misplaced);
  });
});
