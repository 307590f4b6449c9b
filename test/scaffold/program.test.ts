import { isObject, type Json } from '../../src/core/json.js';
import { writeJson } from '../../src/core/json-write.js';
import { readJson } from '../../src/core/json-read.js';
import { sameJson } from '../../src/core/same-json.js';
import type { Connector } from '../../src/definition/connector.js';
import { readConnector } from '../../src/definition/read.js';
import { emptyConnector } from '../../src/scaffold/empty.js';
import { modulesOf } from '../../src/scaffold/modules.js';
import { programOf } from '../../src/scaffold/program.js';
import { tickets } from '../build/example.js';
import { hostile } from './hostile.js';
import { connectorIn, exportsOf } from './run-program.js';

const filesOf = (connector: Connector) => modulesOf(programOf(connector).declarations, 'connector');
const textsOf = (connector: Connector) => filesOf(connector).map(({ text }) => text);

/** The definition, and what was read of it. */
function read(definition: Json) {
  const source = readJson('a.json', writeJson(definition));
  const { connector } = readConnector({ name: 'things', definition: source });
  if (!connector) throw new Error('The definition cannot be read.');
  return { source, connector };
}

describe('code that builds the same definition', () => {
  test.each(hostile)('%s', (_, definition) => {
    const { source, connector } = read(definition);
    const built = connectorIn(exportsOf(filesOf(connector)));
    expect(sameJson(connector.definition as unknown as Json, source.value)).toBe(true); // nothing was left out as it was read
    expect(sameJson(built as unknown as Json, connector as unknown as Json)).toBe(true);
  });

  test('a connector that the builders made, with its contract and its properties', () => {
    const built = connectorIn(exportsOf(filesOf(tickets)));
    expect(built).toEqual(tickets);
    expect(
      textsOf(tickets)
        .join('')
        .match(/verbatim|plainOperation|unchecked/g),
    ).toBeNull();
  });
});

test('the code of a small connector', () => {
  expect(textsOf(emptyConnector('tickets'))).toEqual([
    `import { action, apiKey, connector, errors, inPath, integer, object, response, string } from 'connector-kit';

const GetTicket = action({
  operationId: 'GetTicket',
  method: 'get',
  path: '/tickets/{id}',
  summary: 'Get a ticket',
  description: 'Reads one ticket.',
  parameters: [inPath('id', integer({ title: 'Ticket ID', description: 'The number of the ticket.' }))],
  responses: {
    200: response(
      'The ticket.',
      object({
        id: integer({ title: 'Ticket ID', description: 'The number of the ticket.' }),
        subject: string({ title: 'Subject', description: 'What it is about.' }),
      }),
    ),
    ...errors(401, 404, 429),
  },
  contract: { responses: { 200: { expect: { required: ['id'] } } } },
});

export const tickets = connector({
  name: 'tickets',
  title: 'Contoso Tickets',
  description: 'Reads the tickets of the Contoso help desk.',
  version: '1.0.0',
  contact: { name: 'Contoso', url: 'https://contoso.com', email: 'help@contoso.com' },
  host: 'tickets.contoso.com',
  metadata: {
    website: 'https://contoso.com',
    privacyPolicy: 'https://contoso.com/privacy',
    categories: ['IT Operations'],
  },
  brandColor: '#1b6ec2',
  publisher: 'Contoso',
  security: apiKey({
    in: 'header',
    name: 'X-Api-Key',
    title: 'API Key',
    description: 'The key from your profile page.',
  }),
  operations: [GetTicket],
});
`,
  ]);
});

/** The constants of a definition from {@link hostile}. */
function constantsOf(name: string): readonly string[] {
  const [, definition = {}] = hostile.find(([each]) => each === name) ?? [];
  return programOf(read(definition).connector).declarations.map((each) => each.name);
}

test('no constant has a name that is taken, and none the name of another', () => {
  expect(constantsOf('operations called as builders are')).toEqual([
    'stringOperation',
    'actionOperation',
    'connectorOperation',
    'SchemaOperation',
    'thingsOperation',
    'things',
  ]);
  expect(constantsOf('operations that differ in what a name cannot hold')).toEqual([
    'GetA',
    'GetAOperation',
    'GetAOperation2',
    'GetAOperation3',
    'Übersicht',
    '取得',
    '_1st',
    'Operation',
    'things',
  ]);
  expect(constantsOf('__proto__ as an operation')).toEqual(['__proto__Operation', 'things']);
});

test('a parameter that several operations have is a constant', () => {
  const parameters = [{ name: 'Account ID', in: 'query', required: false, type: 'string' }];
  const of = (operationId: string) => ({
    get: { operationId, summary: 'A', description: 'B.', parameters, responses: { 200: { description: 'C.' } } },
  });
  const info = { title: 'T', version: '1' };
  const { connector } = read({ swagger: '2.0', info, paths: { '/a': of('A'), '/b': of('B') } });
  const [text = ''] = textsOf(connector);
  expect(text.split('\n').filter((line) => line.includes('accountID'))).toEqual([
    `const accountID = inQuery('Account ID', string());`,
    '  parameters: [accountID],',
    '  parameters: [accountID],',
  ]);
});

/** So many operations that one file would be too long. */
function large(operations: number) {
  const schema = (index: number) => ({
    type: 'object',
    properties: Object.fromEntries(
      Array.from({ length: 20 }, (_, at) => [
        `p${at}`,
        at === 0 && index > 0 ? { $ref: `#/definitions/D${index - 1}` } : { type: 'string', description: 'Some text.' },
      ]),
    ),
  });
  const names = Array.from({ length: operations }, (_, index) => index);
  return {
    swagger: '2.0',
    info: { title: 'T', version: '1' },
    paths: Object.fromEntries(
      names.map((index) => [
        `/v1/${index % 2 === 0 ? 'even' : 'odd'}/${index}`,
        {
          get: {
            operationId: `Get${index}`,
            summary: 'A',
            description: 'B.',
            responses: { 200: { description: 'C.', schema: { $ref: `#/definitions/D${index}` } } },
          },
        },
      ]),
    ),
    definitions: Object.fromEntries(names.toReversed().map((index) => [`D${index}`, schema(index)])),
  };
}

test('a large connector is several files, each of what belongs together', () => {
  const { connector } = read(large(40));
  const files = filesOf(connector);
  expect(files.map(({ path }) => path)).toEqual([
    'definitions.ts',
    'definitions-2.ts',
    'definitions-3.ts',
    'operations/even.ts',
    'operations/odd.ts',
    'connector.ts',
  ]);
  const { definition } = connectorIn(exportsOf(files));
  expect(Object.keys(definition.definitions ?? {})).toEqual(Object.keys(connector.definition.definitions ?? {}));
  expect(definition).toEqual(connector.definition);
});

test('definitions that refer to each other stay in one file', () => {
  const definition = large(40);
  const { D0 } = definition.definitions;
  if (!isObject(D0?.properties as Json)) throw new Error('D0 has properties.');
  const looped = { ...D0, properties: { ...D0?.properties, p0: { $ref: '#/definitions/D39' } } };
  const { connector } = read({
    ...definition,
    definitions: { ...definition.definitions, D0: looped },
  } as unknown as Json);
  const files = filesOf(connector);
  expect(files.map(({ path }) => path)).toEqual([
    'definitions.ts',
    'operations/even.ts',
    'operations/odd.ts',
    'connector.ts',
  ]);
  expect(connectorIn(exportsOf(files)).definition).toEqual(connector.definition);
});
