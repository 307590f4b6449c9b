import { Fault } from '../../core/fault.js';
import { didYouMean } from '../../core/nearest.js';
import { shorten } from '../../core/shorten.js';
import { connectorUse } from '../../playbook/check-call.js';
import type { ConnectorUse } from '../../playbook/connected.js';
import type { Playbook } from '../../playbook/playbook.js';
import type { connectorFlags, Values } from '../flags.js';
import { loadConnector } from '../load-connector.js';
import type { Loaded } from '../loaded.js';
import type { World } from '../world.js';

/** The connectors of a playbook's connections. */
export interface GivenConnectors {
  readonly connectors: ReadonlyMap<string, ConnectorUse>;
  readonly loaded: readonly Loaded[];
}

/** Loads what `--connector KEY=CONNECTOR` names. Throws a `Fault` where the playbook has no such connection, or there is no such connector. */
export async function givenConnectors(
  world: World,
  words: readonly string[],
  { playbook, flags }: { readonly playbook: Playbook; readonly flags: Values<typeof connectorFlags> },
): Promise<GivenConnectors> {
  const connectors = new Map<string, ConnectorUse>();
  const all: Loaded[] = [];
  const keys = [...new Set(playbook.workflow.calls.flatMap(({ key }) => key ?? []))];
  for (const word of words) {
    const [key, given] = split(word, keys);
    const loaded = await loadConnector(world, given, flags);
    const { connector, file, contractFile } = loaded;
    all.push(loaded);
    if (!connector) continue;
    connectors.set(key, connectorUse({ connector, file, ...(contractFile !== undefined && { contractFile }) }));
  }
  return { connectors, loaded: all };
}

function split(word: string, keys: readonly string[]): readonly [key: string, connector: string] {
  const equals = word.indexOf('=');
  const key = word.slice(0, Math.max(equals, 0));
  const help = `Give --connector KEY=CONNECTOR; the keys are ${keys.length === 0 ? 'none' : keys.join(', ')}.`;
  if (equals <= 0) throw new Fault('called-wrongly', `--connector ${shorten(word)} is no assignment.`, { help });
  if (keys.includes(key)) return [key, word.slice(equals + 1)];
  const message = `The playbook has no connection ${shorten(key)}.${didYouMean(key, keys)}`;
  throw new Fault('called-wrongly', message, { help });
}
