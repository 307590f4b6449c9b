import type { ConnectionInput } from './connection-input.js';
import type { Exported } from './exported.js';
import { fillIn } from './fill-in.js';
import { hclText, hclValue } from './hcl-text.js';
import { identifier } from './identifier.js';

/** A variable of the Terraform module. */
export interface TerraformVariable {
  readonly name: string;
  readonly type: 'string' | 'number' | 'bool';
  readonly isSecret: boolean;
  readonly description: string;
  /** Its default, as Terraform writes it. */
  readonly fallback?: string;
  /** What the file of values says of it. */
  readonly value?: string;
}

/** The variables, in the order in which they stand. */
export function variablesOf({ name, title, place, inputs: { given } }: Exported): readonly TerraformVariable[] {
  const secrets = given.filter(({ isSecret }) => isSecret);
  return [
    {
      ...plain('resource_group_id', 'The id of the resource group.'),
      value: hclText('/subscriptions/<subscription>/resourceGroups/<resource group>'),
    },
    {
      ...plain('location', 'The region: that of the playbooks that shall use the connector.'),
      value: hclText(fillIn('the region')),
    },
    { ...plain('connector_name', `The name of the connector: ${title}.`), fallback: hclText(name) },
    { ...plain('connection_name', 'The name of its connection.'), fallback: hclText(name) },
    ...placeVariables(place),
    ...given.map(inputVariable),
    ...(secrets.length === 0
      ? []
      : [
          {
            ...plain(
              'secrets_version',
              'To be counted up where a secret is another one: Terraform keeps none to compare.',
            ),
            fallback: hclText('1'),
          },
        ]),
  ];
}

function plain(name: string, description: string): TerraformVariable {
  return { name, type: 'string', isSecret: false, description };
}

function placeVariables(place: Exported['place']): readonly TerraformVariable[] {
  if (place.kind === 'fixed') return [];
  if (place.kind === 'resource') {
    const description = `The name of your resource: what stands before ${place.suffix} in its address.`;
    return [{ ...plain('resource_name', description), value: hclText(fillIn('the name of your resource')) }];
  }
  return [
    {
      ...plain('service_host', 'The host of the service, without https://: api.contoso.com.'),
      value: hclText(fillIn('the host of the service')),
    },
    {
      ...plain(
        'service_base_path',
        'What stands behind the host, without a slash at its end; a slash alone for nothing.',
      ),
      fallback: hclText(place.basePath),
    },
  ];
}

const types = { string: 'string', int: 'number', bool: 'bool' } as const;

function inputVariable(one: ConnectionInput): TerraformVariable {
  const { type, isSecret, description, fallback } = one;
  const own = { name: variableName(one), type: types[type], isSecret, description };
  if (isSecret) return own;
  if (fallback !== undefined) return { ...own, fallback: hclValue(fallback, '\n') };
  return { ...own, value: type === 'string' ? hclText(fillIn(one.name)) : type === 'int' ? '0' : 'false' };
}

/** The name of a connection's input in Terraform. */
export function variableName({ parameter }: ConnectionInput): string {
  return identifier(parameter, 'snake');
}
