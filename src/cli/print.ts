import { Fault, isFault } from '../core/fault.js';
import { writeJson } from '../core/json-write.js';
import type { Failure } from '../report/report.js';
import type { Outcome } from './command.js';
import { exitCodes, faultExitCodes } from './exit-codes.js';
import type { Format } from './flags.js';
import { endProgress } from './progress.js';
import { columnsOf, hasColor } from './terminal.js';
import type { World } from './world.js';

/** Prints a result on standard output, all of it. Throws a `Fault` where it cannot be written. */
export async function printOutcome(outcome: Outcome, format: Format, world: World): Promise<void> {
  const refusal = world.out(await textOf(outcome, format, world));
  if (!refusal) return;
  const help = 'Send the output to a place that can be written.';
  throw new Fault('not-writable', `Standard output cannot be written: ${refusal.refused}.`, { help });
}

/** What only pipelines ask for is loaded when it is asked for. The help and the version are a text in any format but JSON. */
async function textOf(outcome: Outcome, format: Format, world: World): Promise<string> {
  if (format === 'json') return writeJson({ formatVersion: 1, ok: outcome.ok, ...outcome.json() });
  if (format === 'text' || !outcome.report)
    return outcome.text({
      color: hasColor(world, 'out'),
      ...(world.isTerminal('out') && { columns: columnsOf(world) }),
    });
  const { reportText } = await import('./report-formats.js');
  return reportText(outcome.report(), format, world);
}

/**
 * Prints why there is no result, and gives the exit code. A stack is printed for our own bugs only.
 * Standard output is what a program reads, and the log of a pipeline must tell the reason too; for GitHub the two are one.
 */
export async function printFailure(error: unknown, format: Format, world: World): Promise<number> {
  endProgress(world);
  const failure: Failure & { readonly stack?: string } = isFault(error) ? faultOf(error) : bugOf(error);
  if (format === 'json') {
    const { code, message, help } = failure;
    world.out(writeJson({ formatVersion: 1, ok: false, fault: { code, message, help } }));
  } else if (format !== 'text') {
    const { failureText } = await import('./report-formats.js');
    world.out(failureText(failure, format, world));
  }
  if (format !== 'json' && format !== 'github') world.err(`connector-kit: ${failure.message}\n${failure.help}\n`);
  if (failure.stack !== undefined) world.err(`${failure.stack}\n`);
  return failure.exitCode;
}

const faultOf = ({ code, message, help }: Fault): Failure => ({ code, message, help, exitCode: faultExitCodes[code] });

/** Whatever was thrown and is no `Fault` is our bug. Its code is in no list: nothing can branch on it. */
function bugOf(error: unknown): Failure & { readonly stack: string } {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    code: 'our-bug',
    message: `This is a bug in connector-kit: ${error instanceof Error ? error.message : String(error)}`,
    help: 'Please report it to the maintainers of connector-kit, with the command line, the version and the lines that follow.',
    exitCode: exitCodes.ourBug,
    stack,
  };
}
