import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Wanted } from '../../src/azure/custom-api.js';
import { readJson } from '../../src/core/json-read.js';
import type { Connector } from '../../src/definition/connector.js';
import { withHost, type HostChoice } from '../../src/definition/host.js';
import { readConnector } from '../../src/definition/read.js';

/** The connector in a folder. */
function connectorIn(folder: string): Connector {
  const [definition, properties, contract] = [
    'apiDefinition.swagger.json',
    'apiProperties.json',
    'contract.json',
  ].flatMap((file) =>
    readdirSync(folder).includes(file)
      ? [readJson(file, readFileSync(join(folder, file), 'utf8').replace('\uFEFF', ''))]
      : [undefined],
  );
  if (definition === undefined) throw new Error(`no definition in ${folder}`);
  const name = folder.split('/').at(-1) ?? '';
  const { connector } = readConnector({
    name,
    definition,
    ...(properties && { properties }),
    ...(contract && { contract }),
  });
  if (connector === undefined) throw new Error(`no connector in ${folder}`);
  return connector;
}

/** Every shipped connector in every version, by the folder it lies in, below `connector/`. */
export const shipped: readonly string[] = readdirSync('connector', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('apiDefinition.swagger.json'))
  .map((path) => path.slice(0, -'/apiDefinition.swagger.json'.length))
  .toSorted();

export const shippedConnector = (folder: string): Connector => connectorIn(`connector/${folder}`);

export const wantedOf = (connector: Connector): Wanted => ({ connector, version: '1.2.3' });

/** What names the host of a connector that has an open one, on the command line and to a template. */
export function hostOf({ contract }: Connector): {
  readonly choice: HostChoice;
  readonly parameters: Readonly<Record<string, string>>;
} {
  if (contract.openBasePath) {
    return {
      choice: { endpoint: 'https://gateway.contoso.com/models/v1' },
      parameters: { ServiceHost: 'gateway.contoso.com', ServiceBasePath: '/models/v1' },
    };
  }
  return contract.openHost
    ? { choice: { resource: 'Contoso-soc' }, parameters: { ResourceName: 'Contoso-soc' } }
    : { choice: {}, parameters: {} };
}

/** The connector with the host that {@link hostOf} chooses. */
export function hosted(connector: Connector): Connector {
  const found = withHost(connector, hostOf(connector).choice);
  if ('problem' in found) throw new Error(found.problem);
  return found.connector;
}

const data = '../shared/data/connectors';

/** The published connectors that have no errors: others are not exported. */
export function published(): readonly (readonly [string, Connector])[] {
  if (!existsSync(data)) return [];
  const folders = readdirSync(data, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('/apiDefinition.swagger.json'))
    .map((path) => path.slice(0, -'/apiDefinition.swagger.json'.length));
  return folders.toSorted().flatMap((folder) => {
    const text = readFileSync(`${data}/${folder}/apiDefinition.swagger.json`, 'utf8');
    const { findings } = readConnector({ name: 'x', definition: readJson('', text) });
    return findings.some(({ severity }) => severity === 'error')
      ? []
      : [[folder, connectorIn(`${data}/${folder}`)] as const];
  });
}
