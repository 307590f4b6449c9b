import { finding, type Finding } from '../core/finding.js';
import { shorten } from '../core/shorten.js';
import type { Change } from '../diff/change.js';
import type { ArmClient } from './client.js';
import { compare } from './compare.js';
import { wantedProperties, type Wanted } from './custom-api.js';
import { readDeployed } from './deployed.js';
import { azureRules } from './rules.js';
import { checkedTarget, customApiId, type Target } from './target.js';

/** Where a deployed connector is not what was published. */
export interface Drift {
  /** None where nothing is known to differ. The gravest change first. */
  readonly drifted: readonly { readonly id: string; readonly changes: readonly (Finding | Change)[] }[];
  /** What could not be compared: then nobody can say that nothing differs. */
  readonly unknown: readonly { readonly id: string; readonly findings: readonly Finding[] }[];
}

/** Holds what is deployed against what is wanted. Only reads. */
export async function findDrift(client: ArmClient, wanted: Wanted, where: Target): Promise<Drift> {
  const target = checkedTarget(where);
  wantedProperties(wanted);
  const id = customApiId(target);
  const deployed = await readDeployed(client, id);
  if (deployed === undefined) {
    const message = `There is no connector ${shorten(target.name)} in the resource group ${shorten(target.group)}.`;
    return {
      drifted: [{ id, changes: [finding(azureRules.missing, { file: id, pointer: '', message })] }],
      unknown: [],
    };
  }
  const { changes, unknown } = compare(deployed, wanted, 'drifted');
  return {
    drifted: changes.length > 0 ? [{ id, changes }] : [],
    unknown: unknown.length > 0 ? [{ id, findings: unknown }] : [],
  };
}
