import { Fault } from '../../core/fault.js';
import type { World } from '../world.js';

/** Throws a `Fault` where nobody can be asked and --yes does not say it: before anything is sent. `plan` is the command that shows it. */
export function refuseUnasked(
  world: World,
  flags: { readonly yes: boolean; readonly 'key-stdin'?: boolean },
  plan = 'plan',
): void {
  if (flags.yes) return;
  const help = `Give --yes to do it without being asked; "connector-kit ${plan}" shows what would be done.`;
  if (!world.isTerminal('in') || !world.isTerminal('err'))
    throw new Fault('called-wrongly', 'There is no terminal to ask whether it shall be done.', { help });
  if (flags['key-stdin'])
    throw new Fault('called-wrongly', 'Standard input holds the key, so nobody can be asked there.', { help });
}

/** Shows what would be done, and asks. */
export async function agreed(world: World, shown: string, question: string): Promise<boolean> {
  world.err(shown);
  const answer = await world.ask(`${question} [y/N] `);
  return /^\s*y(es)?\s*$/i.test(answer ?? '');
}
