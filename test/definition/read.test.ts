import type { Finding } from '../../src/core/finding.js';
import type { Json, JsonObject } from '../../src/core/json.js';
import { readConnector } from '../../src/definition/read.js';

const definition = {
  swagger: '2.0',
  info: { title: 'Messages', version: '1.0' },
  paths: { '/message': { get: { operationId: 'GetMessage', responses: { '200': { description: 'OK' } } } } },
};

function source(file: string, value: Json | undefined, findings: readonly Finding[] = []) {
  return { file, value, findings, locate: () => ({ line: 1, column: 1 }) };
}

function found(findings: readonly Finding[]): string[] {
  return findings.map(({ code, file, pointer }) => `${file} ${code} ${pointer}`);
}

const unreadable: Finding = {
  code: 'bad-json',
  severity: 'error',
  message: 'No.',
  file: 'p.json',
  pointer: '',
  line: 1,
  column: 2,
};

describe('a connector', () => {
  test('has empty properties and an empty contract where there is no file', () => {
    expect(readConnector({ name: 'mine', definition: source('d.json', definition) })).toEqual({
      connector: {
        name: 'mine',
        definition,
        properties: { properties: {} },
        contract: { formatVersion: 1, operations: {} },
      },
      findings: [],
    });
  });

  test('has them too where the file could not be read, and says so', () => {
    const properties = source('p.json', undefined, [unreadable]);
    expect(readConnector({ name: 'mine', definition: source('d.json', definition), properties })).toEqual({
      connector: {
        name: 'mine',
        definition,
        properties: { properties: {} },
        contract: { formatVersion: 1, operations: {} },
      },
      findings: [unreadable],
    });
  });

  test('is not there without a definition, but all documents are judged', () => {
    const read = readConnector({
      name: 'mine',
      definition: source('d.json', { openapi: '3.0.0' }),
      properties: source('p.json', []),
      contract: source('c.json', { formatVersion: 1, operations: { Any: {} } }),
    });
    expect(read.connector).toBeUndefined();
    expect(found(read.findings)).toEqual(['d.json definition-not-swagger-2 /openapi', 'p.json properties-shape ']);
  });

  test('is there although something is wrong', () => {
    const { connector, findings } = readConnector({
      name: 'mine',
      definition: source('d.json', { ...definition, host: 5, paths: {} }),
    });
    expect(connector?.definition).toEqual({ ...definition, paths: {} });
    expect(found(findings)).toEqual(['d.json definition-shape /host']);
  });
});

test('findings stand in the order of the document, whichever check they come from', () => {
  const value = {
    definitions: { B: { $ref: '#/definitions/C' }, A: { type: 'sting' } },
    paths: { '/b/{id}': { get: { nope: 1, responses: {} } }, a: {} },
    swagger: '2.0',
    host: 'a/b',
  };
  const early: Finding = { ...unreadable, code: 'duplicate-key', file: 'd.json', pointer: '/host' };
  const { findings } = readConnector({ name: 'mine', definition: source('d.json', value, [early]) });
  expect(found(findings)).toEqual([
    'd.json duplicate-key /host',
    'd.json definition-missing-key ',
    'd.json ref-missing /definitions/B/$ref',
    'd.json definition-value /definitions/A/type',
    'd.json operation-without-responses /paths/~1b~1{id}/get',
    'd.json path-parameter-missing /paths/~1b~1{id}/get',
    'd.json definition-unknown-key /paths/~1b~1{id}/get/nope',
    'd.json path-without-slash /paths/a',
    'd.json host-invalid /host',
  ]);
});

