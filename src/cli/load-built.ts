import { dirname, join } from 'node:path/posix';
import { Fault, invariant } from '../core/fault.js';
import { readJson } from '../core/json-read.js';
import { shorten } from '../core/shorten.js';
import type { Connector } from '../definition/connector.js';
import { contractFile, definitionFiles, propertiesFile } from '../definition/folder.js';
import { readConnector } from '../definition/read.js';
import { writeConnector } from '../definition/write.js';
import type { Loaded } from './loaded.js';

/**
 * A connector that code has built, read back from the files that it would be written to: code is trusted no more than a file.
 * `file` is where its findings are said to be: what the user has to change. Throws a `Fault` for one that is no plain data.
 */
export function loadBuilt(given: Connector, file: string): Loaded {
  if (!/^\w[\w.-]*$/.test(given.name)) {
    const help = 'A name has letters, digits, dots, dashes and underscores: it is the name of a folder, too.';
    throw new Fault('not-a-connector', `The connector in ${shorten(file)} cannot be named ${shorten(given.name)}.`, {
      help,
    });
  }
  const sources = new Map(written(given, file).map(({ path, text }) => [path, readJson(file, text)]));
  const [definition, properties, contract] = [definitionFiles[0], propertiesFile, contractFile].map((path) =>
    sources.get(path),
  );
  invariant(definition, 'a connector is written with its definition');
  const { connector, findings } = readConnector({
    name: given.name,
    definition,
    ...(properties && { properties }),
    ...(contract && { contract }),
  });
  return {
    name: given.name,
    connector,
    // A line of a file that is not written yet would mislead.
    findings: findings.map(({ line: _line, column: _column, ...found }) => found),
    documents: [],
    file,
    folder: join(dirname(file), given.name),
  };
}

function written(connector: Connector, file: string): ReturnType<typeof writeConnector> {
  try {
    return writeConnector(connector);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    const help = 'A connector is plain data: no functions, no cycles, no class instances.';
    throw new Fault('not-a-connector', `The connector in ${shorten(file)} cannot be written as JSON: ${why}`, {
      help,
      cause,
    });
  }
}
