import SwaggerParser from '@apidevtools/swagger-parser';
import { readFileSync, readdirSync } from 'node:fs';
import { catalog } from '../../connector/catalog.js';
import { isArray, isObject, type Json } from '../../src/core/json.js';
import { readJson } from '../../src/core/json-read.js';
import { schemaOf } from '../../src/upstream/schema-of.js';
import { surfaceOf, surfaceText, type Surface } from '../../src/upstream/surface.js';
import { compileOnce } from '../compile-once.js';

compileOnce();

const folder = 'connector/upstream';
/** Longer texts are prose, which is not ours to copy. The longest fact is an address of 77 characters. */
const MAX_TEXT_LENGTH = 80;

const upstreams = new Map(catalog.services.map(({ upstream }) => [upstream.service, upstream]));

const committed = [...upstreams.keys()].flatMap((service) =>
  readdirSync(`${folder}/${service}`).map((file): [file: string, service: string, version: string] => [
    `${folder}/${service}/${file}`,
    service,
    file.replace(/\.json$/, ''),
  ]),
);

function read(file: string): { text: string; value: Json | undefined; surface: Surface } {
  const text = readFileSync(file, 'utf8');
  const { value } = readJson(file, text);
  return { text, value, surface: surfaceOf(value, file) };
}

function textsOf(value: Json | undefined): string[] {
  if (typeof value === 'string') return [value];
  if (isArray(value)) return value.flatMap(textsOf);
  return isObject(value) ? Object.entries(value).flatMap(([key, inner]) => [key, ...textsOf(inner)]) : [];
}

test('the versions of the catalog are there, and no others', () => {
  const wanted = catalog.services.flatMap(({ upstream, versions }) =>
    versions.map((version) => `connector/upstream/${upstream.service}/${version}.json`),
  );
  expect(committed.map(([file]) => file).sort()).toEqual([...new Set(wanted)].sort());
});

describe.each(committed)('%s', (file, service, version) => {
  const { text, value, surface } = read(file);

  test('says what it is, has all operations, and is written as we write it', () => {
    const { operations = {}, retired = {} } = upstreams.get(service) ?? {};
    expect([surface.service, surface.apiVersion, surface.retired]).toEqual([service, version, retired[version]]);
    expect(Object.keys(surface.operations)).toEqual(Object.keys(operations));
    expect(surfaceText(surface)).toBe(text);
  });

  test('holds no prose', () => {
    const { losses: _, ...facts } = isObject(value) ? value : {}; // our own words
    expect(textsOf(facts).filter((found) => found.length > MAX_TEXT_LENGTH)).toEqual([]);
  });
});

/* One of each kind: the validator takes half a second for each. Every definition that is made of them is judged when it is written. */
test.each(['openai/2.3.0', 'azure-openai/2024-10-21', 'azure-openai/v1'])(
  '%s: gives OpenAPI 2.0 that others call valid',
  async (name) => {
    const { surface } = read(`${folder}/${name}.json`);
    const bodies = Object.values(surface.operations).flatMap(({ request, responses }) => [
      ...(request?.shape
        ? [schemaOf(request.shape, { overlay: {}, direction: 'request', shapes: surface.shapes })]
        : []),
      ...Object.values(responses).flatMap(({ shape }) =>
        shape ? [schemaOf(shape, { overlay: {}, direction: 'response', shapes: surface.shapes })] : [],
      ),
    ]);
    const schemas = bodies.flatMap(({ schema, wider }) => [schema, ...Object.values(wider)]);
    const definitions = Object.fromEntries(schemas.map((schema, index) => [`S${index}`, schema]));
    const document = { swagger: '2.0', info: { title: 'All', version: '1' }, paths: {}, definitions };
    // The parser knows no bigint; a copy, because it resolves in place.
    const copy = JSON.parse(
      JSON.stringify(document, (_, inner: unknown) => (typeof inner === 'bigint' ? 0 : inner)),
    ) as never;
    await expect(SwaggerParser.validate(copy)).resolves.toBeDefined();
  },
);
