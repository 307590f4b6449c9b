import { existsSync } from 'node:fs';
import { changed } from '../../src/core/changed.js';
import { randomFrom } from '../openapi/validity-mutations.js';
import { publishedConnectors, said } from './seeded-corpus.js';
import { documentKinds } from './seeded-documents.js';
import { operationKinds } from './seeded-operations.js';
import { baseOf } from './seeded.js';
import { valueKinds } from './seeded-values.js';

/*
 * One defect of each kind is put into published definitions that have a place for it, into 25 of 100;
 * found is one whose code is reported at its place, as more than a note, and was not before.
 * It takes half a minute of CPU; LINT_SEEDED=100 asks for all, which takes two minutes.
 */

const corpus = existsSync('../shared/data/connectors') ? test : test.skip;
const kinds = [...operationKinds, ...valueKinds, ...documentKinds];
const sampled = 100;
const most = Number(process.env['LINT_SEEDED'] ?? 25);

/** How many of the definitions have a place for each kind. */
const placesOf: Readonly<Record<string, number>> = {
  '$ref to nothing': 47,
  'GET with a body': 68,
  'OAuth flow of an application': 19,
  anyOf: 100,
  'apiKey without a name': 57,
  'array parameter without items': 2,
  'array without items': 62,
  'basePath without a slash': 100,
  'body and form data': 81,
  'default not in enum': 47,
  'default of the wrong type': 100,
  'description missing': 100,
  'duplicate enum value': 100,
  'duplicate operationId': 87,
  'dynamic call that lacks an argument': 22,
  'dynamic call with a parameter that is missing': 19,
  'dynamic values of an operation that does not exist': 22,
  'empty enum': 100,
  'empty responses': 100,
  'enum of the wrong type': 100,
  'external $ref': 47,
  'host with a scheme': 100,
  'integer default that is a text': 71,
  'internal required without default': 100,
  'key parameter missing in apiProperties': 82,
  'minimum above maximum': 71,
  'missing responses': 100,
  'missing summary': 100,
  'misspelled extension': 100,
  'no answer for success': 96,
  'no operationId': 100,
  'no version': 100,
  'notification url that is not internal': 14,
  'operation with an unknown key': 100,
  'optional path parameter': 54,
  'other version of OpenAPI': 100,
  'path parameter without a template': 100,
  'path that differs in case only': 91,
  'path with a query': 100,
  'path without a slash': 100,
  'pattern that is none': 100,
  'policy for an unknown operation': 100,
  'repeated parameter': 98,
  'required loop': 49,
  'required on an unknown property inside': 62,
  'required on an unknown property of a definition': 49,
  'response status that is none': 100,
  'scheme of WebSocket': 100,
  'security requirement of an undefined scheme': 100,
  'several answers with a schema': 80,
  'something beside a $ref': 47,
  'summary too long': 100,
  'template without a parameter': 54,
  'title too long': 100,
  'two body parameters': 81,
  'two security schemes': 82,
  'unknown format': 100,
  'unknown scheme': 100,
  'unknown type': 100,
  'url encoding missing': 39,
  'value-collection that leads nowhere': 13,
  'value-path that leads nowhere': 21,
  'visibility "Advanced"': 60,
};

corpus(
  'seeded defects are found at their places',
  () => {
    const all = publishedConnectors().toSorted((a, b) => a.bytes - b.bytes);
    const chosen = all.filter(
      (_, index) => Math.floor((index * sampled) / all.length) !== Math.floor(((index - 1) * sampled) / all.length),
    );
    const random = randomFrom(4);
    const seeded = new Map<string, number>();
    const misses: string[] = [];
    // in an order that mixes small and large ones
    for (const index of chosen.keys()) {
      const { name: file, definition, properties } = chosen[(index * 37) % sampled]!;
      const base = baseOf(definition, properties);
      const known = {
        'logic-apps': codesAndPlaces(said(definition, properties, 'logic-apps')),
        certification: codesAndPlaces(said(definition, properties, 'certification')),
      };
      for (const { name, code, certification, places } of kinds) {
        const profile = certification ? 'certification' : 'logic-apps';
        const open = places(base).filter(({ at }) => !known[profile].has(`${code} ${at}`));
        const seed = open[Math.floor(random() * open.length)];
        if (seed === undefined || (seeded.get(name) ?? 0) >= most) continue;
        seeded.set(name, (seeded.get(name) ?? 0) + 1);
        const broken = [
          changed(definition, seed.definition ?? {}),
          changed(properties, seed.properties ?? {}),
        ] as const;
        const found = said(...broken, profile).filter(({ severity }) => severity !== 'note');
        if (!codesAndPlaces(found).has(`${code} ${seed.at}`)) misses.push(`${file}: ${name} at ${seed.at}`);
      }
    }
    const wanted = Object.entries(placesOf).map(([name, count]) => [name, Math.min(count, most)]);
    const want = [sampled, 63, Object.fromEntries(wanted), []];
    expect([chosen.length, kinds.length, Object.fromEntries(seeded), misses]).toEqual(want);
  },
  900_000,
);

const codesAndPlaces = (findings: ReturnType<typeof said>): ReadonlySet<string> =>
  new Set(findings.map(({ code, at }) => `${code} ${at}`));
