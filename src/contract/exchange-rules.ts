import type { Rule } from '../core/rule.js';
import { examples, type Case } from './example.js';

const oas = 'OpenAPI Specification 2.0, https://spec.openapis.org/oas/v2.0.html';

const count = { type: 'object', properties: { count: { type: 'integer', minimum: 0 } } } as const;
const countAndTotal = {
  type: 'object',
  properties: { count: { type: 'integer' }, total: { type: 'integer' } },
} as const;

/** The rules that are about an exchange as a whole. */
export const exchangeRules = {
  expectationNotMet: {
    code: 'expectation-not-met',
    severity: 'error',
    summary: 'An answer holds what contract.json expects of it.',
    why: 'A response property is never required in the definition, because the designer would then write an expression that fails on an error body; what a playbook relies on is expected beside it.',
    source: 'contract.json of the connector',
    examples: examples({
      bad: { schema: countAndTotal, expect: { required: ['count'] }, body: { total: 1 } },
      good: { schema: count, expect: { required: ['count'] }, body: { count: 1 } },
    }),
  },
  unrecognizedAnswer: {
    code: 'unrecognized-answer',
    severity: 'error',
    summary: 'A successful answer has at least one of the declared properties.',
    why: 'An object with none of them is something else under a success status, such as an error that a gateway passes on with status 200: every output of the action is then empty.',
    source: 'hand-made and gateway recordings: an error body under status 200 is their commonest mark',
    examples: examples({
      bad: { schema: count, body: { error: 'busy' } },
      good: { schema: count, body: { count: 1 } },
    }),
  },
  undeclaredProperty: {
    code: 'undeclared-property',
    severity: 'note',
    summary: 'A recorded property is declared.',
    why: 'The designer offers no token for it. It is harmless until somebody needs the value.',
    source: 'APIs add properties without a new version; with --strict it is an error',
    examples: examples({
      bad: { schema: count, body: { count: 1, total: 2 } },
      good: { schema: count, body: { count: 1 } },
    }),
  },
  undeclaredStatus: {
    code: 'undeclared-status',
    severity: 'warning',
    summary: 'A recorded status is declared, by its number or by default.',
    why: 'A reader of the definition does not know that it happens. Logic Apps treats it by its number all the same.',
    source: `${oas}, Responses Object; Microsoft's coding standards ask for the known 4xx and 5xx. With --strict it is an error`,
    examples: examples({ bad: { schema: count, body: {}, status: 418 }, good: { schema: count, body: { count: 1 } } }),
  },
  wrongContentType: {
    code: 'wrong-content-type',
    severity: 'error',
    summary: 'A recorded body has a media type that the operation consumes or produces.',
    why: 'Logic Apps hands a body of another type on as base64 under $content: no declared property can be read from it.',
    source: `${oas}, Operation Object, consumes and produces`,
    examples: examples({
      bad: { schema: count, text: 'data: {"count":1}', contentType: 'text/event-stream' },
      good: { schema: count, body: { count: 1 } },
    }),
  },
  bodyNotJson: {
    code: 'body-not-json',
    severity: 'error',
    summary: 'A body that is declared as JSON is JSON.',
    why: 'A text in place of the declared object has none of its properties.',
    source: `${oas}, Operation Object, consumes and produces`,
    examples: examples({ bad: { schema: count, text: '{"count":' }, good: { schema: count, body: { count: 1 } } }),
  },
  bodyNotKept: {
    code: 'body-not-kept',
    severity: 'note',
    summary: 'A recording has the whole body where one is declared.',
    why: 'Of a body that the recorder left out or cut off nothing was tested.',
    source: 'a recorder that keeps no bodies, or only their beginning',
    examples: examples({
      bad: { schema: count, text: '{"count":', clipped: true },
      good: { schema: count, body: { count: 1 } },
    }),
  },
  bodyMissing: {
    code: 'body-missing',
    severity: 'error',
    summary: 'Where a body is declared, there is one.',
    why: 'Every output of the action is empty.',
    source: `${oas}, Response Object, schema; Parameter Object, required`,
    examples: examples({ bad: { schema: count }, good: { schema: count, body: { count: 1 } } }),
  },
  otherApiVersion: {
    code: 'other-api-version',
    severity: 'note',
    summary:
      'An exchange was recorded with the value that an internal parameter, such as the API version, has in the definition.',
    why: 'It still says something about the connector, but another version may answer differently. Record anew with the version that the connector sends.',
    source: 'an internal parameter with a default is always sent as that default',
    examples: examples({
      bad: { schema: count, body: { count: 1 }, query: 'api-version=2023-05-15' },
      good: { schema: count, body: { count: 1 }, query: 'api-version=2024-10-21' },
    }),
  },
  undeclaredParameter: {
    code: 'undeclared-parameter',
    severity: 'note',
    summary: 'A recorded query parameter or request body is declared.',
    why: 'The connector cannot send it.',
    source: `${oas}, Parameter Object`,
    examples: examples({
      bad: { schema: count, body: { count: 1 }, query: 'api-version=2024-10-21&verbose=true' },
      good: { schema: count, body: { count: 1 } },
    }),
  },
  narrowerThanApi: {
    code: 'narrower-than-api',
    severity: 'note',
    summary: 'The definition can say what the API takes or gives.',
    why: 'OpenAPI 2.0 has no union of types; the connector declares the one that the designer can show, and contract.json names the others that the API is known to allow.',
    source: 'contract.json of the connector, wider',
    examples: examples({
      bad: { schema: count, wider: { '/count': { type: 'string' } }, body: { count: 'many' } },
      good: { schema: count, wider: { '/count': { type: 'string' } }, body: { count: 1 } },
    }),
  },
  unmatchedExchange: {
    code: 'unmatched-exchange',
    severity: 'warning',
    summary: 'A recorded exchange belongs to an operation of the connector.',
    why: 'It was not tested: its host, path or method is none that the connector calls.',
    source: `${oas}, Paths Object, host and basePath`,
    examples: examples({
      bad: { schema: count, body: { count: 1 }, path: '/things' },
      good: { schema: count, body: { count: 1 } },
    }),
  },
  nothingMatched: {
    code: 'nothing-matched',
    severity: 'error',
    summary: 'At least one recorded exchange belongs to the connector.',
    why: 'A contract test that tested nothing must not look like one that passed: the connector, the folder or the host is probably the wrong one.',
    source: 'a contract test of nothing proves nothing',
    examples: examples({
      bad: { schema: count, body: { count: 1 }, path: '/things' },
      good: { schema: count, body: { count: 1 } },
    }),
  },
} as const satisfies Readonly<Record<string, Rule<Case>>>;
