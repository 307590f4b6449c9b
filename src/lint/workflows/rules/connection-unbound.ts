import { isObject, own } from '../../../core/json.js';
import { child } from '../../../core/pointer.js';
import { shorten } from '../../../core/shorten.js';
import { hinting } from '../../../core/hinting.js';
import { connectionValues } from '../connection-places.js';
import type { PlaybookRule } from '../rule.js';

const entry = '/parameters/$connections/value/tickets';

export const connectionUnbound: PlaybookRule = {
  code: 'connection-unbound',
  severity: 'error',
  summary: 'Each connection that is used has an entry in "$connections" with a "connectionId" and an "id".',
  why: 'The workflow cannot be saved, or its calls fail: it is not known which connection, or which API, is meant.',
  source: 'the first article: two keys, one without "id"; libs/designer of github:Azure/LogicAppsUX',
  published: 1,
  examples: {
    bad: [
      { change: { [`${entry}/connectionId`]: '' }, at: [entry] },
      { change: { [`${entry}/id`]: undefined }, at: [entry] },
      {
        change: {
          '/definition/actions/Tell/inputs/host/connection/name':
            "@parameters('$connections')['ticket']['connectionId']",
        },
        at: ['/definition/actions/Tell/inputs/host'],
      },
    ],
    good: [{ change: { '/parameters': undefined }, at: [] }],
  },
  check(subject, report) {
    const values = connectionValues(subject);
    if (values === undefined) return;
    const hint = hinting();
    for (const { step, key } of subject.calls) {
      if (key === undefined) continue;
      const found = own(values.entries, key);
      if (found === undefined) {
        const message = `${shorten(step.name)} uses the connection ${shorten(key)}, which has no entry in "$connections".${hint(key, () => Object.keys(values.entries))}`;
        report(['inputs', 'host'].reduce(child, step.pointer), message);
      } else if (isObject(found)) {
        const empty = ['connectionId', 'id'].filter((name) => (own(found, name) ?? '') === '');
        if (empty.length === 0) continue;
        const what = empty.map((name) => `"${name}"`).join(' and no ');
        report(
          child(values.pointer, key),
          `The connection ${shorten(key)} has no ${what}, expected the ids of a connection and of its API.`,
        );
      }
    }
  },
};
