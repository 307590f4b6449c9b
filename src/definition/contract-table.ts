import { anything, flag, map, text, type RecordShape, type Shape } from '../openapi/structure-shape.js';
import { plainSchemaShape } from '../openapi/structure-table-schema.js';
import { contractRules } from './rules.js';

/* contract.json as a table: the types `Contract`, `OperationContract` and `ResponseContract`. */

function record(noun: string, fields: RecordShape['fields'], required: RecordShape['required'] = {}): RecordShape {
  return { holds: 'record', noun, fields, required };
}

const wider = map('schemas', () => plainSchemaShape, {
  keys: {
    pattern: /^$|^\//,
    expected: 'a JSON Pointer in which "*" stands for any one token',
    rule: contractRules.pattern,
  },
});

const usage = map('JSON Pointers', () => text);

const operationShape = record('what is known of an operation', {
  request: record('what is known of a request', { wider }),
  responses: map(
    'what is known of responses',
    () => record('what is known of a response', { expect: plainSchemaShape, wider, usage }),
    {
      keys: {
        pattern: /^([1-5]\d\d|[1-5]XX|default)$/,
        expected: 'a status such as "200", a range such as "2XX", or "default"',
        rule: contractRules.status,
      },
    },
  ),
});

const status: Shape = {
  holds: 'number',
  expected: 'a status from 100 to 599',
  accepts: (value) => Number.isInteger(Number(value)) && value >= 100 && value <= 599,
};

/** The only version of the format so far. */
const formatVersion = 1;

/** A whole `contract.json`, keys in the order in which they are written. */
export const contractShape: RecordShape = record(
  'a contract',
  {
    $schema: text, // for editors
    formatVersion: { holds: 'number', expected: `${formatVersion}`, accepts: (value) => value === formatVersion },
    openHost: flag,
    openBasePath: flag,
    openKeyHeader: flag,
    apiVersion: text,
    retired: record('a retirement', { on: text, source: text }, { source: 'essential' }),
    keyPrefix: text,
    probe: record(
      'a probe',
      {
        operation: text,
        parameters: map('parameters', () => anything),
        body: anything,
        answers: {
          holds: 'list',
          plural: 'answers',
          of: () => record('an answer', { status, says: text }, { status: 'essential' }),
          filled: true,
        },
      },
      { operation: 'essential', answers: 'essential' },
    ),
    operations: map('operations', () => operationShape),
  },
  { formatVersion: { fill: formatVersion }, operations: { fill: {}, silent: true } },
);
