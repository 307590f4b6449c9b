import { parametersOf } from '../../src/upstream/parameters-of.js';
import type { OverlayNode } from '../../src/upstream/overlay.js';
import type { OperationSurface, ParameterSurface } from '../../src/upstream/surface.js';

function made(parameters: readonly ParameterSurface[], overlays: Readonly<Record<string, OverlayNode>> = {}) {
  const operation: OperationSurface = { method: 'get', path: '/a', parameters, responses: {} };
  const { parameters: given, noted } = parametersOf(operation, overlays);
  return { given, ...noted, choices: noted.choices.map(({ code, pointer }) => `${code} ${pointer}`) };
}

test('in the words of the overlay, with the facts of the surface', () => {
  const { given, unreviewed, unused } = made(
    [
      { name: 'id', in: 'path', required: true, shape: { type: 'string', minLength: 1 } },
      { name: 'days', in: 'query', deprecated: true, shape: { type: 'integer', maximum: 9, nullable: true } },
      { name: 'X-Old', in: 'header', shape: { type: 'string' } },
    ],
    {
      id: { title: 'Ticket ID', description: 'The number of the ticket.' },
      days: { title: 'Days', visibility: 'important', default: 7 },
      'X-Old': { omit: 'Nobody reads it.' },
      none: { title: 'None' },
    },
  );
  expect(given).toEqual([
    {
      name: 'id',
      in: 'path',
      required: true,
      type: 'string',
      minLength: 1,
      'x-ms-summary': 'Ticket ID',
      description: 'The number of the ticket.',
      'x-ms-url-encoding': 'single',
    },
    {
      name: 'days',
      in: 'query',
      required: false,
      type: 'integer',
      maximum: 9,
      default: 7,
      'x-ms-summary': 'Days',
      description: 'The service has deprecated it.',
      'x-ms-visibility': 'important',
    },
  ]);
  expect([unreviewed, unused]).toEqual([[], ['/none']]);
});

test('one that nobody has described: a title from its name, under advanced', () => {
  const { given, unreviewed } = made([{ name: 'page_size', in: 'query', required: true, shape: { type: 'integer' } }]);
  expect(given).toEqual([
    {
      name: 'page_size',
      in: 'query',
      required: true,
      type: 'integer',
      'x-ms-summary': 'Page size',
      'x-ms-visibility': 'advanced',
    },
  ]);
  expect(unreviewed).toEqual(['/query/page_size']);
});

test('what is no plain value or list is sent as text', () => {
  const { given, choices } = made([
    { name: 'filter', in: 'query', shape: { type: 'object', properties: { a: { type: 'string' } } } },
    { name: 'any', in: 'query', shape: {} },
    { name: 'ids', in: 'query', shape: { type: 'array', items: { type: 'integer' } } },
    { name: 'one', in: 'query', shape: { variants: [{ type: 'string' }, { type: 'boolean' }] } },
  ]);
  expect(given.map(({ type }) => type)).toEqual(['string', 'string', 'array', 'string']);
  expect(choices).toEqual([
    'upstream-union-resolved /query/filter',
    'upstream-union-resolved /query/any',
    'upstream-union-resolved /query/one',
    'upstream-union-resolved /query/one',
  ]);
});

test('names that every object inherits are names like others', () => {
  const { given } = made([
    { name: '__proto__', in: 'query', shape: { type: 'integer' } },
    { name: 'constructor', in: 'query', shape: { type: 'boolean' } },
  ]);
  expect(given.map(({ name, type }) => [name, type])).toEqual([
    ['__proto__', 'integer'],
    ['constructor', 'boolean'],
  ]);
});
