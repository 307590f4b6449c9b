import { hitPlaybooks } from '../../src/cli/diff/playbooks.js';
import { diff } from '../../src/diff/diff.js';
import { versionsOf } from '../../src/diff/example.js';
import { memoryWorld } from '../cli/memory-world.js';

/** A playbook that lists tickets through one connection. */
function playbook(id: string): string {
  const host = { connection: { name: "@parameters('$connections')['k']['connectionId']" } };
  const List = { type: 'ApiConnection', inputs: { host, method: 'get', path: '/tickets' } };
  const definition = { triggers: {}, actions: { List } };
  return JSON.stringify({ definition, parameters: { $connections: { value: { k: { id } } } } });
}

const custom = (name: string) => `/subscriptions/s/resourceGroups/g/providers/Microsoft.Web/customApis/${name}`;
const managed = (name: string) => `/subscriptions/s/providers/Microsoft.Web/locations/l/managedApis/${name}`;

// the connector is called "tickets"
test.each<[string, readonly string[], readonly string[]]>([
  ['a custom connector of any name', [custom('Helpdesk')], ['p/0.json']],
  ['where one has the name, no other', [custom('Helpdesk'), custom('Tickets')], ['p/1.json']],
  ['where it is Microsoft’s, no custom one', [managed('tickets'), custom('Helpdesk')], ['p/0.json']],
  ['none of Microsoft’s of another name', [managed('helpdesk')], []],
])('%s', async (_name, ids, hit) => {
  const { old, new: other } = versionsOf({ new: { '/paths/~1tickets/get': undefined }, gives: [] });
  const { changes } = diff(old, other);
  const files = Object.fromEntries(ids.map((id, index) => [`p/${index}.json`, playbook(id)]));
  const { playbooks } = await hitPlaybooks(memoryWorld({ files }), ['p'], { changes, old });
  expect(playbooks.map(({ file }) => file)).toEqual(Object.keys(files));
  expect(playbooks.filter(({ actions }) => actions.length > 0).map(({ file }) => file)).toEqual(hit);
});
