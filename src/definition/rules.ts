import type { Json } from '../core/json.js';
import type { Rule } from '../core/rule.js';
import type { ShapeRules } from '../openapi/structure-reading.js';

/** A connector's `apiProperties.json` or `contract.json`; its definition has one operation, `GetMessage`. */
export interface ConnectorExample {
  readonly properties?: Json;
  readonly contract?: Json;
}

const schemaOfProperties = 'paconn-apiProperties.schema.json of github:microsoft/PowerPlatformConnectors';
const ours = 'the format of contract.json, which is ours';

const key = { type: 'securestring', uiDefinition: { displayName: 'API Key', description: 'The key of the API.' } };

function parameters(connectionParameters: Json): ConnectorExample {
  return { properties: { properties: { connectionParameters } } };
}

function contract(changes: { readonly [key: string]: Json }): ConnectorExample {
  return { contract: { formatVersion: 1, operations: {}, ...changes } };
}

function answer(response: Json, status = '200'): ConnectorExample {
  return contract({ operations: { GetMessage: { responses: { [status]: response } } } });
}

const expectation = answer({ expect: { type: 'object', required: ['id'] } });

/** What is said of `apiProperties.json`. */
const propertiesRules = {
  shape: {
    code: 'properties-shape',
    severity: 'error',
    summary: 'Every part of apiProperties.json that is read has the JSON kind that its place asks for.',
    why: 'Without its connection parameters the connector never asks for the key, and every call is refused.',
    source: schemaOfProperties,
    examples: {
      bad: [{ properties: {} }, parameters([key])],
      good: [parameters({ api_key: key })],
    },
  },
  value: {
    code: 'properties-value',
    severity: 'warning',
    summary: 'Types, identity providers and the words "true" and "false" are those that are documented.',
    why: 'The service may refuse the connection parameter or show its field in another way; "required" and "hidden" are texts there, not booleans.',
    source: `${schemaOfProperties}; "required" is a boolean in 7 of 752 published files, "hidden" in 11`,
    examples: {
      bad: [
        parameters({ api_key: { type: 'secretstring' } }),
        parameters({ api_key: { ...key, uiDefinition: { constraints: { required: true } } } }),
      ],
      good: [parameters({ api_key: { ...key, uiDefinition: { constraints: { required: 'true' } } } })],
    },
  },
  unknownKey: {
    code: 'properties-unknown-key',
    severity: 'warning',
    summary: 'apiProperties.json holds "properties" and nothing beside it.',
    why: 'Nobody reads what stands beside it.',
    source: schemaOfProperties,
    examples: {
      bad: [{ properties: { properties: {}, capabilities: [] } }],
      good: [{ properties: { properties: { capabilities: [] } } }],
    },
  },
} as const satisfies Readonly<Record<string, Rule<ConnectorExample>>>;

/** What is said of `contract.json`. */
export const contractRules = {
  shape: {
    code: 'contract-shape',
    severity: 'error',
    summary:
      'contract.json has "formatVersion": 1, and every part of it the kind and the value that its place asks for.',
    why: 'What cannot be read is left out, and the contract test then asks for less than you meant.',
    source: ours,
    examples: {
      bad: [{ contract: { operations: {} } }, { contract: { formatVersion: 2, operations: {} } }, answer([])],
      good: [expectation],
    },
  },
  unknownKey: {
    code: 'contract-unknown-key',
    severity: 'error',
    summary: 'Every key of contract.json is one that the format has.',
    why: 'A misspelled key is not looked at: an expectation that nobody checks.',
    source: ours,
    examples: { bad: [contract({ openhost: true })], good: [contract({ openHost: true })] },
  },
  reference: {
    code: 'contract-reference',
    severity: 'error',
    summary: 'The schemas of contract.json have no $ref.',
    why: 'They stand by themselves: there are no definitions in that file that a reference could lead to.',
    source: ours,
    examples: { bad: [answer({ expect: { $ref: '#/definitions/Message' } })], good: [expectation] },
  },
  unknownOperation: {
    code: 'contract-unknown-operation',
    severity: 'error',
    summary: 'Every operation of contract.json is an operationId of the definition.',
    why: 'Expectations of an operation that does not exist are never checked. Most often it was renamed.',
    source: ours,
    examples: { bad: [contract({ operations: { GetMesage: {} } })], good: [expectation] },
  },
  status: {
    code: 'contract-status',
    severity: 'error',
    summary: 'Responses in contract.json are named by a status, a range such as "2XX", or "default".',
    why: 'An expectation under any other name is never checked.',
    source: ours,
    examples: { bad: [answer({}, '2xx'), answer({}, 'defaults')], good: [answer({}, '2XX')] },
  },
  pattern: {
    code: 'contract-pattern',
    severity: 'error',
    summary: 'The patterns of "wider" are JSON Pointers.',
    why: 'A pattern that does not begin with "/" fits no place of a body.',
    source: 'RFC 6901, with "*" for any one token',
    examples: {
      bad: [answer({ wider: { 'messages/*': { type: 'string' } } })],
      good: [answer({ wider: { '/messages/*': { type: 'string' } } })],
    },
  },
  usage: {
    code: 'contract-usage',
    severity: 'error',
    summary: 'Every place of "usage" is a JSON Pointer.',
    why: 'Anything else leads to no number of an answer, and what a call used is not told.',
    source: 'RFC 6901',
    examples: {
      bad: [answer({ usage: { total: 'usage.total' } })],
      good: [answer({ usage: { total: '/usage/total' } })],
    },
  },
} as const satisfies Readonly<Record<string, Rule<ConnectorExample>>>;

/** By what rule `apiProperties.json` is reported, whatever it is that does not fit. */
export const propertiesShapeRules: ShapeRules = {
  ...allAs(propertiesRules.shape),
  value: propertiesRules.value,
  unknownKey: propertiesRules.unknownKey,
};

/** By what rule `contract.json` is reported, whatever it is that does not fit. */
export const contractShapeRules: ShapeRules = {
  ...allAs(contractRules.shape),
  unknownKey: contractRules.unknownKey,
  misplacedReference: contractRules.reference,
};

function allAs(rule: Rule<unknown>): ShapeRules {
  return {
    shape: rule,
    value: rule,
    missingKey: rule,
    unknownKey: rule,
    misplacedReference: rule,
    repeatedItem: rule,
    empty: rule,
  };
}

/** Every code that `readConnector` gives beside those of the definition. */
export const definitionRules: readonly Rule<ConnectorExample>[] = [
  ...Object.values(propertiesRules),
  ...Object.values(contractRules),
];
