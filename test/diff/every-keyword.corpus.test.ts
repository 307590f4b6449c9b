import type { Json } from '../../src/core/json.js';
import { child } from '../../src/core/pointer.js';
import { extensions, type Place } from '../../src/definition/extensions.js';
import { propertiesShape } from '../../src/definition/properties-table.js';
import { diff } from '../../src/diff/diff.js';
import { versionsOf } from '../../src/diff/example.js';
import type { RecordShape, Shape } from '../../src/openapi/structure-shape.js';
import { definitionShape } from '../../src/openapi/structure-table.js';

/* Every key that a definition can have is changed in a definition that has one of each object: some row has to say something of it. */

const input = '/paths/~1tickets/post/parameters/0/schema/properties/weight';
const output = '/definitions/Ticket/properties/id';
const query = '/paths/~1tickets/get/parameters/1';
const response = '/paths/~1tickets/get/responses/200';

/** Where each object of the table stands in the example: the path of its shape, in which `*` is an item or a member. */
const places: readonly (readonly [shape: string, pointer: string])[] = [
  ['', ''],
  ['info', '/info'],
  ['paths/*', '/paths/~1tickets'],
  ['paths/*/get', '/paths/~1tickets/get'],
  ['paths/*/get/parameters/*/query', query],
  ['paths/*/get/parameters/*/header', '/paths/~1tickets/get/parameters/4'],
  ['paths/*/get/parameters/*/body', '/paths/~1tickets/post/parameters/0'],
  ['paths/*/get/parameters/*/query/items', '/paths/~1tickets/get/parameters/3/items'],
  ['paths/*/get/responses/*', response],
  ['paths/*/get/responses/*/headers/*', `${response}/headers/ETag`],
  ['definitions/*', input],
  ['definitions/*', output],
  ['securityDefinitions/*/apiKey', '/securityDefinitions/key'],
];

/** What cannot be changed by itself, or is another thing then. */
const otherwise: ReadonlySet<string> = new Set([
  '/swagger',
  // a definition, a parameter or a response that nothing refers to is nothing to anybody
  '/definitions',
  '/parameters',
  '/responses',
  // one that is not there cannot be referred to
  `${input}/$ref`,
  `${output}/$ref`,
  // empty operations
  ...['get', 'put', 'post', 'delete', 'options', 'head', 'patch'].map((method) => `/paths/~1tickets/${method}`),
  '/paths',
  // told apart by their values: the examples of the rules change them
  '/securityDefinitions',
  '/securityDefinitions/key/type',
  '/paths/~1tickets/parameters',
  '/paths/~1tickets/get/parameters',
  ...['get/parameters/1', 'get/parameters/4', 'post/parameters/0'].map((at) => `/paths/~1tickets/${at}/in`),
]);

const through = (shape: Shape): Shape => (shape.holds === 'reference or' ? through(shape.other) : shape);

function shapeAt(path: string): RecordShape {
  let here: Shape = definitionShape;
  for (const step of path === '' ? [] : path.split('/')) {
    here = through(here);
    if (here.holds === 'record') here = here.fields[step] ?? here;
    else if (here.holds === 'case') here = here.cases[step] ?? here;
    else if (here.holds === 'map' || here.holds === 'list') here = here.of();
  }
  const shape = through(here);
  if (shape.holds !== 'record') throw new Error(`${path} is no record`);
  return shape;
}

/** Values that differ and have the shape. */
function pairsOf(shape: Shape, depth = 0): readonly (readonly [Json | undefined, Json])[] {
  switch (shape.holds) {
    case 'anything':
      return [[1, 2]];
    case 'flag':
      return [[false, true]];
    case 'text':
      return shape.values ? [[shape.values[0], shape.values.at(-1) ?? '']] : [['one', 'two']];
    case 'number':
      return [[2, 3]];
    case 'list':
      return pairsOf(shape.of(), depth + 1).map(([one, other]) => [one === undefined ? [] : [one], [other]]);
    case 'map':
      return pairsOf(shape.of(), depth + 1).map(([one, other]) => [one === undefined ? {} : { a: one }, { a: other }]);
    case 'record': {
      if (depth > 3) return [[undefined, {}]];
      const [key = '', field] = Object.entries(shape.fields).find(([name]) => name !== '$ref') ?? [];
      const needed = Object.keys(shape.required ?? {}).map((name): [string, Json] => [name, 'needed']);
      return field
        ? pairsOf(field, depth + 1).map(([, other]) => [
            Object.fromEntries(needed),
            { ...Object.fromEntries(needed), [key]: other },
          ])
        : [];
    }
    case 'case':
      return pairsOf(shape.otherwise ?? Object.values(shape.cases)[0] ?? { holds: 'anything' }, depth + 1);
    case 'flag or':
      return [[true, false]];
    case 'reference or':
      return pairsOf(shape.other, depth + 1);
  }
}

