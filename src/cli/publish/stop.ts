import type { Plan } from '../../azure/plan.js';
import { shorten } from '../../core/shorten.js';
import type { Change } from '../../diff/change.js';

/** Why nothing is sent. */
export interface Stop {
  readonly why: string;
  readonly help?: string;
}

/** Why a plan is not carried out; undefined where it may be. `given` is the connector as the user named it. */
export function stopOf(
  { obstacles, breaking, changes, target, wanted }: Plan,
  { given, allowBreaking }: { readonly given: string; readonly allowBreaking: boolean },
): Stop | undefined {
  if (obstacles.length > 0) return { why: 'Something stands in the way.' };
  if (!breaking || allowBreaking) return undefined;
  const all = changes.filter((one): one is Change => 'breaking' in one && one.breaking);
  const beside = `${target.name}-${wanted.connector.contract.apiVersion ?? '2'}`;
  return {
    why: `${all.length === 1 ? 'One change breaks' : `${all.length} changes break`} the workflows that use it.`,
    help: `Publish it beside the old one and move the workflows one by one: connector-kit publish ${shorten(given).replaceAll('"', '')} --name ${beside} ... Or give --allow-breaking.`,
  };
}
