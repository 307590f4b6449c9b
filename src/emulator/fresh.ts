import { isObject, own, type Json } from '../core/json.js';
import type { Emulated } from './message.js';
import { managedApis } from './managed-api-table.js';
import type { EmulatorSettings, EmulatorState } from './state.js';

/** An emulator in which nothing has been made yet. */
export function freshState(settings: Partial<EmulatorSettings> = {}): EmulatorState {
  return {
    formatVersion: 1,
    settings: {
      location: 'westeurope',
      groups: 'made',
      policies: [],
      forbidden: [],
      managedApis,
      exportGives: 'original',
      serviceUrlIn: 'preview',
      pageSize: 100,
      ...settings,
    },
    groups: {},
    resources: {},
    registrations: {},
  };
}

/** A state that was written by `writeJson` and read again; undefined where it is none of ours. Settings that are new since get their default. */
export function readState(value: Json | undefined): EmulatorState | undefined {
  if (!isObject(value) || own(value, 'formatVersion') !== 1) return undefined;
  const parts = ['settings', 'groups', 'resources', 'registrations'].map((name) => own(value, name));
  if (!parts.every(isObject)) return undefined;
  // what has our version and these parts we wrote ourselves
  const state = value as unknown as EmulatorState;
  return { ...state, settings: { ...freshState().settings, ...state.settings } };
}

/** An emulator that was just started: what is kept in memory is empty. */
export function started(state: EmulatorState): Emulated {
  return { state, memory: { keys: new Map(), calls: new Map(), replayed: new Set() } };
}
