import { isArray, isObject, own, type Json, type JsonObject } from '../../src/core/json.js';
import { child, tokens, valueAt } from '../../src/core/pointer.js';

/** An edit: how to make it, and the kinds that it may be taken for. */
export interface SeededEdit {
  readonly name: string;
  /** What is wanted of a place: its last key, or what stands there. */
  readonly fits: (at: Site) => boolean;
  readonly make: (at: Site) => Changes;
  readonly codes: readonly string[];
}

/** Values by pointer; undefined takes away. */
export type Changes = Readonly<Record<string, Json | undefined>>;

/** A place below the operations of a definition. */
export interface Site {
  readonly pointer: string;
  readonly node: JsonObject;
  readonly kind: 'operation' | 'parameter' | 'schema';
  /** Whether it is sent, in a body or as a parameter. */
  readonly sent: boolean;
}

/** Every operation, every parameter and every schema that is written out below an operation. */
export function sitesOf(document: JsonObject): readonly Site[] {
  const sites: Site[] = [];
  for (const [path, item] of entriesIn(document, '/paths')) {
    if (!path.includes('/paths/~1') || !isObject(item)) continue;
    for (const method of ['get', 'put', 'post', 'delete', 'options', 'head', 'patch']) {
      const node = own(item, method);
      if (!isObject(node)) continue;
      const pointer = child(path, method);
      sites.push({ pointer, node, kind: 'operation', sent: true });
      const parameters = own(node, 'parameters');
      for (const [index, parameter] of (isArray(parameters) ? parameters : []).entries()) {
        if (!isObject(parameter) || own(parameter, '$ref') !== undefined) continue;
        const at = `${pointer}/parameters/${index}`;
        sites.push({ pointer: at, node: parameter, kind: 'parameter', sent: true });
        schemas(own(parameter, 'schema'), `${at}/schema`, true, sites);
      }
      for (const [at, response] of entriesIn(document, `${pointer}/responses`)) {
        if (isObject(response)) schemas(own(response, 'schema'), `${at}/schema`, false, sites);
      }
    }
  }
  return sites;
}

function entriesIn(document: JsonObject, pointer: string): [string, Json][] {
  const value = valueAt(document, pointer);
  return isObject(value) ? Object.entries(value).map(([key, inner]) => [child(pointer, key), inner]) : [];
}

function schemas(value: Json | undefined, pointer: string, sent: boolean, sites: Site[]): void {
  if (!isObject(value) || own(value, '$ref') !== undefined || own(value, 'allOf') !== undefined) return;
  sites.push({ pointer, node: value, kind: 'schema', sent });
  const properties = own(value, 'properties');
  if (isObject(properties)) {
    for (const [name, inner] of Object.entries(properties))
      schemas(inner, child(`${pointer}/properties`, name), sent, sites);
  }
  schemas(own(value, 'items'), `${pointer}/items`, sent, sites);
}

const has = (key: string) => (at: Site) => own(at.node, key) !== undefined;
const isSchema = (sent: boolean) => (at: Site) => at.kind === 'schema' && at.sent === sent;
const isValue = (at: Site) => at.kind === 'parameter' && own(at.node, 'in') !== 'body';
const scalar = (at: Site) => ['string', 'integer', 'number', 'boolean'].includes(String(own(at.node, 'type')));
/** `key`: the rest of a pointer. */
const set =
  (key: string, value: Json | undefined) =>
  (at: Site): Changes => ({ [`${at.pointer}/${key}`]: value });
const last = ({ pointer }: Site) => tokens(pointer).at(-1) ?? '';
const isProperty = (at: Site) => tokens(at.pointer).at(-2) === 'properties';

