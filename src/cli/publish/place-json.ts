import type { Target } from '../../azure/target.js';
import { printable } from '../../report/text.js';
import type { TargetJson } from '../schemas/publish.js';
import type { Place } from '../target/place.js';

/** A place as it is printed. */
export function placeJson({ cloud, emulator }: Place, target: Target): TargetJson {
  const where = emulator
    ? { target: 'emulator' as const, state: emulator.file }
    : { target: 'azure' as const, cloud: cloud.name === 'usgov' ? ('usgov' as const) : ('public' as const) };
  const { subscription, group, name, location } = target;
  return { ...where, subscription, resourceGroup: group, name, ...(location !== undefined && { location }) };
}

/** One line that says where a command works. */
export function placeLine({ target, state, subscription, resourceGroup, location }: TargetJson): string {
  const region = location === undefined || location === '' ? '' : ` in ${location}`;
  const where = target === 'emulator' ? `The emulator (state: ${state ?? ''})` : 'Azure';
  return printable(`${where}, subscription ${subscription}, resource group ${resourceGroup}${region}`);
}
