import type { Call } from '../command.js';
import type { World } from '../world.js';
import type { FilledIn, ToFill } from './filled-in.js';
import { configurationPlace } from './place.js';

/** A command line with what the configuration says where it is silent, and the configuration itself, for who asks for more. */
export interface Configured extends FilledIn {
  /** Reads it when it is first asked for. */
  readonly configuration: Call['configuration'];
}

/**
 * Follows the configuration that a command line is to follow; what reads one is loaded only where there is one.
 * Throws a `Fault` where the one that it asks for is not there, or is wrong.
 */
export async function configured(world: World, line: Omit<ToFill, 'configuration'>): Promise<Configured> {
  const { flags } = line.given;
  const place = configurationPlace(world, { config: flags.get('config')?.at(-1), 'no-config': flags.has('no-config') });
  if (place === undefined) return { given: line.given, note: '', configuration: async () => undefined };
  let read: ReturnType<typeof load> | undefined;
  const load = async () => (await import('./configuration.js')).readConfiguration(world, place);
  const configuration = () => (read ??= load());
  const { asksFor, filledIn } = await import('./filled-in.js');
  if (!asksFor(line)) return { given: line.given, note: '', configuration };
  return { ...filledIn(world, { ...line, configuration: await configuration() }), configuration };
}
