import type { Json } from '../../src/core/json.js';
import { connectorOf } from '../../src/lint/example.js';
import { lint } from '../../src/lint/lint.js';

/* What a webhook trigger receives is checked as any other schema, wherever it is written. */

const content = '/paths/~1hooks/x-ms-notification-content';
const schema = `${content}/schema`;
const said = (changes: Readonly<Record<string, Json>>) =>
  lint(connectorOf({ definition: changes, at: [] })).map(({ code, pointer }) => `${code} ${pointer}`);
const ticket = (subject: Json) => ({ type: 'object', properties: { subject } });
const titled = { title: 'Subject', description: 'What it is about.' };

test.each<[string, Json, readonly string[]]>([
  ['a sound one', ticket({ type: 'string', ...titled }), []],
  ['no title', ticket({ type: 'string', description: 'It.' }), [`property-untitled ${schema}/properties/subject`]],
  [
    'an enum of another type',
    ticket({ type: 'integer', format: 'int32', enum: ['a'], ...titled }),
    [`enum-wrong-type ${schema}/properties/subject/enum/0`],
  ],
  [
    'in a list in it',
    ticket({ type: 'array', items: { type: 'string', format: 'Date-Time' }, ...titled }),
    [`format-unknown ${schema}/properties/subject/items/format`],
  ],
  [
    'a drop-down that calls nothing',
    ticket({
      type: 'string',
      ...titled,
      'x-ms-dynamic-values': { operationId: 'Nope', parameters: {}, 'value-path': 'a' },
    }),
    [`dynamic-operation-unknown ${schema}/properties/subject/x-ms-dynamic-values/operationId`],
  ],
  [
    'a misspelled extension',
    ticket({ type: 'string', ...titled, 'x-ms-visibilty': 'advanced' }),
    [`extension-misspelled ${schema}/properties/subject/x-ms-visibilty`],
  ],
])('%s', (_name, value, want) => {
  expect(said({ [schema]: value })).toEqual(want);
});

test.each(['internal', undefined])(
  'what an %s trigger receives needs titles only where somebody sees it',
  (visibility) => {
    const changes = {
      [schema]: ticket({ type: 'string', description: 'It.' }),
      '/paths/~1hooks/post/x-ms-visibility': visibility,
    };
    expect(lint(connectorOf({ definition: changes, at: [] })).map(({ code }) => code)).toEqual(
      visibility === undefined ? ['property-untitled'] : [],
    );
  },
);
