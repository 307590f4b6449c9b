import { Fault } from '../../src/core/fault.js';
import type { Json } from '../../src/core/json.js';
import type { OperationChoice } from '../../src/upstream/find-operation.js';
import { readSurface } from '../../src/upstream/read-spec.js';
import { surfaceOf } from '../../src/upstream/surface.js';

const spec = {
  openapi: '3.1.0',
  info: { title: 'Things', version: '7' },
  paths: {
    '/things/{thing-id}/parts': { get: { operationId: 'listParts' }, post: { operationId: 'makePart' } },
    '/things': { get: { operationId: 'listThings' } },
    '/people': { get: { operationId: 'listPeople' } },
  },
};

function find(choice: OperationChoice, value: Json | undefined = spec) {
  return readSurface(value, { service: 's', file: 'a/b.json', operations: { it: choice } }).surface.operations.it;
}

function faultOf(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error instanceof Fault ? [error.code, error.message, error.help] : error;
  }
  return 'no fault';
}

test.each<[string, OperationChoice, string]>([
  ['method and path, whatever its parameters are called', { method: 'POST', path: '/things/{id}/parts' }, 'makePart'],
  ['operationId', { operationId: 'listPeople' }, 'listPeople'],
])('an operation is found by %s', (_, choice, want) => {
  expect(find(choice)?.operationId).toBe(want);
});

test('an operation that is not there: what is near', () => {
  expect(faultOf(() => find({ method: 'post', path: '/things/{id}' }))).toEqual([
    'not-found',
    'a/b.json has 4 operations, none is POST /things/{id}.',
    'Nearest: GET /things/{thing-id}/parts, POST /things/{thing-id}/parts, GET /things.',
  ]);
  expect(faultOf(() => find({ operationId: 'deleteRobot' }))).toEqual([
    'not-found',
    'a/b.json has 4 operations, none is deleteRobot.',
    'It has GET /things/{thing-id}/parts, POST /things/{thing-id}/parts, GET /things, \u2026. Give the specification of the service that the connector calls.',
  ]);
});

test('several choices: the first that is there', () => {
  const gone = { method: 'post', path: '/gone' };
  const found = (...choices: OperationChoice[]) =>
    readSurface(spec, { service: 's', file: 'f', operations: { it: choices } }).surface.operations['it']?.path;
  expect(found(gone, { method: 'get', path: '/things' })).toBe('/things');
  expect(found({ method: 'get', path: '/things' }, { method: 'post', path: '/things/{id}/parts' })).toBe('/things');
  expect(faultOf(() => found(gone, { operationId: 'none' }))).toEqual([
    'not-found',
    'f has 4 operations, none is POST /gone or none.',
    expect.any(String),
  ]);
});

test.each<[string, Json | undefined, string]>([
  ['nothing', undefined, 'null'],
  ['a list', [], '[]'],
  ['another document', { name: 'x', version: '1' }, '{name, version}'],
  ['no paths', { openapi: '3.1.0' }, 'one without paths'],
  ['a version that is not known', { openapi: '4.0.0', paths: {} }, 'version "4.0.0"'],
  ['a version that is no text', { swagger: 2, paths: {} }, 'version 2'],
])('no specification: %s', (_, value, what) => {
  expect(faultOf(() => find({ operationId: 'x' }, value === undefined ? null : value))).toEqual([
    'not-found',
    `a/b.json holds no OpenAPI 2.0, 3.0 or 3.1 specification with paths, but ${what}.`,
    'Give the specification of the service that the connector calls, as JSON or YAML.',
  ]);
});

test('the choice gives service, version and retirement', () => {
  const { surface } = readSurface(spec, {
    service: 's',
    apiVersion: '2024-01-01',
    retired: { on: '2025-01-01', source: 'https://example.com' },
    file: 'C:\\specs\\b.json',
    operations: {},
  });
  expect(surface).toEqual({
    formatVersion: 1,
    service: 's',
    apiVersion: '2024-01-01',
    retired: { on: '2025-01-01', source: 'https://example.com' },
    source: { title: 'Things', version: '7', openapi: '3.1.0', file: 'b.json' },
    operations: {},
  });
});

test('a surface file is known by its format', () => {
  const { surface } = readSurface(spec, { service: 's', file: 'b.json', operations: {} });
  expect(surfaceOf(JSON.parse(JSON.stringify(surface)) as Json, 'f')).toEqual(surface);
  expect(faultOf(() => surfaceOf({ formatVersion: 2, operations: {} }, 'f.json'))).toEqual([
    'not-found',
    'f.json holds no surface of format 1 at "/formatVersion": "formatVersion" is 2, expected 1.',
    'Make it from the specification: connector-kit regenerate CONNECTOR --api-version V --spec FILE.',
  ]);
});
