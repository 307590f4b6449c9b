import { Fault } from '../../core/fault.js';
import { shorten } from '../../core/shorten.js';
import type { Playbook } from '../../sentinel/template/about.js';
import type { Catalog } from '../catalog.js';
import { connectorFlags, type Values } from '../flags.js';
import { loadConnector } from '../load-connector.js';
import type { World } from '../world.js';

/** The connector that shipped playbooks are built for in place of their own, as the command line says it. */
export interface Over {
  readonly given: string;
  readonly flags: Values<typeof connectorFlags>;
}

/** What a command line says of it. Throws a `Fault` for flags that go with a connector where none is given. */
export function givenOver(given: string | undefined, flags: Over['flags']): Over | undefined {
  if (given !== undefined) return { given, flags };
  const alone = (Object.keys(connectorFlags) as (keyof typeof connectorFlags)[]).find(
    (name) => flags[name] !== undefined,
  );
  if (alone === undefined) return undefined;
  throw new Fault('called-wrongly', `--${alone} goes with --connector.`, {
    help: 'Without it, shipped playbooks are for the connector that they were made for.',
  });
}

/**
 * The shipped playbooks, or those of them that ask over a connector, built for another one. Throws a `Fault` where that cannot be read, or lacks
 * what they ask.
 */
export async function shippedOver(
  world: World,
  over: Over | undefined,
  shipped: () => Promise<Catalog>,
): Promise<readonly Playbook[]> {
  const { playbooks = async () => [] } = await shipped();
  if (over === undefined) return playbooks();
  const { connector, findings } = await loadConnector(world, over.given, over.flags);
  if (connector === undefined) {
    const why = findings.find(({ severity }) => severity === 'error')?.message ?? '';
    throw new Fault('called-wrongly', `${shorten(over.given)} cannot be read as a connector. ${why}`.trim(), {
      help: 'connector-kit lint says all that is wrong with it.',
    });
  }
  try {
    return await playbooks(connector);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new Fault('called-wrongly', error.message, {
      help: 'The playbooks ask for completions: give a connector that has them.',
    });
  }
}
