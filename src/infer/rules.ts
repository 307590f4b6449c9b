import type { Json } from '../core/json.js';
import type { Rule } from '../core/rule.js';

/** A recorded exchange in short: what differs from a `GET` of one address that is answered with `{}` and 200. */
export interface ShortExchange {
  readonly method?: string;
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Json;
  readonly status?: number;
  /** A JSON value, or a text that is not JSON. */
  readonly answer?: Json;
  readonly answerType?: string;
}

/** Exchanges from which a connector is inferred, or, for a finding that no set of exchanges avoids, words for a reader. */
type Case = readonly ShortExchange[] | string;

const tickets = 'https://api.contoso.com/v1/tickets';
const queue = (name: string, title: string): ShortExchange => ({
  url: `https://api.contoso.com/v1/queues/${name}/tickets`,
  answer: { id: 1, title, open: true },
});

const ids = (count: number, from: number): readonly ShortExchange[] =>
  Array.from({ length: count }, (_, index) => ({ url: tickets, answer: { counts: { [`${from + index}`]: index } } }));

/** What inferring a connector has to say. Each pointer leads into the definition that was made. */
export const inferRules = {
  toBeWritten: {
    code: 'to-be-written',
    severity: 'note',
    summary: 'A person has written what recordings do not tell.',
    why: 'Titles and descriptions made from names are placeholders: the designer shows them, and they say nothing that the name does not.',
    source: 'Recordings hold values, not meanings.',
    examples: {
      bad: ['"description": "The max tokens.", made from the name max_tokens.'],
      good: ['"description": "The longest answer, in tokens. Longer ones are cut."'],
    },
  },
  severalTypes: {
    code: 'several-types',
    severity: 'note',
    summary: 'A place has one type in all recordings.',
    why: 'OpenAPI 2.0 has no unions. The definition declares the commonest type, the designer offers that one, and contract.json lets the others pass.',
    source:
      'OpenAPI Specification 2.0, https://spec.openapis.org/oas/v2.0.html, Schema Object: no oneOf, no anyOf, one type',
    examples: {
      bad: [
        [
          { url: tickets, answer: { owner: 'ada' } },
          { url: tickets, answer: { owner: { name: 'ada' } } },
        ],
      ],
      good: [
        [
          { url: tickets, answer: { owner: 'ada', rank: 1 } },
          { url: tickets, answer: { owner: null, rank: 1.5 } },
        ],
      ],
    },
  },
  guessedPathParameter: {
    code: 'guessed-path-parameter',
    severity: 'note',
    summary: 'What varies in a path is known to be a parameter.',
    why: 'A segment that was taken for a value and is a name hides an operation; one that is a value and was taken for a name gives an operation for each value.',
    source:
      'The look of the segment (a number, a GUID, a random token), or the same paths, requests and answers behind several segments.',
    examples: {
      bad: [[{ url: `${tickets}/7`, answer: { id: 7 } }], [queue('alpha', 'Printer'), queue('beta', 'Screen')]],
      good: [[{ url: tickets, answer: { id: 7 } }]],
    },
  },
  readAsMap: {
    code: 'read-as-map',
    severity: 'note',
    summary: 'The names of the properties of an object are the same from recording to recording.',
    why: 'An object whose names are values cannot be declared name by name. The definition says what each value is, and the designer offers no token for one of them.',
    source:
      'Names that are numbers, GUIDs or random tokens, or many different names, each of them rare. A body has at most 512 schemas (documented limit).',
    examples: { bad: [ids(2, 1000)], good: [[{ url: tickets, answer: { counts: { open: 1, closed: 2 } } }]] },
  },
  severalHosts: {
    code: 'several-hosts',
    severity: 'note',
    summary: 'All recordings are of one host.',
    why: 'A definition has one host. The commonest one was taken, and contract.json says that each customer may have another, which a person has to confirm.',
    source: 'OpenAPI Specification 2.0, https://spec.openapis.org/oas/v2.0.html, Swagger Object, host',
    examples: {
      bad: [
        [
          { url: 'https://a.contoso.com/v1/tickets', answer: { id: 7 } },
          { url: 'https://b.contoso.com/v1/tickets', answer: { id: 7 } },
        ],
      ],
      good: [
        [
          { url: tickets, answer: { id: 7 } },
          { url: '/v1/tickets', answer: { id: 7 } },
        ],
      ],
    },
  },
  severalCredentials: {
    code: 'several-credentials',
    severity: 'note',
    summary: 'All recordings prove in one way who calls.',
    why: 'A connection has one kind of key. One way was taken; the other may be what the service prefers.',
    source: 'A custom connector uses the first security definition only (Microsoft Learn, custom connectors)',
    examples: {
      bad: [[{ url: tickets, headers: { authorization: 'Bearer x', 'x-api-key': 'x' }, answer: { id: 7 } }]],
      good: [[{ url: tickets, headers: { 'x-api-key': 'x', accept: 'application/json' }, answer: { id: 7 } }]],
    },
  },
  severalVersions: {
    code: 'several-versions',
    severity: 'note',
    summary: 'All recordings are of one version of the API.',
    why: 'A connector sends one version. The commonest was taken; recordings of another may show what it does not have.',
    source:
      'The parameter api-version and its kin are constants of a connector: internal, required, with a default (59 published connectors)',
    examples: {
      bad: [
        [
          { url: `${tickets}?api-version=2024-01-01`, answer: { id: 7 } },
          { url: `${tickets}?api-version=2024-06-01`, answer: { id: 7 } },
        ],
      ],
      good: [[{ url: `${tickets}?api-version=2024-01-01`, answer: { id: 7 } }]],
    },
  },
  bodyNotDescribed: {
    code: 'body-not-described',
    severity: 'note',
    summary: 'Every recorded body is JSON, and of one successful status.',
    why: 'A text, a form or a file has no properties that could be inferred, and the designer reads the schema of one answer only.',
    source:
      'The Swagger validator of the Power Platform, OperationHasManyResponsesWithSchema; a GET or HEAD has no body that means anything (RFC 9110, section 9.3)',
    examples: {
      bad: [
        [{ url: tickets, answer: 'id,title\n7,Printer', answerType: 'text/csv' }],
        [
          { url: tickets, answer: { id: 7 } },
          { url: tickets, answer: { job: 1 }, status: 202 },
        ],
        [{ url: tickets, body: { id: 7 }, answer: { id: 7 } }],
      ],
      good: [[{ method: 'POST', url: tickets, body: { id: 7 }, answer: { id: 7 } }]],
    },
  },
  noSuccessRecorded: {
    code: 'no-success-recorded',
    severity: 'warning',
    summary: 'Of every operation a success was recorded.',
    why: 'Nobody knows what a success answers, and it may be no operation of the API at all: a wrong path or method gives an error as well.',
    source: 'HTTP statuses from 200 to 299, RFC 9110, section 15.3',
    examples: {
      bad: [[{ url: tickets, status: 404, answer: { error: 'no such path' } }]],
      good: [
        [
          { url: tickets, answer: { id: 7 } },
          { url: tickets, status: 404, answer: { error: 'no such ticket' } },
        ],
      ],
    },
  },
  exchangeLeftOut: {
    code: 'exchange-left-out',
    severity: 'warning',
    summary: 'Every recorded exchange can be an operation of a definition.',
    why: 'OpenAPI 2.0 has seven methods and plain paths; nothing was learned from the other exchanges.',
    source: 'OpenAPI Specification 2.0, https://spec.openapis.org/oas/v2.0.html, Path Item Object',
    examples: {
      bad: [
        [
          { url: tickets, answer: { id: 7 } },
          { method: 'PROPFIND', url: tickets, answer: { id: 7 } },
        ],
      ],
      good: [[{ method: 'PATCH', url: tickets, body: { id: 7 }, answer: { id: 7 } }]],
    },
  },
  tooVaried: {
    code: 'too-varied',
    severity: 'warning',
    summary: 'The recordings have no more names in them than a definition can hold.',
    why: 'What is beyond the limit is not described: it is neither offered by the designer nor tested.',
    source: 'A body has at most 512 schemas, a connector at most 256 operations (documented limits)',
    examples: {
      bad: ['An answer with 600 different properties, spread over 30 objects.'],
      good: ['An answer with 40 different properties.'],
    },
  },
} as const satisfies Readonly<Record<string, Rule<Case>>>;
