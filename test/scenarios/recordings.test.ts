import { fixtures, goesThrough } from './recordings.js';

/** Of each format: the two that cannot be read on purpose, and others that differ much. `recordings.corpus.test.ts` takes all. */
const some: readonly (readonly [folder: string, name: string])[] = [
  ['curl', 'session.txt'],
  ['curl', 'ticket.curl'],
  ['har', 'mitmproxy.har'],
  ['har', 'playwright-attach.har'],
  ['logic-apps', 'actions.json'],
  ['logic-apps', 'completion.inputs.json'],
  ['nock', 'nock-14.json'],
  ['postman', 'collection-2.1.json'],
  ['postman', 'newman.json'],
  ['test-proxy', 'entries.json'],
  ['test-proxy', 'datadog-cassette.json'],
  ['vcr', 'requests.yaml'],
  ['vcr', 'requests.json'],
  ['vcr', 'ruby.yml'],
  ['vcr', 'r.yml'],
];

test.each(some)('%s/%s is read, inferred from, tested and imported', goesThrough);

test('each format is among them', () => {
  const formats = (all: typeof some) => [...new Set(all.map(([folder]) => folder))].toSorted();
  expect(formats(some)).toEqual(formats(fixtures));
});
