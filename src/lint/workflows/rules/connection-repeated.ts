import { child } from '../../../core/pointer.js';
import { shorten } from '../../../core/shorten.js';
import { connectionValues } from '../connection-places.js';
import type { PlaybookRule } from '../rule.js';

const values = '/parameters/$connections/value';
const second = {
  connectionId: '/subscriptions/0/resourceGroups/help/providers/Microsoft.Web/connections/tickets-1',
  connectionName: 'tickets-1',
  id: '/subscriptions/0/resourceGroups/help/providers/Microsoft.Web/customApis/tickets',
};
const host = '/definition/actions/Tell/inputs/host/connection/name';

export const connectionRepeated: PlaybookRule = {
  code: 'connection-repeated',
  severity: 'warning',
  summary: 'A workflow has one connection for each API.',
  why: 'The designer made the other when it could not use the first. Both have to be bound and given rights, and one is forgotten.',
  source: 'the first article: azuresentinel and azuresentinel_1',
  published: 1,
  examples: {
    bad: [
      {
        change: { [`${values}/tickets_1`]: second, [host]: "@parameters('$connections')['tickets_1']['connectionId']" },
        at: [`${values}/tickets_1`],
      },
    ],
    good: [
      {
        change: {
          [`${values}/notes`]: { ...second, id: second.id.replace('tickets', 'notes') },
          [host]: "@parameters('$connections')['notes']['connectionId']",
        },
        at: [],
      },
    ],
  },
  check(subject, report) {
    const entries = connectionValues(subject);
    const first = new Map<string, string>();
    for (const { step, key, api } of subject.calls) {
      if (key === undefined) continue;
      // the designer counts up behind the name of the API
      const name = api.name ?? key.replace(/[-_]\d{1,3}$/, '');
      const other = first.get(name.toLowerCase());
      if (other === undefined) first.set(name.toLowerCase(), key);
      if (other === undefined || other === key) continue;
      const isListed = entries && Object.hasOwn(entries.entries, key);
      const pointer = isListed ? child(entries.pointer, key) : ['inputs', 'host'].reduce(child, step.pointer);
      report(
        pointer,
        `The connections ${shorten(other)} and ${shorten(key)} are both for ${shorten(name)}, expected one.`,
      );
    }
  },
};
