import type { Json } from '../../src/core/json.js';
import { readConnector } from '../../src/definition/read.js';
import { definitionRules, type ConnectorExample } from '../../src/definition/rules.js';

const definition = {
  swagger: '2.0',
  info: { title: 'Messages', version: '1.0' },
  paths: { '/message': { get: { operationId: 'GetMessage', responses: { '200': { description: 'OK' } } } } },
};

function source(file: string, value: Json) {
  return { file, value, findings: [], locate: () => ({ line: 1, column: 1 }) };
}

function codes({ properties, contract }: ConnectorExample): string[] {
  const { findings } = readConnector({
    name: 'mine',
    definition: source('d', definition),
    ...(properties !== undefined && { properties: source('p', properties) }),
    ...(contract !== undefined && { contract: source('c', contract) }),
  });
  return findings.map(({ code }) => code);
}

describe.each(definitionRules.map((rule) => [rule.code, rule] as const))('%s', (code, { examples }) => {
  test.each(examples.bad.map((example, index) => [index + 1, example] as const))(
    'is all that is wrong with its bad example %i',
    (_, example) => {
      expect(codes(example)).toEqual([code]);
    },
  );

  test.each(examples.good.map((example, index) => [index + 1, example] as const))(
    'is kept by its good example %i',
    (_, example) => {
      expect(codes(example)).toEqual([]);
    },
  );
});
