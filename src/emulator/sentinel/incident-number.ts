import { own } from '../../core/json.js';
import type { EmulatorState } from '../state.js';
import { below } from '../store.js';
import { INCIDENT } from './types.js';

/** The number of the next incident of a workspace. */
export function nextNumber(state: EmulatorState, incident: string): number {
  const workspace = incident.slice(0, incident.toLowerCase().lastIndexOf('/providers/'));
  const numbers = below(state, workspace, INCIDENT).map(
    ({ properties }) => Number(own(properties, 'incidentNumber')) || 0,
  );
  return Math.max(0, ...numbers) + 1;
}
