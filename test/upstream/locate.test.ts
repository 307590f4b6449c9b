import type { JsonObject } from '../../src/core/json.js';
import { locator } from '../../src/upstream/locate.js';

const spec: JsonObject = {
  components: {
    schemas: {
      Body: {
        allOf: [{ $ref: '#/components/schemas/Base' }, { properties: { 'a/b': { anyOf: [{ type: 'string' }, {}] } } }],
      },
      Base: {
        properties: {
          list: { type: 'array', items: { oneOf: [{ $ref: '#/components/schemas/One' }, { type: 'null' }] } },
          map: { additionalProperties: { type: ['string', 'null'] } },
          tree: { $ref: '#/components/schemas/Body' },
        },
      },
      One: { type: 'object', properties: { when: { type: 'string', format: 'unixtime' } } },
      Kind: { discriminator: { propertyName: 'kind', mapping: { one: '#/components/schemas/One' } } },
      Loop: { $ref: '#/components/schemas/Loop' },
    },
  },
};
const at = '/components/schemas';
const union = ['oneOf', 'anyOf', 'type'];

test.each<[name: string, root: string, pattern: string, telling: readonly string[], want: string]>([
  ['the body', `${at}/One`, '', ['type'], `${at}/One`],
  ['through allOf', `${at}/Body`, '/a~1b', union, `${at}/Body/allOf/1/properties/a~1b/anyOf`],
  ['through a reference', `${at}/Body`, '/list/*', union, `${at}/Base/properties/list/items/oneOf`],
  ['through a union', `${at}/Body`, '/list/*/when', ['format'], `${at}/One/properties/when/format`],
  ['several types', `${at}/Body`, '/map/*', union, `${at}/Base/properties/map/additionalProperties/type`],
  ['round a circle', `${at}/Body`, '/tree/tree/list/*', union, `${at}/Base/properties/list/items/oneOf`],
  ['through a mapping', `${at}/Kind`, '/when', ['format'], `${at}/One/properties/when/format`],
  ['nothing that tells it', `${at}/Body`, '/list', ['format'], `${at}/Base/properties/list`],
  ['nowhere', `${at}/Body`, '/list/none', ['format'], `${at}/Base/properties/list`],
  ['a circle of references', `${at}/Loop`, '/a', ['format'], `${at}/Loop`],
  ['no such schema', `${at}/None`, '/a', ['format'], `${at}/None`],
])('%s', (_, root, pattern, telling, want) => {
  expect(locator(spec)({ root, pattern, telling })).toBe(want);
});