const codes = (
  old: Readonly<Record<string, Json | undefined>>,
  changed: Readonly<Record<string, Json | undefined>>,
) => {
  const versions = versionsOf({ old, new: changed, gives: [] });
  return diff(versions.old, versions.new).changes.map(({ code }) => code);
};

/** What makes a keyword mean something. */
const beside: Readonly<Record<string, Json>> = { exclusiveMaximum: 5, exclusiveMinimum: 5 };

const rows = places.flatMap(([path, pointer]) =>
  Object.entries(shapeAt(path).fields)
    .map(([key, shape]) => [child(pointer, key), key, shape] as const)
    .filter(([place]) => !otherwise.has(place)),
);

test.each(rows)('%s', (place, key, shape) => {
  const more = key in beside ? { [place.replace(`exclusiveM`, 'm')]: beside[key] } : {};
  const said = pairsOf(shape).map(([one, other]) => codes({ ...more, [place]: one }, { [place]: other }));
  expect(said.length).toBeGreaterThan(0);
  for (const some of said) {
    expect(some).not.toEqual([]);
    expect(some).not.toContain('edit-unknown');
  }
});

const siteOf: Readonly<Record<Place, string>> = {
  document: '',
  info: '/info',
  'path-item': '/paths/~1tickets',
  operation: '/paths/~1tickets/get',
  'path-parameter': '/paths/~1tickets~1{id}/parameters/0',
  'query-parameter': query,
  'header-parameter': '/paths/~1tickets/get/parameters/4',
  'form-parameter': query,
  'body-parameter': '/paths/~1tickets/post/parameters/0',
  schema: input,
  response,
  'response-header': `${response}/headers/ETag`,
};

const values: readonly (readonly [Json, Json])[] = [
  [false, true],
  ['single', 'double'],
  ['important', 'internal'],
  [{ schema: { type: 'string' } }, { schema: { type: 'integer' } }],
];
const extensionRows = Object.entries(extensions).flatMap(([name, { places: at }]) =>
  at.map((where: Place) => [name, where] as const),
);

test.each(extensionRows)('%s of %s', (name, where) => {
  const place = child(siteOf[where], name);
  const said = values.map(([one, other]) => codes({ [place]: one }, { [place]: other }));
  expect(said.flat()).not.toEqual([]);
  expect(said.flat()).not.toContain('edit-unknown');
});

const connection = 'apiProperties.json#/properties/connectionParameters/region';
const ofProperties = shapeOf(propertiesShape, ['properties']);
const ofParameter = shapeOf(ofProperties, ['connectionParameters', '*']);

function shapeOf(shape: Shape, path: readonly string[]): RecordShape {
  let here = shape;
  for (const step of path) {
    if (here.holds === 'record') here = here.fields[step] ?? here;
    else if (here.holds === 'map') here = here.of();
  }
  if (here.holds !== 'record') throw new Error('no record');
  return here;
}

const propertyRows = [
  ...Object.entries(ofProperties.fields).map(
    ([key, shape]) => [`apiProperties.json#/properties/${key}`, shape] as const,
  ),
  ...Object.entries(ofParameter.fields).map(([key, shape]) => [`${connection}/${key}`, shape] as const),
];

test.each(propertyRows)('%s', (place, shape) => {
  const said = pairsOf(shape).map(([one, other]) => codes({ [place]: one }, { [place]: other }));
  for (const some of said) {
    expect(some).not.toEqual([]);
    expect(some).not.toContain('edit-unknown');
  }
});
