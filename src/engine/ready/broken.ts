import { finding, type Finding } from '../../core/finding.js';
import { engineRules } from '../rules.js';

/** The finding that a workflow is one that the service refuses to save. */
export function broken(pointer: string, message: string): Finding {
  return finding(engineRules.broken, { pointer, message });
}
