import { existsSync } from 'node:fs';
import type { JsonObject } from '../../src/core/json.js';
import { valueAt } from '../../src/core/pointer.js';
import { exampleDefinition, exampleProperties } from '../../src/lint/example-connector.js';
import { randomFrom } from '../openapi/validity-mutations.js';
import { richDefinition } from '../openapi/validity-rich-definition.js';
import { mutated } from './mutations.js';
import { publishedConnectors, said } from './seeded-corpus.js';

/*
 * Each document of a small connector is changed in a few places at once, and whatever comes of it is read and checked. It takes 25 s of CPU.
 */

const corpus = existsSync('../shared/data/connectors') ? test : test.skip;
const total = 4000;
const smallBytes = 4500;
const limitMilliseconds = 2000;

/** Where one of these is reported, reading left a part out, or put one in: later items of a list then stand elsewhere. */
const leavesOut = new Set([
  'definition-not-swagger-2',
  'definition-shape',
  'definition-value',
  'definition-missing-key',
  'properties-shape',
]);

corpus(
  'no mutation makes the linter crash, hang or point nowhere',
  () => {
    const small = publishedConnectors().filter(({ bytes }) => bytes < smallBytes);
    const bases: readonly { readonly definition: JsonObject; readonly properties: JsonObject }[] = [
      { definition: exampleDefinition, properties: exampleProperties },
      { definition: richDefinition, properties: exampleProperties },
      ...small,
    ];
    const random = randomFrom(45);
    const wrong = new Map<string, string>();
    let placed = 0;
    for (let index = 0; index < total; index += 1) {
      // every second one is of the example, which has one of each thing that rules look at
      const base = bases[index % 2 === 0 ? 0 : Math.floor(index / 2) % bases.length];
      if (base === undefined) continue;
      const definition = mutated(base.definition, random);
      const properties = random() < 0.3 ? mutated(base.properties, random) : base.properties;
      const began = process.cpuUsage();
      const found = said(definition, properties, index % 3 === 0 ? 'certification' : 'logic-apps');
      const { user, system } = process.cpuUsage(began);
      if ((user + system) / 1000 > limitMilliseconds) wrong.set('slow', `${index}`);
      if (found.some(({ code }) => leavesOut.has(code))) continue;
      for (const { code, at } of found) {
        const [inDefinition, inProperties] = at.split('apiProperties.json#');
        const value =
          inProperties === undefined ? valueAt(definition, inDefinition ?? '') : valueAt(properties, inProperties);
        if (value === undefined) wrong.set(code, `${index} ${at}`);
        else placed += 1;
      }
    }
    expect([...wrong]).toEqual([]);
    expect(placed).toBeGreaterThan(8_000);
  },
  900_000,
);
