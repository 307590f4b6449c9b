import { existsSync } from 'node:fs';
import { deployedResources } from '../../src/arm/deploy.js';
import { connectionInputs } from '../../src/export/connection-input.js';
import { customApiBody } from '../../src/azure/custom-api.js';
import { readJson } from '../../src/core/json-read.js';
import type { Json, JsonObject } from '../../src/core/json.js';
import { sameJson } from '../../src/core/same-json.js';
import { connectorsInTemplate } from '../../src/definition/in-template.js';
import { exportConnector, exportFormats } from '../../src/export/formats.js';
import { templateErrors } from './arm-schema.js';
import { hosted, hostOf, published, shipped, shippedConnector, wantedOf } from './connectors.js';

const corpus = existsSync('../shared/data/connectors') ? describe : describe.skip;

/** What the schemas do not know, and connectors have. */
const at = 'Microsoft.Web/customApis/properties/connectionParameters';
const nullId = [`${at}/token/oAuthSettings/clientId: must be string`];
const unknownToSchema: Readonly<Record<string, readonly string[]>> = {
  'certified-connectors/Connect Bridge': [`${at}/gateway/type: must be equal to one of the allowed values`],
  'certified-connectors/Office 365 Users': nullId,
  'certified-connectors/OutlookTasks': nullId,
  'certified-connectors/snowflake': nullId,
};

corpus('what is exported of all connectors', () => {
  const all = [...shipped.map((folder) => [folder, shippedConnector(folder)] as const), ...published()];
  test('there are enough', () => expect(all.length).toBeGreaterThan(100));
  let errorsOf: ReturnType<typeof templateErrors>;
  beforeAll(() => {
    errorsOf = templateErrors();
  });
  test.each(all)('%s', (name, connector) => {
    const [arm] = exportConnector('arm', { wanted: wantedOf(connector) });
    const template = readJson('', arm?.text ?? '').value as JsonObject;
    expect(errorsOf(template)).toEqual(unknownToSchema[name] ?? []);
    for (const format of ['arm', 'stack'] as const) {
      const [one] = exportConnector(format, { wanted: wantedOf(connector) });
      const found = connectorsInTemplate(readJson('', one?.text ?? '').value ?? null)?.[0];
      expect(sameJson(found?.definition, connector.definition as unknown as Json)).toBe(true);
      expect(found?.contract['openHost']).toBe(connector.contract.openHost);
    }
    for (const format of exportFormats) exportConnector(format, { wanted: wantedOf(hosted(connector)) });
    const inputs = connectionInputs(connector).given.map((one) => [
      one.parameter,
      { value: one.type === 'string' ? 'x' : one.type === 'int' ? 1 : true },
    ]);
    const { resources, problems } = deployedResources({
      template,
      parameters: {
        ...Object.fromEntries(Object.entries(hostOf(connector).parameters).map(([key, value]) => [key, { value }])),
        ...Object.fromEntries(inputs),
      },
      scope: { subscription: 's', group: { name: 'g', location: 'westeurope' } },
    });
    expect(problems).toEqual([]);
    const { tags: _, ...wanted } = customApiBody(wantedOf(hosted(connector)), { location: 'westeurope', tags: {} });
    const { tags: __, ...made } = resources[0]?.body ?? {};
    expect(sameJson(made as Json, wanted)).toBe(true);
  });
});
