import type { Call } from '../engine/effects.js';
import { hostOf, pathOf } from '../engine/outgoing/address.js';
import { matchTemplate, segmentsOf } from '../wire/path-template.js';
import type { Answer } from './answer.js';
import type { Mock, MockEntry } from './mock.js';

/** The mocks of one run: which were given, and how often. */
export interface MockAnswers {
  /** Of the entries under the key of the call's connection. */
  byConnection(call: Call, paths: readonly string[]): Answer | undefined;
  /** Of the entries under the host of an HTTP action's address, with its port or without. */
  byHost(call: Call): Answer | undefined;
  /** Of the entries under `*`. */
  byAnything(call: Call, paths: readonly string[]): Answer | undefined;
}

/** What answers any call. */
const ANY = '*';

/** Begins a run: of the entries that fit a call, each answers once in their order, and the last one again and again. `paths` are what the call's path may be called. */
export function mockAnswers({ entries }: Mock): MockAnswers {
  const given = new Set<MockEntry>();
  const find = (key: string | undefined, call: Call, paths: readonly string[]): Answer | undefined => {
    const listed = key === undefined ? undefined : entries.get(key);
    if (listed === undefined) return undefined;
    const fitting = listed.filter((entry) => fits(entry, call, paths));
    const entry = fitting.find((one) => !given.has(one)) ?? fitting.at(-1);
    if (!entry) return undefined;
    given.add(entry);
    return { by: 'mock', reply: entry.response, from: entry.from };
  };
  const hosts = new Map([...entries.keys()].map((key) => [key.toLowerCase(), key]));
  return {
    byConnection: (call, paths) => find(call.connection, call, paths),
    byHost: (call) => {
      const host = hostOf(call);
      if (host === undefined) return undefined;
      const paths = [pathOf(call)];
      return find(hosts.get(host), call, paths) ?? find(hosts.get(host.replace(/:\d+$/, '')), call, paths);
    },
    byAnything: (call, paths) => find(ANY, call, paths),
  };
}

function fits({ method, path }: MockEntry, call: Call, paths: readonly string[]): boolean {
  if (method !== undefined && method !== call.method) return false;
  return path === undefined || paths.some((one) => matchTemplate(path, segmentsOf(one)) !== undefined);
}
