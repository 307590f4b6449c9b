import { existsSync } from 'node:fs';
import { contract } from '../../src/contract/contract.js';
import { readJson } from '../../src/core/json-read.js';
import { exportConnector } from '../../src/export/formats.js';
import { operations } from '../../src/openapi/walk.js';
import { readRecordings } from '../../src/recording/read.js';
import { hosted, published, shipped, shippedConnector, wantedOf } from './connectors.js';

const corpus = existsSync('../shared/data/connectors') ? describe : describe.skip;

/** Examples of the connectors themselves that meet the schema, and have none of its properties. */
const known: Readonly<Record<string, readonly string[]>> = {
  'certified-connectors/Connective eSignatures': ['unrecognized-answer /item/1/response/0/body'],
  'certified-connectors/Industrial App Store': [
    'unrecognized-answer /item/5/response/0/body',
    'unrecognized-answer /item/9/response/0/body',
  ],
};

corpus('the collection of a published connector, read as recordings of it', () => {
  test.each([...shipped.map((folder) => [folder, shippedConnector(folder)] as const), ...published()])(
    '%s',
    (name, open) => {
      const connector = hosted(open);
      const [collection] = exportConnector('postman', { wanted: wantedOf(connector) });
      const read = readRecordings(readJson('c.json', collection?.text ?? ''));
      expect(read?.findings).toEqual([]);
      const { samples, findings } = contract(
        connector,
        (read?.recordings ?? []).map(({ exchange }) => exchange),
      );
      const errors = findings.filter(({ severity }) => severity === 'error');
      expect([samples.unmatched, errors.map(({ code, pointer }) => `${code} ${pointer}`)]).toEqual([
        0,
        known[name] ?? [],
      ]);
      expect(samples.total).toBeLessThanOrEqual(operations(connector.definition).length);
    },
  );
});
