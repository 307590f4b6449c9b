import { cardsOf } from '../../src/designer/card.js';
import { operations } from '../../src/openapi/walk.js';
import { connectionWays } from '../../src/pages/preview/connection-parts.js';
import { pathedFields } from '../../src/pages/preview/field-paths.js';
import { placedFindings } from '../../src/pages/preview/places.js';
import { seenIn } from '../../src/pages/preview/seen.js';
import { definition, tickets } from './tickets.js';

const connector = tickets();
const cards = cardsOf(connector);
const file = 'apiDefinition.swagger.json';
const get = '/paths/~1tickets~1{id}/get';
const put = '/paths/~1tickets~1{id}/put';

/** Where a finding with that pointer is shown. */
function placeOf(pointer: string, of = file): readonly string[] {
  const found = { code: 'x', severity: 'note', message: 'x', pointer, file: of } as const;
  const placed = placedFindings({ findings: [found], file }, { cards, operations: operations(connector.definition) });
  const places: string[] = [];
  const note = (name: string, list: readonly unknown[]) => (list.length > 0 ? places.push(name) : 0);
  for (const card of cards) {
    note(`of ${card.operationId}`, placed.ofOperation(card.pointer));
    note(`besides ${card.operationId}`, placed.besides(card.pointer));
    for (const { path } of pathedFields(card.fields))
      note(`in ${card.operationId} ${path}`, placed.at(card.pointer, 'in', path));
    for (const { key } of card.outputs) note(`out ${card.operationId} ${key}`, placed.at(card.pointer, 'out', key));
  }
  note('internal', placed.ofOperation('/paths/~1lists/get'));
  for (const name of ['region', 'api_key', 'a/b']) note(name, placed.ofConnection(name));
  note('rest', placed.rest);
  return places;
}

test.each([
  [`${get}/summary`, ['of GetTicket', 'besides GetTicket']],
  [`${get}/responses/404`, ['of GetTicket', 'besides GetTicket']],
  [`${get}/parameters/0/type`, ['of GetTicket', 'in GetTicket path.$.id']],
  [`${put}/parameters/1/enum/0`, ['of ChangeTicket', 'in ChangeTicket query.$.how']],
  ['/definitions/Ticket/properties/id', ['of GetTicket', 'out GetTicket body.$.id']],
  [
    '/definitions/Ticket/properties/notes/items/properties/text',
    ['of GetTicket', 'out GetTicket body.$.notes.[*].text'],
  ],
  ['/paths/~1lists/get/responses', ['internal']],
  ['/info/title', ['rest']],
  ['', ['rest']],
  ['not a pointer', ['rest']],
])('what is said of %j stands in one place', (pointer, places) => {
  expect(placeOf(pointer)).toEqual(places);
});

test.each([
  ['/properties/connectionParameters/api_key/type', ['api_key']],
  ['/properties/connectionParameters/a~1b', ['a/b']],
  ['/properties/iconBrandColor', ['rest']],
])('what is said of %j in the properties stands in one place', (pointer, places) => {
  expect(placeOf(pointer, 'apiProperties.json')).toEqual(places);
});

const none = { declared: 0, seen: 0, percent: 100, missing: [] };
const missing = (...names: readonly (readonly [name: string, pointer: string])[]) => ({
  ...none,
  missing: names.map(([name, pointer]) => ({ name, pointer })),
});
const coverage = {
  operations: missing(['Get', '/paths/a']),
  statuses: missing(['Get it 404', '/paths/b']),
  properties: missing(
    ['Get it 200 id', '/definitions/A/properties/id'],
    ['Other 200 name', '/definitions/A/properties/name'],
  ),
  enums: none,
};

test('what recordings showed of one operation is told from that of another', () => {
  const seenOf = seenIn(coverage, ['Get', 'Get it', 'Other']);
  const seen = seenOf('Get it');
  expect([seen.operation, seenOf('Get').operation]).toEqual(['seen', 'not seen']);
  expect([seen.status('200'), seen.status('404')]).toEqual(['seen', 'not seen']);
  expect(seen.property('200', '/definitions/A/properties/id')).toBe('not seen');
  expect(seen.property('request', '/definitions/A/properties/id')).toBe('seen');
  expect(seen.property('200', '/definitions/A/properties/name')).toBe('seen');
  expect(seen.property('200', '/definitions/A/items')).toBe(undefined);
});

test('a connection asks in the order of its tabs', () => {
  expect(connectionWays(connector)).toEqual([
    {
      title: '',
      fields: [
        {
          name: 'api_key',
          label: 'Key',
          description: 'From your profile.',
          tooltip: 'Type it.',
          kind: 'secret',
          choices: [],
          required: true,
          hidden: false,
        },
        {
          name: 'region',
          label: 'Region',
          description: 'Where.',
          kind: 'choice',
          choices: ['Europe', 'us'],
          required: false,
          hidden: false,
        },
        { name: 'secret', label: 'Kept', kind: 'text', choices: [], required: false, hidden: true, default: 'x' },
        { name: 'token', label: 'token', kind: 'sign-in', choices: [], required: false, hidden: false },
      ],
    },
  ]);
});

test('sets of parameters are ways to choose from', () => {
  const set = (name: string, displayName?: string) => ({
    name,
    ...(displayName !== undefined && { uiDefinition: { displayName } }),
    parameters: { gateway: { type: 'gatewaySetting' } },
  });
  const properties = { connectionParameterSets: { values: [set('basic', 'Basic'), set('other'), 'broken'] } };
  const gateway = { name: 'gateway', label: 'gateway', kind: 'gateway', choices: [], required: false, hidden: false };
  expect(connectionWays(tickets({ properties }))).toEqual([
    { title: 'Basic', fields: [gateway] },
    { title: 'other', fields: [gateway] },
  ]);
});

test('where nothing is said of the connection, the security says it', () => {
  const securityDefinitions = {
    key: { type: 'apiKey', in: 'header', name: 'X-Key' },
    sign: { type: 'oauth2', flow: 'implicit', authorizationUrl: 'https://example.com/', scopes: {} },
  };
  const given = tickets({ definition: { ...definition, securityDefinitions }, properties: {} });
  const shared = { choices: [], required: true, hidden: false };
  expect(connectionWays(given)).toEqual([
    {
      title: '',
      fields: [
        { name: 'key', label: 'X-Key', kind: 'secret', ...shared },
        { name: 'sign', label: 'sign', kind: 'sign-in', ...shared },
      ],
    },
  ]);
});
