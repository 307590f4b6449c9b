import type { Rule } from '../core/rule.js';

/** A document in the format of another tool, of which a part cannot be read. Its examples are files. */
const recordingMalformed: Rule<string> = {
  code: 'recording-malformed',
  severity: 'error',
  summary: "A recording of another tool keeps that tool's format.",
  why: 'An exchange that cannot be read is not tested, so a contract test that skipped it would promise more than it looked at.',
  source: 'The formats are listed in the README under Recordings.',
  examples: {
    bad: ['{ "log": { "version": "1.2", "entries": [{ "request": { "method": "GET" }, "response": {} }] } }'],
    good: ['{ "log": { "version": "1.2", "entries": [] } }'],
  },
};

/** An answer that was pasted without its status. Its examples are files. */
const statusAssumed: Rule<string> = {
  code: 'status-assumed',
  severity: 'note',
  summary: 'An answer behind a curl command has its status line.',
  why: 'Without one the answer is taken for a success; that of an error is then held against the wrong schema.',
  source: 'curl prints status and headers with --include, https://curl.se/docs/manpage.html#-i',
  examples: {
    bad: ['curl https://tickets.contoso.com/tickets/7\n{ "id": 7 }'],
    good: ['curl -i https://tickets.contoso.com/tickets/7\nHTTP/1.1 200 OK\n\n{ "id": 7 }'],
  },
};

/** The rules that reading recordings of other tools may report. */
export const recordingRules = { recordingMalformed, statusAssumed };
