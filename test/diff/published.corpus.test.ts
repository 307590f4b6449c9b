import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isObject, type Json, type JsonObject } from '../../src/core/json.js';
import { readJson } from '../../src/core/json-read.js';
import type { Connector } from '../../src/definition/connector.js';
import { readConnector } from '../../src/definition/read.js';
import { diff } from '../../src/diff/diff.js';
import { randomFrom } from '../openapi/validity-mutations.js';
import { otherwise } from './same-meaning.js';
import { changedBy, seededEdits, sitesOf } from './seeded-edits.js';

/* Over published definitions. It takes 50 s of CPU. */

const root = '../shared/data/connectors';
const corpus = existsSync(root) ? describe : describe.skip;
const shipped = 'connector';
/** Definitions of which single edits are made, at most, in bytes: of each one there are 29. */
const smallBytes = 120_000;

interface Published {
  readonly name: string;
  readonly bytes: number;
  readonly document: JsonObject;
  readonly properties: Json;
  readonly connector: Connector;
}

function read(name: string, document: Json, properties: Json): Connector | undefined {
  const source = (file: string, value: Json) => ({ file, value, findings: [], locate: () => ({ line: 1, column: 1 }) });
  return readConnector({ name, definition: source('a', document), properties: source('b', properties) }).connector;
}

function publishedIn(folder: string): readonly Published[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /apiDefinition.*\.json$/.test(file),
  );
  return files.toSorted().flatMap((file) => {
    const text = readFileSync(`${folder}/${file}`, 'utf8');
    const { value } = readJson(file, text);
    const beside = `${folder}/${file.replace(/[^/]*$/, 'apiProperties.json')}`;
    const properties = existsSync(beside) ? (readJson(beside, readFileSync(beside, 'utf8')).value ?? {}) : {};
    const connector = isObject(value) ? read(file, value, properties) : undefined;
    return connector && isObject(value)
      ? [{ name: file, bytes: text.length, document: value, properties, connector }]
      : [];
  });
}

corpus('published connectors', () => {
  let published: readonly Published[] = [];
  beforeAll(() => {
    published = publishedIn(root);
  });

  test('the same in other words is the same, for those that are shipped, too', () => {
    const random = randomFrom(4);
    const different = new Map<string, readonly string[]>();
    const all = [...published, ...publishedIn(shipped)];
    for (const { name, document, properties, connector } of all) {
      const other = read(name, otherwise(document, random), properties);
      if (!other) throw new Error(name);
      const changes = [...diff(connector, other).changes, ...diff(other, connector).changes];
      if (changes.length > 0)
        different.set(
          name,
          changes.map(({ code, pointer }) => `${code} ${pointer}`),
        );
    }
    expect([...different]).toEqual([]);
    expect(all.length).toBeGreaterThan(150);
  }, 600_000);

  test('a single edit is a single change', () => {
    const random = randomFrom(5);
    const different: string[] = [];
    let edits = 0;
    for (const { name, document, properties, connector } of published.filter(({ bytes }) => bytes < smallBytes)) {
      const sites = sitesOf(document);
      for (const { name: edited, fits, make, codes } of seededEdits) {
        const fitting = sites.filter(fits);
        const site = fitting[Math.floor(random() * fitting.length)];
        if (!site) continue;
        const other = read(name, changedBy(document, make(site)), properties);
        if (!other) throw new Error(name);
        edits += 1;
        const changes = diff(connector, other).changes.map(({ code }) => code);
        const extra = changes.filter((code) => !codes.includes(code));
        if (changes.length !== 1 || extra.length > 0)
          different.push(`${edited} in ${name} ${site.pointer}: ${changes.join(' ')}`);
      }
    }
    expect(edits).toBeGreaterThan(3_000);
    // a property that is renamed in a schema that goes on requiring the old name is required no more
    expect(
      different.filter(
        (one) =>
          !/^a property in another case .*: (made-optional property-renamed|property-renamed made-optional)$/.test(one),
      ),
    ).toEqual([]);
  }, 600_000);

  test('connectors that have nothing to do with each other', () => {
    const wrong: string[] = [];
    for (const [index, { name, connector }] of published.entries()) {
      const other = published[(index + 1) % published.length]?.connector ?? connector;
      const { operations, changes, breaking } = diff(connector, other);
      const gone = changes.filter(({ code }) => code === 'operation-removed').length;
      const fresh = changes.filter(({ code }) => code === 'operation-added').length;
      if (operations.old - operations.common !== gone || operations.new - operations.common !== fresh || !breaking)
        wrong.push(name);
    }
    expect(wrong).toEqual([]);
  }, 600_000);
});
