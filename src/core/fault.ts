/** Why the command could not do its work. A closed list: scripts branch on it, the README documents it. */
export const faultCodes = {
  'called-wrongly': 'An unknown command, flag or value, or a flag without its value.',
  'not-found': 'A path, a connector or a code that does not exist.',
  'nothing-to-do': 'No connector, sample or file was left to work on.',
  'not-readable': 'A path that exists and cannot be read: permissions, a folder in place of a file, a device error.',
  'not-writable':
    'A path that cannot be written, or a file that this tool did not make and will not replace without --force.',
  'not-a-connector':
    'What was given as a connector is none: a folder without a definition, a module that exports no connector.',
  'module-failed': 'A TypeScript or JavaScript connector module threw while it was loaded.',
  'no-credential': 'Nothing was found to sign in to Azure with, or signing in failed.',
  'azure-refused': 'Azure answered, and said no.',
  'azure-unreachable': 'No usable answer came from Azure, however often it was asked.',
  'service-unreachable': 'No usable answer came from a service that was called.',
} as const;

/** A code of {@link faultCodes}. */
export type FaultCode = keyof typeof faultCodes;

/** We could not do it: a flag, a file, the network. Thrown, never returned; the command line prints it without a stack. */
export class Fault extends Error {
  readonly code: FaultCode;
  /** What the user can do about it. One sentence. */
  readonly help: string;

  constructor(code: FaultCode, message: string, { help, cause }: { help: string; cause?: unknown }) {
    super(message, cause === undefined ? {} : { cause });
    this.name = 'Fault';
    this.code = code;
    this.help = help;
  }
}

/** Whether something thrown is a {@link Fault}. By name: each chunk of the bundled command has a class of its own. */
export function isFault(error: unknown): error is Fault {
  return error instanceof Error && error.name === 'Fault';
}

/** Throws when `condition` does not hold: our own bug, never the user's doing. The command line prints the stack. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Invariant broken: ${message}`);
}
