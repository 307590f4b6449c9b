import type { Json, JsonObject } from '../core/json.js';
import type { Exported } from './exported.js';
import { fillIn, SECRET_NAME, VAULT } from './fill-in.js';

/** A place where the connector shall be: one of a stack. A value is one of the connection's, by the name that the connector's form has for it. */
export interface StackTarget {
  readonly resourceGroup: string;
  readonly location: string;
  readonly connectorName: string;
  readonly connectionName: string;
  /** Where each customer has a resource of their own. */
  readonly resourceName?: string;
  /** Where each customer has a server of their own, and what stands behind its host: a slash alone for nothing. */
  readonly serviceHost?: string;
  readonly serviceBasePath?: string;
  /** Where each secret of the connection is kept: the id of its key vault, and its name there. Never the secret itself. */
  readonly secrets: Readonly<Record<string, { readonly keyVaultId: string; readonly secretName: string }>>;
  readonly values?: Readonly<Record<string, string | number | boolean>>;
}

/** The parameter file of a stack. */
export function stackParameters(what: Exported, targets: readonly StackTarget[]): JsonObject {
  return {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#',
    contentVersion: '1.0.0.0',
    parameters: { Targets: { value: targets.map((one) => entryOf(what, one)) } },
  };
}

/** A target with the names of the template's parameters, and with its defaults. */
function entryOf({ place, inputs: { given } }: Exported, target: StackTarget): JsonObject {
  const { secrets, values = {}, resourceName = '', serviceHost = '', ...others } = target;
  const { serviceBasePath = place.kind === 'server' ? place.basePath : '', ...where } = others;
  const named = (all: Readonly<Record<string, Json>>, isSecret: boolean): JsonObject =>
    Object.fromEntries(
      given
        .filter((one) => one.isSecret === isSecret)
        .map((one) => [one.parameter, Object.hasOwn(all, one.name) ? (all[one.name] ?? '') : (one.fallback ?? '')]),
    );
  return {
    ...where,
    ...(place.kind === 'resource' && { resourceName }),
    ...(place.kind === 'server' && { serviceHost, serviceBasePath }),
    secrets: named(secrets, true),
    values: named(values, false),
  };
}

/** A target of which everything is to be said yet. */
export function targetToFillIn({ name, place, inputs: { given } }: Exported): StackTarget {
  const secrets = given
    .filter(({ isSecret }) => isSecret)
    .map((one) => [one.name, { keyVaultId: VAULT, secretName: SECRET_NAME }] as const);
  const values = given
    .filter(({ isSecret, fallback }) => !isSecret && fallback === undefined)
    .map(({ name: input, type }) => [input, type === 'string' ? fillIn(input) : type === 'int' ? 0 : false] as const);
  return {
    resourceGroup: fillIn('the resource group'),
    location: fillIn('the region of its playbooks'),
    connectorName: name,
    connectionName: name,
    ...(place.kind === 'resource' && { resourceName: fillIn('the name of the resource') }),
    ...(place.kind === 'server' && { serviceHost: fillIn('the host of the service') }),
    secrets: Object.fromEntries(secrets),
    values: Object.fromEntries(values),
  };
}
