import { existsSync } from 'node:fs';
import { publishedConnectors, said } from './seeded-corpus.js';

const corpus = existsSync('../shared/data/connectors') ? test : test.skip;

corpus('no published definition that is valid OpenAPI has an error', () => {
  const all = publishedConnectors();
  const errors = all.flatMap(({ name, definition, properties }) =>
    said(definition, properties)
      .filter(({ severity }) => severity === 'error')
      .map(({ code, at }) => `${name}: ${code} ${at}`),
  );
  expect([all.length, errors]).toEqual([151, []]);
});
