// Makes test/recording/fixtures/postman: node scripts/record-postman.mjs FOLDER, where newman, postman-collection and
// postman-collection-transformer are installed
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { startTickets, toolFrom } from './record-tickets.mjs';

const folder = resolve(process.argv[2]);
const { run } = await toolFrom(folder, 'newman');
const { Collection, Response } = await toolFrom(folder, 'postman-collection');
const { convert } = await toolFrom(folder, 'postman-collection-transformer');
const out = 'test/recording/fixtures/postman';
mkdirSync(out, { recursive: true });
const collection = JSON.parse(readFileSync('scripts/record-postman-collection.json', 'utf8'));

const stop = await startTickets();
const summary = await promisify(run)({
  collection,
  reporters: ['json'],
  reporter: { json: { export: `${out}/newman.json` } },
});
stop();

/** As the application saves an answer as an example: the request as it stands in the collection, and the answer as text. */
const saved = new Collection(collection);
for (const { item, response } of summary.run.executions) {
  const { name, code, status, headers } = { ...response.toJSON(), name: item.name, headers: response.headers };
  const one =
    saved.oneDeep(item.id) ??
    saved.items
      .all()
      .flatMap(({ items }) => items.all())
      .find((each) => each.name === item.name);
  const header = headers.map(({ key, value }) => ({ key, value }));
  const originalRequest = one.request.toJSON();
  const body = response.text() ?? '';
  one.responses.add(
    new Response({ name, originalRequest, code, status, header, body, _postman_previewlanguage: 'json' }),
  );
}
const v21 = saved.toJSON();
const write = (name, value) => writeFileSync(`${out}/${name}.json`, `${JSON.stringify(value, null, 2)}\n`);
write('collection-2.1', v21);
const to = (outputVersion, value, inputVersion) =>
  promisify(convert)(value, { inputVersion, outputVersion, retainIds: true });
const v1 = await to('1.0.0', v21, '2.1.0');
write('collection-1', v1);
write('collection-2.0', await to('2.0.0', v1, '1.0.0'));
