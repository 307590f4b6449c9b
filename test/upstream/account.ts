import type { Finding } from '../../src/core/finding.js';
import { isArray, isObject, own, type Json, type JsonObject } from '../../src/core/json.js';
import { child, tokens } from '../../src/core/pointer.js';
import { sameJson } from '../../src/core/same-json.js';
import type { Shape, Surface } from '../../src/upstream/surface.js';
import { closure, type Said } from './closure.js';

/** What says nothing about a JSON value: prose, and schemas that only a reference leads to. */
const silent = new Set([
  'title',
  'description',
  'summary',
  'example',
  'examples',
  'externalDocs',
  'xml',
  '$comment',
  '$schema',
  '$defs',
  'definitions',
]);
/** Accounted for by what they lead to. */
const leading = new Set(['$ref', 'allOf', 'oneOf', 'anyOf', 'properties', 'items', 'discriminator']);

/** Every keyword that a body's schema reaches and neither its surface has nor a loss names, as `pointer keyword path`. */
export function unaccounted(
  spec: JsonObject,
  root: string,
  {
    surface,
    shape,
    losses,
  }: { readonly surface: Surface; readonly shape: Shape | undefined; readonly losses: readonly Finding[] },
): readonly string[] {
  const shapes = shapesByPath(surface, shape);
  const said = closure(spec, root);
  const byPath = new Map<string, Said[]>();
  for (const one of said) byPath.set(one.path, [...(byPath.get(one.path) ?? []), one]);
  const bad = said.filter(
    (one) =>
      !isHeld(one, shapes.get(one.path) ?? [], byPath.get(one.path) ?? []) && !losses.some((loss) => names(loss, one)),
  );
  return [...new Set(bad.map(({ pointer, keyword, path }) => `${pointer} ${keyword} ${path}`))];
}

/** Every shape that says something of the value at a path, variants and recursive ones too. */
function shapesByPath(surface: Surface, root: Shape | undefined): ReadonlyMap<string, readonly Shape[]> {
  const found = new Map<string, Shape[]>();
  walk(root, '', []);
  return found;

  function walk(shape: Shape | boolean | undefined, path: string, open: readonly string[]): void {
    if (typeof shape !== 'object') return;
    const { ref, properties = {}, items, additional, variants = [] } = shape;
    const depth = open.filter((name) => name === ref).length;
    if (depth > 3) return;
    found.set(path, [...(found.get(path) ?? []), shape]);
    if (ref !== undefined) walk(own(surface.shapes ?? {}, ref), path, [...open, ref]);
    for (const [name, property] of Object.entries(properties)) walk(property, child(path, name), open);
    walk(items, `${path}/*`, open);
    walk(additional, `${path}/*`, open);
    for (const variant of variants) walk(variant, path, open);
  }
}

/** Whether a loss names what was said: at the keyword or above it, or in words, where two parts disagree. */
function names({ pointer, message }: Finding, { pointer: at, keyword, path }: Said): boolean {
  const here = child(at, keyword);
  if (
    here === pointer ||
    (here.startsWith(`${pointer}/`) && !message.includes('disagree') && !message.includes('earlier'))
  )
    return true;
  const property = tokens(path).at(-1) ?? '';
  return (
    message.includes(keyword.replace('x-nullable', 'nullable')) &&
    (message.includes(`${property}"`) ||
      [pointer, tokens(pointer).at(-1)].some((where) => where === at || where === property))
  );
}

function isHeld({ keyword, value, pointer }: Said, shapes: readonly Shape[], others: readonly Said[]): boolean {
  if (silent.has(keyword) || leading.has(keyword)) return shapes.length > 0 || silent.has(keyword);
  if (keyword.startsWith('x-') && keyword !== 'x-nullable') return true;
  const rivals = others.filter((other) => other.keyword === keyword && other.pointer !== pointer);
  const has = (test: (shape: Shape) => boolean) => shapes.some(test);
  switch (keyword) {
    case 'type':
      return (isArray(value) ? value : [value]).every((type) =>
        type === 'null'
          ? has(isNull)
          : has((shape) => shape.type === type) ||
            rivals.some(({ value: other }) => type === 'number' && other === 'integer'),
      );
    case 'nullable':
    case 'x-nullable':
      return value !== true || has(isNull);
    case 'enum':
      return (isArray(value) ? value : []).every((one) => isValue(one, shapes, rivals));
    case 'const':
      return isValue(value, shapes, rivals);
    case 'name':
    case 'in':
      return true; // of a parameter of OpenAPI 2.0, which is its own schema
    case 'required':
      if (!isArray(value)) return true; // of a parameter
      return value.every((name) => has(({ required }) => required?.includes(String(name)) === true));
    case 'additionalProperties':
      return (
        has(({ additional }) => (isObject(value) ? typeof additional === 'object' : additional === value)) ||
        rivals.length > 0
      );
    case 'deprecated':
    case 'readOnly':
    case 'writeOnly':
    case 'uniqueItems':
      return value !== true || has((shape) => shape[keyword] === true);
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return value === false || has((shape) => shape[keyword] === true || rivals.length > 0);
    default:
      return has((shape) => sameJson((shape as unknown as JsonObject)[keyword], value)) || isTightened(keyword, rivals);
  }
}

const isNull = ({ nullable }: Shape) => nullable === true;

/** A bound that another part of the same value tightens holds by that. */
const isTightened = (keyword: string, rivals: readonly Said[]) => /^(min|max)/.test(keyword) && rivals.length > 0;

/** A value of a list; one that another list of the same value lacks cannot be sent anyway. */
function isValue(value: Json, shapes: readonly Shape[], rivals: readonly Said[]): boolean {
  if (value === null) return shapes.some(isNull);
  if (shapes.some((shape) => shape.enum?.some((one) => sameJson(one, value)))) return true;
  return rivals.some((other) => isArray(other.value) && !other.value.some((one) => sameJson(one, value)));
}
