import { guidOf } from './hex.js';
import type { Emulated } from './message.js';
import { managedApis } from './managed-api-table.js';
import { emptyShelf } from './shelf.js';
import type { EmulatorSettings, EmulatorState } from './state.js';

/** An emulator in which nothing has been made yet. */
export function freshState(settings: Partial<EmulatorSettings> = {}): EmulatorState {
  return {
    formatVersion: 1,
    settings: {
      location: 'westeurope',
      groups: 'made',
      workspaces: 'made',
      securityInsightsId: guidOf('Azure Security Insights'),
      policies: [],
      forbidden: [],
      managedApis,
      exportGives: 'original',
      serviceUrlIn: 'preview',
      pageSize: 100,
      ...settings,
    },
    groups: emptyShelf(),
    resources: emptyShelf(),
    registrations: {},
  };
}

/** An emulator that was just started: what is kept in memory is empty. */
export function started(state: EmulatorState): Emulated {
  return { state, memory: { keys: new Map(), calls: new Map(), replayed: new Set(), runs: new Map() } };
}
