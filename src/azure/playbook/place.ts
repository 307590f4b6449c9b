import { isObject, own } from '../../core/json.js';
import { shorten } from '../../core/shorten.js';
import type { ArmClient } from '../client.js';
import { calledWrongly } from '../faults.js';
import { missingGroup, unregistered, type Obstacle } from '../preflight.js';
import { checkedTarget, regionOf, RESOURCES_VERSION, type Target } from '../target.js';

/** Where a playbook is published: the region is known, or `''` where the resource group is missing. */
export interface PlaybookPlace {
  readonly target: Omit<Target, 'name'> & { readonly location: string };
  readonly obstacles: readonly Obstacle[];
}

const providers = ['Microsoft.Logic', 'Microsoft.Web'];

/** Looks at the resource group and the providers. What the account may not see is no obstacle: Azure will say. */
export async function lookAtPlace(client: ArmClient, where: Omit<Target, 'name'>): Promise<PlaybookPlace> {
  const { name: _name, ...target } = checkedTarget({ ...where, name: 'any' });
  const version = RESOURCES_VERSION;
  const provider = (name: string) => `/subscriptions/${target.subscription}/providers/${name}`;
  const paths = [`/subscriptions/${target.subscription}/resourceGroups/${target.group}`, ...providers.map(provider)];
  const [group, ...found] = await Promise.all(paths.map((path) => client.attempt({ method: 'GET', path, version })));
  const isMissing = group?.error?.code === 'ResourceGroupNotFound';
  const region = group?.error === undefined && isObject(group?.value) ? own(group.value, 'location') : undefined;
  const location = target.location ?? (typeof region === 'string' ? regionOf(region) : undefined);
  if (location === undefined && !isMissing) {
    throw calledWrongly(
      `The region is not given, and that of the resource group ${shorten(target.group)} could not be read.`,
      'Name the region with --location.',
    );
  }
  const states = found.flatMap((one, at) =>
    one.error === undefined && isObject(one.value) ? unregistered(one.value, providers[at] ?? '') : [],
  );
  return {
    target: { ...target, location: location ?? '' },
    obstacles: [...(isMissing ? [missingGroup({ ...target, name: '' })] : []), ...states],
  };
}
