import type { Rule } from '../core/rule.js';

/** A file that is meant as recorded exchanges and is not in the sample format. Its examples are files. */
export const sampleMalformed: Rule<string> = {
  code: 'sample-malformed',
  severity: 'error',
  summary: 'A file of recorded exchanges keeps the sample format.',
  why: 'An exchange that cannot be read is not tested, so a contract test that skipped it would promise more than it looked at.',
  source: 'The sample format of this project: schemas/sample.schema.json in the package.',
  examples: {
    bad: [
      '{ "request": { "method": "POST" }, "response": { "status": 200 } }',
      '{ "request": { "method": "GET", "url": "/models" }, "response": { "status": "OK" } }',
      '[{ "request": { "method": "GET", "url": "/models" } }, "the second exchange"]',
    ],
    good: [
      '{ "request": { "method": "GET", "url": "/models" }, "response": { "status": 200, "body": { "data": [] } } }',
      '{ "request": { "method": "GET", "url": "/models" } }',
    ],
  },
};

/** A JSON file among the samples that holds no exchange. Whoever reads a folder of samples reports it. Its examples are files. */
export const notASample: Rule<string> = {
  code: 'not-a-sample',
  severity: 'note',
  summary:
    'A JSON file among the samples holds recorded exchanges: an object with "request" and "response", or a list of them.',
  why: 'The file was skipped: nothing in it was tested.',
  source: 'The sample format of this project: schemas/sample.schema.json in the package.',
  examples: {
    bad: ['{ "files": ["one.json", "two.json"] }', '[]'],
    good: ['{ "request": { "method": "GET", "url": "/models" }, "response": { "status": 200 } }'],
  },
};

/** The rules that reading recorded exchanges may report. */
export const httpRules: readonly Rule<string>[] = [sampleMalformed, notASample];
