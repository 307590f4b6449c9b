import type { Rule } from '../core/rule.js';

/** What the command line itself finds, beside what the checks find. The examples are for a reader. */
export const cliRules = {
  fileUnreadable: {
    code: 'file-unreadable',
    severity: 'error',
    summary: 'A file that is to be read can be read.',
    why: 'What cannot be read was not checked: a clean result would say more than is known.',
    source: 'The operating system: permissions, devices, named pipes.',
    examples: {
      bad: ['connector/apiDefinition.swagger.json belongs to another user and is closed to everybody else.'],
      good: ['connector/apiDefinition.swagger.json can be read.'],
    },
  },
  fileOccupied: {
    code: 'file-occupied',
    severity: 'error',
    summary: 'A file that is to be written does not replace one that holds something else.',
    why: 'It may be the work of a person, or a recording that cannot be made again.',
    source: 'The command import.',
    examples: {
      bad: ['import new.har --out samples, where samples/new.json holds another exchange.'],
      good: ['import new.har --out samples, where samples/ is empty, or with --force.'],
    },
  },
  coverageTooLow: {
    code: 'coverage-too-low',
    severity: 'error',
    summary: 'The samples show the share of declared properties that --coverage-min asks for.',
    why: 'A property that no recording shows was never tested: it may be misspelled, or of another type.',
    source: 'The --coverage-min of the command line.',
    examples: {
      bad: ['test ./things --samples one.json --coverage-min 90, where one.json shows 12 of 40 declared properties.'],
      good: ['test ./things --samples samples/ --coverage-min 90, where the samples show 38 of 40.'],
    },
  },
  definitionNotVerified: {
    code: 'definition-not-verified',
    severity: 'warning',
    summary: 'A definition is small enough, its references written out, for the independent validator.',
    why: 'Only our own reader has judged it. The service counts schemas with references written out as well, and refuses more than 512 in a body.',
    source: '@apidevtools/swagger-parser, whose time doubles with each level of references that lead to two others.',
    examples: {
      bad: ['Thirty definitions, each with two properties that refer to the next.'],
      good: ['A definition whose references lead to what they are needed for.'],
    },
  },
  definitionRejected: {
    code: 'definition-rejected',
    severity: 'error',
    summary: 'A definition passes an independent validator before it is written.',
    why: 'A definition that is no valid OpenAPI 2.0 is refused by the service, or accepted and misread by the designer.',
    source: '@apidevtools/swagger-parser, which holds the OpenAPI 2.0 schema and the rules that a schema cannot say.',
    examples: {
      bad: [
        'paths: { "/things/{id}": { get: { responses: { 200: { description: "" } } } } }: the parameter id is missing.',
      ],
      good: ['The same with parameters: [{ name: "id", in: "path", required: true, type: "string" }].'],
    },
  },
} as const satisfies Readonly<Record<string, Rule<string>>>;
