import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { readJson } from '../../src/core/json-read.js';
import { sameJson } from '../../src/core/same-json.js';
import type { Json } from '../../src/core/json.js';
import type { Connector } from '../../src/definition/connector.js';
import { contractFile, definitionFiles, propertiesFile } from '../../src/definition/folder.js';
import { readConnector } from '../../src/definition/read.js';
import { writeConnector } from '../../src/definition/write.js';

/* Every published connector that can be read: written and read again it has the same value, and the same bytes when it is written again. */

const root = '../shared/data/connectors';
const corpus = existsSync(root) ? describe : describe.skip;

function connectorOf(textOf: (file: string) => string | undefined) {
  const source = (file: string) => readJson(file, textOf(file) ?? '');
  const contract = textOf(contractFile);
  return readConnector({
    name: 'published',
    definition: source(definitionFiles[0]),
    properties: source(propertiesFile),
    ...(contract !== undefined && { contract: source(contractFile) }),
  });
}

function written(connector: Connector): ReadonlyMap<string, string> {
  return new Map(writeConnector(connector).map(({ path, text }) => [path, text]));
}

corpus('published connectors', () => {
  test('are the same when they are written and read again', () => {
    const paths = readdirSync(root, { recursive: true, encoding: 'utf8' });
    const folders = paths.filter((path) => path.endsWith(definitionFiles[0])).map((path) => `${root}/${dirname(path)}`);
    let read = 0;
    const changed = folders.filter((folder) => {
      const text = (file: string) =>
        existsSync(`${folder}/${file}`) ? readFileSync(`${folder}/${file}`, 'utf8') : undefined;
      const { connector } = connectorOf(text);
      if (!connector) return false;
      read += 1;
      const files = written(connector);
      const again = connectorOf((file) => files.get(file)).connector;
      const value = readJson('d', text(definitionFiles[0]) ?? '').value;
      return !(
        again &&
        sameJson(connector as unknown as Json, again as unknown as Json) && // connectors are JSON
        sameJson(connector.definition as unknown as Json, value) &&
        sameJson([...files], [...written(again)])
      );
    });
    expect(changed).toEqual([]);
    expect(read).toBeGreaterThan(150);
  }, 300_000);
});