/** One edit of each kind that can be made nearly everywhere. */
export const seededEdits: readonly SeededEdit[] = [
  edit('a summary', (at) => at.kind === 'operation', set('summary', 'Seeded'), ['wording-changed']),
  edit('a description', (at) => !isOperation(at), set('description', 'Seeded.'), ['wording-changed']),
  edit('a title', isSchema(false), set('title', 'Seeded'), ['wording-changed']),
  edit('an operationId', (at) => at.kind === 'operation', set('operationId', 'SeededId'), ['operation-id-renamed']),
  edit(
    'an operation hidden',
    (at) => isOperation(at) && own(at.node, 'x-ms-visibility') !== 'internal',
    set('x-ms-visibility', 'internal'),
    ['operation-hidden'],
  ),
  edit('deprecated', (at) => isOperation(at) && own(at.node, 'deprecated') !== true, set('deprecated', true), [
    'deprecation-changed',
  ]),
  edit('an unknown extension', () => true, set('x-seeded', 1), ['edit-unknown']),
  edit(
    'a parameter required',
    (at) => at.kind === 'parameter' && own(at.node, 'required') !== true,
    set('required', true),
    ['made-required'],
  ),
  edit(
    'a parameter optional',
    (at) => at.kind === 'parameter' && own(at.node, 'required') === true && own(at.node, 'in') !== 'path',
    set('required', false),
    ['made-optional'],
  ),
  edit('a parameter moved', (at) => isValue(at) && own(at.node, 'in') === 'query', set('in', 'header'), [
    'parameter-moved',
  ]),
  edit('a parameter retyped', (at) => isValue(at) && own(at.node, 'type') === 'string', set('type', 'boolean'), [
    'type-changed',
  ]),
  edit('an enum for an input', (at) => scalar(at) && at.sent && !has('enum')(at), set('enum', ['seeded']), [
    'enum-narrowed',
  ]),
  edit('an enum of an input dropped', (at) => scalar(at) && at.sent && has('enum')(at), set('enum', undefined), [
    'enum-widened',
  ]),
  edit('a default', (at) => scalar(at) && at.sent && !has('default')(at), set('default', 'seeded'), ['default-added']),
  edit('another default', (at) => scalar(at) && at.sent && has('default')(at), set('default', 'seeded'), [
    'default-changed',
  ]),
  edit('a longest length', (at) => own(at.node, 'type') === 'string' && !has('maxLength')(at), set('maxLength', 3), [
    'bound-tightened',
  ]),
  edit(
    'another format',
    (at) =>
      own(at.node, 'type') === 'string' && !['seeded', 'html', 'password'].includes(String(own(at.node, 'format'))),
    set('format', 'seeded'),
    ['format-narrowed', 'format-changed'],
  ),
  edit(
    'null for an output',
    (at) => isSchema(false)(at) && own(at.node, 'x-nullable') !== true,
    set('x-nullable', true),
    ['null-allowed'],
  ),
  edit('an input retyped', (at) => isSchema(true)(at) && own(at.node, 'type') === 'string', set('type', 'integer'), [
    'type-changed',
  ]),
  edit('an output retyped', (at) => isSchema(false)(at) && own(at.node, 'type') === 'string', set('type', 'array'), [
    'type-changed',
  ]),
  edit('an input gone', (at) => isSchema(true)(at) && isProperty(at), take, ['input-removed']),
  edit('an output gone', (at) => isSchema(false)(at) && isProperty(at), take, ['output-removed']),
  edit(
    'a new input',
    (at) => isSchema(true)(at) && has('properties')(at),
    set('properties/seeded', { type: 'string' }),
    ['optional-input-added'],
  ),
  edit(
    'a new output',
    (at) => isSchema(false)(at) && has('properties')(at),
    set('properties/seeded', { type: 'string' }),
    ['output-added'],
  ),
  edit(
    'a property in another case',
    (at) => isSchema(false)(at) && isProperty(at) && last(at).toUpperCase() !== last(at),
    upperCase,
    ['property-renamed'],
  ),
  edit('an operation gone', isOperation, take, ['operation-removed']),
  edit(
    'a status of its own',
    isOperation,
    set('responses/418', { description: 'Seeded.', schema: { type: 'string' } }),
    ['response-added'],
  ),
  edit('what it consumes', isOperation, set('consumes', ['text/seeded']), ['media-types-narrowed', 'wording-changed']),
  edit('what it produces', isOperation, set('produces', ['text/seeded']), ['media-types-widened']),
];

function edit(name: string, fits: SeededEdit['fits'], make: SeededEdit['make'], codes: readonly string[]): SeededEdit {
  return { name, fits, make, codes };
}

function isOperation(at: Site): boolean {
  return at.kind === 'operation';
}

function take(at: Site): Changes {
  return { [at.pointer]: undefined };
}

function upperCase(at: Site): Changes {
  const above = at.pointer.slice(0, at.pointer.lastIndexOf('/'));
  return { [at.pointer]: undefined, [child(above, last(at).toUpperCase())]: at.node };
}

/** The document with values changed. */
export function changedBy(document: JsonObject, changes: Changes): JsonObject {
  let result: Json = document;
  for (const [pointer, value] of Object.entries(changes)) result = withValue(result, tokens(pointer), value);
  return result as JsonObject; // no change is of the whole
}

function withValue(here: Json, [token = '', ...rest]: readonly string[], value: Json | undefined): Json {
  if (isArray(here)) {
    return here.map((item, index) => (String(index) === token ? withValue(item, rest, value) : item));
  }
  const object = isObject(here) ? here : {};
  const inner = rest.length === 0 ? value : withValue(own(object, token) ?? {}, rest, value);
  const entries = Object.entries(object).filter(([key]) => key !== token || inner !== undefined);
  const known = entries.some(([key]) => key === token);
  const made = entries.map(([key, old]): [string, Json] => [key, key === token && inner !== undefined ? inner : old]);
  return Object.fromEntries(known || inner === undefined ? made : [...made, [token, inner]]);
}
