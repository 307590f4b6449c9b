import { isArray, isObject, type Json, type JsonObject } from '../../src/core/json.js';
import { below, members, type Base, type Kind, type Seed, type Spot } from './seeded.js';

const set = (pointer: string, value: Json | undefined, at = pointer): readonly Seed[] => [
  { definition: { [pointer]: value }, at },
];

const schemes = ({ definition }: Base): readonly Spot[] =>
  below({ pointer: '', value: definition }, 'securityDefinitions').flatMap(members);

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

/** Defects of what stands at the root of a definition, and of apiProperties.json. */
export const documentKinds: readonly Kind[] = [
  {
    name: 'host with a scheme',
    code: 'host-invalid',
    places: ({ definition }) => set('/host', `https://${text(definition['host'])}`),
  },
  {
    name: 'basePath without a slash',
    code: 'base-path-invalid',
    places: () => set('/basePath', 'seeded'),
  },
  { name: 'unknown scheme', code: 'definition-value', places: () => set('/schemes', ['https', 'ftp'], '/schemes/1') },
  { name: 'scheme of WebSocket', code: 'scheme-unsupported', places: () => set('/schemes', ['wss'], '/schemes/0') },
  {
    name: 'security requirement of an undefined scheme',
    code: 'security-undefined',
    places: () => set('/security', [{ seeded: [] }], '/security/0/seeded'),
  },
  {
    name: 'apiKey without a name',
    code: 'definition-missing-key',
    places: (base) =>
      schemes(base)
        .filter(({ value }) => value['type'] === 'apiKey')
        .flatMap(({ pointer }) => set(`${pointer}/name`, undefined, pointer)),
  },
  {
    name: 'OAuth flow of an application',
    code: 'oauth-flow-unsupported',
    places: (base) =>
      schemes(base)
        .filter(({ value }) => value['type'] === 'oauth2')
        .map(({ pointer }) => ({
          definition: { [`${pointer}/flow`]: 'application', [`${pointer}/authorizationUrl`]: undefined },
          at: `${pointer}/flow`,
        })),
  },
  {
    name: 'two security schemes',
    code: 'several-security-schemes',
    places: (base) =>
      schemes(base)
        .slice(0, 1)
        .flatMap(() => set('/securityDefinitions/seeded', { type: 'basic' })),
  },
  {
    name: 'key parameter missing in apiProperties',
    code: 'key-parameter-missing',
    places: (base) =>
      schemes(base)
        .slice(0, 1)
        .filter(() => isObject(base.properties['properties']))
        .map(({ pointer }) => ({
          properties: { '/properties/connectionParameters': {}, '/properties/connectionParameterSets': undefined },
          at: pointer,
        })),
  },
  {
    name: 'title too long',
    code: 'title-too-long',
    certification: true,
    places: () => set('/info/title', 'Seeded '.repeat(6)),
  },
  { name: 'no version', code: 'definition-missing-key', places: () => set('/info/version', undefined, '/info') },
  {
    name: 'description missing',
    code: 'description-missing',
    places: () => set('/info/description', undefined, '/info'),
  },
  {
    name: 'policy for an unknown operation',
    code: 'properties-operation-unknown',
    places: ({ properties }) => {
      const inner = properties['properties'];
      if (!isObject(inner)) return [];
      const list = isArray(inner['policyTemplateInstances']) ? inner['policyTemplateInstances'] : [];
      const operations: JsonObject = { 'x-ms-apimTemplate-operationName': ['SeededNothing'] };
      const policy = { templateId: 'setheader', title: 'Seeded', parameters: operations };
      const at = `apiProperties.json#/properties/policyTemplateInstances/${list.length}/parameters/x-ms-apimTemplate-operationName/0`;
      return [{ properties: { '/properties/policyTemplateInstances': [...list, policy] }, at }];
    },
  },
  {
    name: 'other version of OpenAPI',
    code: 'definition-not-swagger-2',
    places: () => set('/swagger', '3.0.0'),
  },
];
