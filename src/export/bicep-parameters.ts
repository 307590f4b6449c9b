import { bicepText, bicepValue } from './bicep-text.js';
import type { ConnectionInput } from './connection-input.js';
import type { Exported } from './exported.js';
import { fillIn } from './fill-in.js';

/** A parameter of the Bicep files. */
export interface BicepParameter {
  readonly name: string;
  readonly type: string;
  readonly isSecret: boolean;
  readonly description: string;
  /** Its default, as Bicep. */
  readonly fallback?: string;
  /** What the parameter file says of it, as Bicep. */
  readonly value?: string;
}

/** A secret of a key vault that is to be named. */
const SECRET = "az.getSecret('<subscription>', '<resource group>', '<vault>', '<the name of the secret>')";

/** The parameters, in the order in which they stand. */
export function parametersOf({ name, title, place, inputs: { given } }: Exported): readonly BicepParameter[] {
  const text = (own: Omit<BicepParameter, 'type' | 'isSecret'>): BicepParameter => ({
    ...own,
    type: 'string',
    isSecret: false,
  });
  return [
    text({
      name: 'connectorName',
      description: `The name of the connector: ${title}.`,
      fallback: bicepText(name),
      value: bicepText(name),
    }),
    text({ name: 'connectionName', description: 'The name of its connection.', fallback: 'connectorName' }),
    text({
      name: 'location',
      description: 'The region: that of the playbooks that shall use the connector.',
      fallback: 'resourceGroup().location',
    }),
    ...placeParameters(place).map(text),
    ...given.map(inputParameter),
  ];
}

function placeParameters(place: Exported['place']): readonly Omit<BicepParameter, 'type' | 'isSecret'>[] {
  if (place.kind === 'fixed') return [];
  if (place.kind === 'resource') {
    const description = `The name of your resource: what stands before ${place.suffix} in its address.`;
    return [{ name: 'resourceName', description, value: bicepText(fillIn('the name of your resource')) }];
  }
  return [
    {
      name: 'serviceHost',
      description: 'The host of the service, without https://: api.contoso.com.',
      value: bicepText(fillIn('the host of the service')),
    },
    {
      name: 'serviceBasePath',
      description: 'What stands behind the host, without a slash at its end; a slash alone for nothing.',
      fallback: bicepText(place.basePath),
    },
  ];
}

function inputParameter(one: ConnectionInput): BicepParameter {
  const { type, isSecret, description, fallback } = one;
  const own = { name: inputName(one), type, isSecret, description };
  if (isSecret) return { ...own, value: SECRET };
  if (fallback !== undefined) return { ...own, fallback: bicepValue(fallback, '\n') };
  return { ...own, value: type === 'string' ? bicepText(fillIn(one.name)) : type === 'int' ? '0' : 'false' };
}

/** The name of a connection's input in Bicep. */
export function inputName({ parameter }: ConnectionInput): string {
  return parameter.charAt(0).toLowerCase() + parameter.slice(1);
}
