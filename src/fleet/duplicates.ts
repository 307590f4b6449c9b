import { finding, type Finding } from '../core/finding.js';
import { child } from '../core/pointer.js';
import { shorten } from '../core/shorten.js';
import { fleetRules } from './rules.js';

/** A target, as far as it matters which connector in Azure it is. */
interface Identified {
  /** The id of the connector in Azure, with its cloud. */
  readonly id: string;
  readonly label: string;
}

/** The targets that are the same connector as one before them. The case of an id does not count. */
export function duplicates(count: number, at: (index: number) => Identified): readonly Finding[] {
  const first = new Map<string, number>();
  const findings: Finding[] = [];
  for (let index = 0; index < count; index += 1) {
    const { id, label } = at(index);
    const before = first.get(id.toLowerCase());
    if (before === undefined) first.set(id.toLowerCase(), index);
    else {
      const message = `The target ${shorten(label)} is the same connector in Azure as ${shorten(at(before).label)}, expected another name, resource group or subscription.`;
      const declared = { pointer: child('/targets', before) };
      findings.push(finding(fleetRules.duplicate, { pointer: child('/targets', index), message, declared }));
    }
  }
  return findings;
}
