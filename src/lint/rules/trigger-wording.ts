import { shorten } from '../../core/shorten.js';
import { having } from '../having.js';
import { isInternal } from '../internal.js';
import type { LintRule } from '../rule.js';
import { stringsPage } from '../sources.js';

export const triggerWording: LintRule = {
  code: 'trigger-wording',
  severity: 'note',
  summary: 'The summary of a trigger begins with "When", its description with "This operation triggers when".',
  why: 'Triggers stand in one list, those of other connectors are worded so, and it tells a trigger from an action.',
  source: stringsPage,
  published: { files: 31, of: 161 },
  codes: [],
  examples: {
    bad: [
      { definition: { '/paths/~1hooks/post/summary': 'New ticket' }, at: ['/paths/~1hooks/post/summary'] },
      {
        definition: { '/paths/~1hooks/post/description': 'Starts with a new ticket.' },
        at: ['/paths/~1hooks/post/description'],
      },
    ],
    good: [{ definition: { '/paths/~1hooks/post/summary': 'When tickets are created' }, at: [] }],
  },
  check: (_subject, report) => ({
    operation: having(['x-ms-trigger'], (operation, { pointer }) => {
      if (operation['x-ms-trigger'] === undefined || isInternal(operation)) return;
      for (const [key, beginning, pattern] of wording) {
        const text = (operation[key] ?? '').trim();
        if (text === '' || pattern.test(text)) continue;
        const message = `The ${key} of the trigger is ${shorten(text)}, expected one that begins with "${beginning}".`;
        report(`${pointer}/${key}`, message);
      }
    }),
  }),
};

const wording = [
  ['summary', 'When', /^When\b/i],
  ['description', 'This operation triggers when', /^This operation (?:triggers|is triggered)\b/i],
] as const;
