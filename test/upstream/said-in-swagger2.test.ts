import { readFileSync } from 'node:fs';
import { catalog } from '../../connector/catalog.js';
import { own } from '../../src/core/json.js';
import { readJson } from '../../src/core/json-read.js';
import { child } from '../../src/core/pointer.js';
import { sameJson } from '../../src/core/same-json.js';
import type { Schema } from '../../src/openapi/types.js';
import { schemaOf } from '../../src/upstream/schema-of.js';
import { surfaceOf, type Shape, type Surface } from '../../src/upstream/surface.js';
import type { Direction } from '../../src/upstream/unite.js';

/** What is never said, in either direction: `schemaOf` tells why. */
const never = ['default', 'discriminator', 'variants', 'ref', 'additional', 'readOnly', 'writeOnly'];
/** What an answer does not promise. */
const notOfAnswers = [
  'enum',
  'required',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'pattern',
  'uniqueItems',
  'minProperties',
  'maxProperties',
  'multipleOf',
  'exclusiveMinimum',
  'exclusiveMaximum',
];

type At = { readonly shape: Shape; readonly path: string };

/** Every shape that describes a value, at its path; a shape that contains itself is entered once. */
function shapesIn({ shapes = {} }: Surface, root: Shape): readonly At[] {
  const found: At[] = [];
  walk(root, '', []);
  return found;

  function walk(shape: Shape | boolean | undefined, path: string, open: readonly string[]): void {
    if (typeof shape !== 'object') return;
    const { ref, properties = {}, items, additional, variants = [] } = shape;
    if (ref !== undefined && open.includes(ref)) return;
    found.push({ shape, path });
    const inner = ref === undefined ? open : [...open, ref];
    if (ref !== undefined) walk(own(shapes, ref), path, inner);
    for (const [name, property] of Object.entries(properties)) walk(property, child(path, name), inner);
    walk(items, `${path}/*`, inner);
    walk(additional, `${path}/*`, inner);
    for (const variant of variants) walk(variant, path, inner);
  }
}

function schemasIn(
  schema: Schema | boolean | undefined,
  path: string,
  found = new Map<string, Schema>(),
): ReadonlyMap<string, Schema> {
  if (typeof schema !== 'object') return found;
  found.set(path, schema);
  for (const [name, property] of Object.entries(schema.properties ?? {})) schemasIn(property, child(path, name), found);
  schemasIn(schema.items, `${path}/*`, found);
  schemasIn(schema.additionalProperties, `${path}/*`, found);
  return found;
}

/** What a surface says of a body and neither its schema nor a choice does, as `keyword path`. */
function unsaid(surface: Surface, root: Shape, direction: Direction): readonly string[] {
  const { schema, choices } = schemaOf(root, { overlay: {}, direction, shapes: surface.shapes });
  const schemas = schemasIn(schema, '');
  const chosen = choices.map(({ pointer }) => pointer);
  const all = shapesIn(surface, root);
  // The parts of a list that another part calls an object: a loss of the surface says which has won.
  const disagreed = surface.losses?.some(({ message }) => message.includes('disagree about type'))
    ? all.filter(({ shape }) => shape.items !== undefined && shape.type === 'object').map(({ path }) => path)
    : [];
  const isChosen = (path: string) =>
    [...chosen, ...disagreed].some((pattern) => path === pattern || path.startsWith(`${pattern}/`));
  const hidden = all
    .filter(({ shape }) => (direction === 'request' ? shape.readOnly : shape.writeOnly))
    .map(({ path }) => path);
  return all.flatMap(({ shape, path }) => {
    if (hidden.some((one) => path === one || path.startsWith(`${one}/`))) return [];
    const said = schemas.get(path);
    if (said === undefined) return isChosen(path) ? [] : [`nothing ${path}`];
    return Object.entries(shape).flatMap(([keyword, value]) => {
      if (never.includes(keyword) || (direction === 'response' && notOfAnswers.includes(keyword))) return [];
      return isSaid(said, keyword, value) || isChosen(path) ? [] : [`${keyword} ${path}`];
    });
  });
}

function isSaid(said: Schema, keyword: string, value: unknown): boolean {
  if (keyword === 'nullable') return said['x-nullable'] === true;
  if (keyword === 'deprecated') return said.description?.includes('deprecated') ?? false;
  if (keyword === 'properties') return Object.keys(value as object).length === 0 || said.properties !== undefined;
  if (keyword === 'items') return said.items !== undefined;
  return sameJson((said as Record<string, never>)[keyword], value as never); // plain JSON
}

const surfaces = [
  ...new Set(
    catalog.services.flatMap(({ upstream, versions }) => versions.map((version) => `${upstream.service}/${version}`)),
  ),
];

test.each(surfaces)('%s: all that its surface says is in the definition, or a choice names it', (name) => {
  const file = `connector/upstream/${name}.json`;
  const surface = surfaceOf(readJson(file, readFileSync(file, 'utf8')).value, file);
  let bodies = 0;
  for (const { request, responses } of Object.values(surface.operations)) {
    const all = [[request?.shape, 'request'], ...Object.values(responses).map(({ shape }) => [shape, 'response'])] as [
      Shape | undefined,
      Direction,
    ][];
    for (const [shape, direction] of all) {
      if (shape === undefined) continue;
      bodies += 1;
      expect(unsaid(surface, shape, direction)).toEqual([]);
    }
  }
  expect(bodies).toBeGreaterThan(1);
});
