import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isObject, type Json, type JsonObject } from '../../src/core/json.js';
import { valueAt } from '../../src/core/pointer.js';
import { readDocument } from '../../src/core/read-document.js';
import { readConnector } from '../../src/definition/read.js';
import { cardsOf, type Card } from '../../src/designer/card.js';
import { namesIn } from '../../src/designer/keys.js';

const root = '../shared/data/connectors';
const corpus = existsSync(root) ? describe : describe.skip;

interface Published {
  readonly file: string;
  readonly value: Json;
  readonly cards: readonly Card[];
}

async function published(): Promise<readonly Published[]> {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /apiDefinition.*\.json$/i.test(file),
  );
  const read = await Promise.all(
    files.map(async (file) => {
      const source = await readDocument(file, readFileSync(`${root}/${file}`, 'utf8'));
      const { connector } = readConnector({ name: 'x', definition: source });
      return connector ? [{ file, value: connector.definition as unknown as Json, cards: cardsOf(connector) }] : [];
    }),
  );
  return read.flat();
}

/** A call, and what is taken out of what it gives: what every engine of the workflow language can parse. */
const text = String.raw`'(?:[^']|'')*'`;
const expression = new RegExp(
  String.raw`^(?:body\(${text}\)|outputs\(${text}\)|items\(${text}\)|triggerBody\(\)|triggerOutputs\(\))(?:\??\[${text}\])*$`,
);

corpus('the published connectors', () => {
  let all: readonly Published[] = [];
  beforeAll(async () => {
    all = await published();
  });

  test('all have cards', () => {
    const cards = all.flatMap((one) => one.cards);
    expect([all.length, cards.length, cards.filter(({ isCut }) => isCut).length]).toEqual([159, 2236, 0]);
  });

  test('every expression is one', () => {
    const expressions = all.flatMap(({ cards }) =>
      cards.flatMap(({ outputs }) => outputs.flatMap((output) => [output.expression, ...output.loops])),
    );
    expect(expressions.filter((one) => !expression.test(one))).toEqual([]);
    expect(expressions.length).toBeGreaterThan(20_000);
  });

  test('every property of a plain body that is shown has one field', () => {
    let bodies = 0;
    for (const { file, value, cards } of all) {
      for (const card of cards) {
        const want = plainNames(value, card);
        if (want === undefined) continue;
        bodies += 1;
        const got = card.fields.filter(({ where }) => where === 'body').map(({ key }) => namesIn(key).join('/'));
        expect([file, card.operationId, got.toSorted()]).toEqual([file, card.operationId, want.toSorted()]);
      }
    }
    expect(bodies).toBeGreaterThan(500);
  });

  test('the same twice', () => {
    for (const { value, cards } of all.slice(0, 20)) {
      const source = { file: 'd.json', value, findings: [], locate: () => ({ line: 1, column: 1 }) };
      const { connector } = readConnector({ name: 'x', definition: source });
      expect(connector && cardsOf(connector)).toEqual(cards);
    }
  });
});

/** The ways to the values of a body that is made of plain objects; undefined for any other body. Written apart from the code that it checks. */
function plainNames(document: Json, { pointer }: Card): readonly string[] | undefined {
  const deref = (value: Json | undefined): JsonObject | undefined => {
    const $ref = isObject(value) ? value['$ref'] : undefined;
    const found = typeof $ref === 'string' ? valueAt(document, $ref.slice(1)) : value;
    return isObject(found) ? found : undefined;
  };
  const parameters = valueAt(document, `${pointer}/parameters`);
  const body = (Array.isArray(parameters) ? parameters : []).map(deref).find((one) => one?.['in'] === 'body');
  const names = (value: Json | undefined, way: readonly string[]): readonly string[] | undefined => {
    const schema = deref(value);
    if (schema === undefined || way.length > 12 || schema['allOf'] || schema['readOnly']) return undefined;
    if (Object.keys(schema).some((key) => /^x-ms-(?:dynamic-(?:schema|properties)|permission)$/.test(key)))
      return undefined;
    if (schema['type'] !== 'object') return schema['type'] === undefined ? undefined : [way.join('/')];
    const { properties = {} } = schema;
    if (!isObject(properties) || schema['x-ms-visibility'] === 'internal') return undefined;
    const below = Object.entries(properties).map(([name, property]) => names(property, [...way, name]));
    if (below.includes(undefined)) return undefined;
    return below.length === 0 ? [way.join('/')] : below.flatMap((one) => one ?? []);
  };
  const found = names(body?.['schema'], []);
  return found?.some((way) => way !== '') ? found : undefined;
}