describe('apiProperties.json', () => {
  function read(value: Json) {
    const { connector, findings } = readConnector({
      name: 'mine',
      definition: source('d', definition),
      properties: source('p', value),
    });
    return { properties: connector?.properties, findings: found(findings) };
  }

  test('is kept with all that is not in the types', () => {
    const value = {
      properties: {
        connectionParameters: {
          api_key: {
            type: 'securestring',
            uiDefinition: { displayName: 'Key', constraints: { uiNote: 1 } },
            metadata: {},
          },
          token: {
            type: 'oauthSetting',
            oAuthSettings: { identityProvider: 'oauth2', clientId: null, customParameters: {} },
          },
        },
        policyTemplateInstances: [{ templateId: 'setheader' }],
        scriptOperations: ['GetMessage'],
        iconBrandColor: '#da3b01',
      },
    };
    expect(read(value)).toEqual({ properties: value, findings: [] });
  });

  test.each<[string, Json, Json, string[]]>([
    ['nothing at all', {}, { properties: {} }, ['p properties-shape ']],
    [
      'another name',
      { propertes: {} },
      { propertes: {}, properties: {} },
      ['p properties-shape ', 'p properties-unknown-key /propertes'],
    ],
    [
      'a list',
      { properties: { capabilities: 'gateway' } },
      { properties: {} },
      ['p properties-shape /properties/capabilities'],
    ],
    [
      'an undocumented value, which is kept',
      {
        properties: {
          connectionParameters: { a: { type: 'managedIdentity', uiDefinition: { constraints: { hidden: true } } } },
        },
      },
      {
        properties: {
          connectionParameters: { a: { type: 'managedIdentity', uiDefinition: { constraints: { hidden: true } } } },
        },
      },
      [
        'p properties-value /properties/connectionParameters/a/type',
        'p properties-value /properties/connectionParameters/a/uiDefinition/constraints/hidden',
      ],
    ],
  ])('%s', (_, value, properties, findings) => {
    expect(read(value)).toEqual({ properties, findings });
  });
});

describe('contract.json', () => {
  function read(value: JsonObject) {
    const { connector, findings } = readConnector({
      name: 'mine',
      definition: source('d', definition),
      contract: source('c', value),
    });
    return {
      contract: connector?.contract,
      findings: findings.map(({ code, pointer, message }) => `${code} ${pointer} ${message}`),
    };
  }

  test('is kept', () => {
    const value = {
      formatVersion: 1,
      openHost: true,
      apiVersion: '2024-10-21',
      operations: {
        GetMessage: {
          request: { wider: { '/messages/*/content': { type: 'array', items: {} } } },
          responses: {
            '200': { expect: { type: 'object', required: ['id'] } },
            '4XX': {},
            default: { wider: { '': {} } },
          },
        },
      },
    };
    expect(read(value)).toEqual({ contract: value, findings: [] });
  });

  test('operations may be left out', () => {
    expect(read({ formatVersion: 1 })).toEqual({ contract: { formatVersion: 1, operations: {} }, findings: [] });
  });

  test('says what is near', () => {
    expect(read({ formatVersion: 1, openhost: true, operations: { getMessage: {}, Other: {} } }).findings).toEqual([
      'contract-unknown-key /openhost "openhost" is no key of a contract. Did you mean "openHost"?',
      'contract-unknown-operation /operations/getMessage "getMessage" is no operationId of the definition. Did you mean "GetMessage"?',
      'contract-unknown-operation /operations/Other "Other" is no operationId of the definition.',
    ]);
  });

  test('what cannot be used is left out', () => {
    const expectation = { $ref: '#/definitions/A', type: 'object', properties: { a: { $ref: '#/definitions/B' } } };
    expect(
      read({ formatVersion: '1', operations: { GetMessage: { responses: { '200': { expect: expectation } } } } }),
    ).toEqual({
      contract: {
        formatVersion: 1,
        operations: { GetMessage: { responses: { '200': { expect: { type: 'object', properties: { a: {} } } } } } },
      },
      findings: [
        'contract-shape /formatVersion "formatVersion" is "1", expected 1.',
        'contract-reference /operations/GetMessage/responses/200/expect/$ref A $ref ("#/definitions/A") cannot stand here.',
        'contract-reference /operations/GetMessage/responses/200/expect/properties/a/$ref A $ref ("#/definitions/B") cannot stand here.',
      ],
    });
  });

  test.each(['__proto__', 'constructor', 'toString'])('%s is no operation', (name) => {
    const value = JSON.parse(`{"formatVersion":1,"operations":{"${name}":{}}}`) as JsonObject;
    expect(read(value).findings).toEqual([
      `contract-unknown-operation /operations/${name} "${name}" is no operationId of the definition.`,
    ]);
  });
});
