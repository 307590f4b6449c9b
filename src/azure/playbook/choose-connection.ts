import { own, type JsonObject } from '../../core/json.js';
import { shorten } from '../../core/shorten.js';
import { objectAt } from '../../workflow/find.js';
import { calledWrongly } from '../faults.js';
import type { Target } from '../target.js';
import type { WantedConnection } from './wanted.js';

/** What decides which connections a workflow uses. */
export interface BindRequest {
  readonly target: Target & { readonly location: string };
  readonly connections: readonly WantedConnection[];
  /** The names that the command line chooses, by key; `''` is for the only custom one. */
  readonly chosen: ReadonlyMap<string, string>;
  /** What is deployed of the workflow. */
  readonly deployed: JsonObject | undefined;
}

/** Which connection stands for one of the workflow, and why; `same` are the names of those that are there of its connector. */
export function nameFor(
  { key, name, api, identity }: WantedConnection,
  { chosen, deployed, connections }: BindRequest,
  same: readonly string[],
): { readonly name: string; readonly why: string } {
  const isOnly = connections.filter((one) => one.api.kind === 'custom').length === 1;
  const said = chosen.get(key) ?? (api.kind === 'custom' && isOnly ? chosen.get('') : undefined);
  if (said !== undefined) return { name: said, why: 'it is there' };
  const has = (other: string | undefined): other is string =>
    other !== undefined && same.some((one) => one.toLowerCase() === other.toLowerCase());
  const used = usedBy(deployed, key);
  if (has(used)) return { name: used, why: 'the deployed workflow uses it' };
  const [only, ...others] = same;
  const isAlone = only !== undefined && others.length === 0 && !identity;
  if (has(name) || !isAlone) return { name, why: 'it is there' };
  return { name: only, why: 'it is the only one of its connector here' };
}

/** The name of the connection that the deployed workflow has under a key. */
function usedBy(deployed: JsonObject | undefined, key: string): string | undefined {
  const parameters = objectAt(objectAt(deployed ?? {}, 'properties'), 'parameters');
  const entry = objectAt(objectAt(objectAt(parameters, '$connections'), 'value'), key);
  const id = own(entry, 'connectionId');
  return typeof id === 'string' ? id.slice(id.lastIndexOf('/') + 1) : undefined;
}

/** The names that `--connection [KEY=]NAME` chooses, by key. Throws a `Fault` for a key that the workflow does not have. */
export function checkChosen(chosen: ReadonlyMap<string, string>, connections: readonly WantedConnection[]): void {
  const keys = connections.map(({ key }) => key);
  const custom = connections.filter(({ api }) => api.kind === 'custom');
  for (const key of chosen.keys()) {
    if (key === '' ? custom.length === 1 : keys.includes(key)) continue;
    const message =
      key === ''
        ? `The workflow has ${custom.length} connections to custom connectors, expected one for --connection NAME.`
        : `The workflow has no connection ${shorten(key)}.`;
    const all = keys.length === 0 ? 'It has none.' : `Its connections are ${keys.join(', ')}: --connection KEY=NAME.`;
    throw calledWrongly(message, all);
  }
}
