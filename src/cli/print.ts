import { Fault, isFault } from '../core/fault.js';
import { writeJson } from '../core/json-write.js';
import type { Outcome } from './command.js';
import { exitCodes, faultExitCodes } from './exit-codes.js';
import type { World } from './world.js';

type Format = 'text' | 'json';

/** Prints a result on standard output, all of it. Throws a `Fault` where it cannot be written. */
export function printOutcome(outcome: Outcome, format: Format, world: World): void {
  const text =
    format === 'json'
      ? writeJson({ formatVersion: 1, ok: outcome.ok, ...outcome.json() })
      : outcome.text({ color: world.isTerminal('out') && !world.env['NO_COLOR'] });
  const refusal = world.out(text);
  if (!refusal) return;
  const help = 'Send the output to a place that can be written.';
  throw new Fault('not-writable', `Standard output cannot be written: ${refusal.refused}.`, { help });
}

/** Prints why there is no result, and gives the exit code. A stack is printed for our own bugs only. */
export function printFailure(error: unknown, format: Format, world: World): number {
  const failure = isFault(error) ? faultOf(error) : bugOf(error);
  if (format === 'json') {
    const { code, message, help } = failure;
    world.out(writeJson({ formatVersion: 1, ok: false, fault: { code, message, help } }));
  } else world.err(`connector-kit: ${failure.message}\n${failure.help}\n`);
  if (failure.stack !== undefined) world.err(`${failure.stack}\n`);
  return failure.exitCode;
}

interface Failure {
  readonly code: string;
  readonly message: string;
  readonly help: string;
  readonly exitCode: number;
  readonly stack?: string;
}

const faultOf = ({ code, message, help }: Fault): Failure => ({ code, message, help, exitCode: faultExitCodes[code] });

/** Whatever was thrown and is no `Fault` is our bug. Its code is in no list: nothing can branch on it. */
function bugOf(error: unknown): Failure {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    code: 'our-bug',
    message: `This is a bug in connector-kit: ${error instanceof Error ? error.message : String(error)}`,
    help: 'Please report it to the maintainers of connector-kit, with the command line, the version and the lines that follow.',
    exitCode: exitCodes.ourBug,
    stack,
  };
}
