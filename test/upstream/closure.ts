import { isArray, isObject, own, type Json, type JsonObject } from '../../src/core/json.js';
import { child, valueAt } from '../../src/core/pointer.js';

/** One keyword of a schema that a body reaches. */
export interface Said {
  /** Of the value: property names, `*` for items and unnamed properties. */
  readonly path: string;
  readonly keyword: string;
  readonly value: Json;
  /** Of the schema. */
  readonly pointer: string;
}

/** Every keyword of every schema that the one at `root` reaches, by a walk that shares nothing with the reader. */
export function closure(spec: JsonObject, root: string): readonly Said[] {
  const said: Said[] = [];
  const seen = new Set<string>();
  walk(root, '', { isNamed: false, isBase: false });
  return said;

  function walk(pointer: string, path: string, as: { readonly isNamed: boolean; readonly isBase: boolean }): void {
    const schema = valueAt(spec, pointer);
    const key = `${pointer} ${path} ${as.isBase}`;
    if (!isObject(schema) || seen.has(key) || path.split('/').length > 40 || repeats(path)) return;
    seen.add(key);
    for (const [keyword, value] of Object.entries(schema)) said.push({ path, keyword, value, pointer });
    const reference = own(schema, '$ref');
    if (typeof reference === 'string')
      walk(decodeURIComponent(reference.slice(1)), path, { isNamed: true, isBase: as.isBase });
    const properties = own(schema, 'properties');
    for (const name of Object.keys(isObject(properties) ? properties : {})) {
      walk(child(`${pointer}/properties`, name), child(path, name), { isNamed: false, isBase: false });
    }
    for (const keyword of ['items', 'additionalProperties']) {
      walk(`${pointer}/${keyword}`, `${path}/*`, { isNamed: false, isBase: false });
    }
    for (const keyword of ['allOf', 'oneOf', 'anyOf']) {
      const list = own(schema, keyword);
      const isBase = keyword === 'allOf' && as.isNamed;
      for (const index of isArray(list) ? list.keys() : [])
        walk(`${pointer}/${keyword}/${index}`, path, { isNamed: false, isBase });
    }
    // What a base's discriminator chooses is no part of those that extend it.
    if (!as.isBase)
      for (const target of subtypes(spec, schema, pointer)) walk(target, path, { isNamed: true, isBase: false });
  }
}

/** Whether a path goes round in a circle: a shape that contains itself is said once. */
function repeats(path: string): boolean {
  const parts = path.split('/');
  for (let length = 1; length * 3 <= parts.length; length += 1) {
    const [last, before, first] = [1, 2, 3].map((times) =>
      parts.slice(parts.length - length * times, parts.length - length * (times - 1)).join('/'),
    );
    if (last === before && before === first) return true;
  }
  return false;
}

function subtypes(spec: JsonObject, schema: JsonObject, pointer: string): string[] {
  const discriminator = own(schema, 'discriminator');
  if (discriminator === undefined) return [];
  const mapping = isObject(discriminator) ? own(discriminator, 'mapping') : undefined;
  if (isObject(mapping)) return Object.values(mapping).map((target) => String(target).replace(/^#/, ''));
  if (own(schema, 'oneOf') !== undefined || own(schema, 'anyOf') !== undefined) return [];
  const found: string[] = [];
  for (const base of ['/definitions', '/components/schemas']) {
    const schemas = valueAt(spec, base);
    for (const [name, one] of Object.entries(isObject(schemas) ? schemas : {})) {
      const parts = isObject(one) ? own(one, 'allOf') : undefined;
      const extendsIt = (isArray(parts) ? parts : []).some(
        (part) => isObject(part) && own(part, '$ref') === `#${pointer}`,
      );
      if (extendsIt) found.push(child(base, name));
    }
  }
  return found;
}
