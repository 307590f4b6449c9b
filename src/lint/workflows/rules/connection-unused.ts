import { child } from '../../../core/pointer.js';
import { shorten } from '../../../core/shorten.js';
import { connectionValues } from '../connection-places.js';
import type { PlaybookRule } from '../rule.js';

export const connectionUnused: PlaybookRule = {
  code: 'connection-unused',
  severity: 'note',
  summary: 'Each connection of a workflow is used.',
  why: 'It has to be bound and given rights all the same.',
  source: 'the designer leaves it behind when the last call on it is deleted',
  published: 0,
  examples: {
    bad: [
      {
        change: { '/parameters/$connections/value/mail': { connectionId: 'c', connectionName: 'mail', id: 'i' } },
        at: ['/parameters/$connections/value/mail'],
      },
    ],
    good: [{ change: {}, at: [] }],
  },
  check(subject, report) {
    const values = connectionValues(subject);
    if (values === undefined || subject.mayHaveMoreSteps || subject.steps.length === 0) return;
    const used = new Set(subject.calls.flatMap(({ key }) => key ?? []));
    const isOpen = subject.calls.some(({ key }) => key === undefined);
    for (const key of Object.keys(values.entries)) {
      if (!used.has(key) && !isOpen)
        report(child(values.pointer, key), `The connection ${shorten(key)} is used by no call.`);
    }
  },
};
