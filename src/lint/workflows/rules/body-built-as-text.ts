import { shorten } from '../../../core/shorten.js';
import { ask, asked } from '../example-ask.js';
import { isCalling } from '../calling-types.js';
import { isPlainValue } from '../html.js';
import type { PlaybookRule } from '../rule.js';

const body = '/definition/actions/Ask/inputs/body';

export const bodyBuiltAsText: PlaybookRule = {
  code: 'body-built-as-text',
  severity: 'error',
  summary: 'The JSON body of a call is written as an object, not as a text with expressions in it.',
  why: 'A quote, a backslash or a line break in the value makes it no JSON any more: the call fails, or sends what somebody else wanted.',
  source: 'facts of published playbooks: one builds its body so',
  published: 0,
  examples: {
    bad: [{ change: { '/definition/actions/Ask': ask({}, '{ "text": "@{triggerBody()?[\'title\']}" }') }, at: [body] }],
    good: [
      { change: { '/definition/actions/Ask': ask({}, asked("@{triggerBody()?['title']}")) }, at: [] },
      { change: { '/definition/actions/Ask': ask({}, '{ "text": @{string(triggerBody()?[\'title\'])} }') }, at: [] },
    ],
  },
  check({ texts }, report) {
    for (const { step, path, parts, text, pointer, whole } of texts) {
      if (whole || step === undefined || !isCalling(step) || path.join('/') !== 'inputs/body') continue;
      const [first] = parts;
      if (typeof first !== 'string' || !/^\s*[{[]/.test(first)) continue;
      const quoted = parts.find((part, index) => {
        const before = parts[index - 1];
        return (
          typeof part !== 'string' &&
          !isPlainValue(part) &&
          typeof before === 'string' &&
          /"[^"]*$/.test(before) &&
          isOpen(parts, index)
        );
      });
      if (quoted === undefined || typeof quoted === 'string') continue;
      const shown = shorten(text.slice(quoted.start, quoted.end));
      report(
        pointer,
        `The body is a text of JSON with ${shown} within quotes, expected an object, or the value without them.`,
      );
    }
  },
};

/** Whether an odd number of quotes stands before: the value is within a string. */
function isOpen(parts: readonly unknown[], end: number): boolean {
  let quotes = 0;
  for (const part of parts.slice(0, end)) {
    if (typeof part === 'string') quotes += (part.replaceAll(/\\./g, '').match(/"/g) ?? []).length;
  }
  return quotes % 2 === 1;
}
