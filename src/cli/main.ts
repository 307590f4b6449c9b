import { Fault } from '../core/fault.js';
import { own } from '../core/json.js';
import { didYouMean } from '../core/nearest.js';
import { shorten } from '../core/shorten.js';
import type { Catalog } from './catalog.js';
import type { Outcome } from './command.js';
import { commands } from './commands.js';
import { exitCodes } from './exit-codes.js';
import { reportFlags, withCommon, type Format } from './flags.js';
import { commandHelp, toolHelp } from './help.js';
import { parse } from './parse.js';
import { printFailure, printOutcome } from './print.js';
import type { World } from './world.js';

/** Runs one command line (the words after the program's name) and gives the exit code. Never throws. */
export async function main(argv: readonly string[], world: World, shipped: () => Promise<Catalog>): Promise<number> {
  const end = argv.indexOf('--');
  const words = end === -1 ? argv : argv.slice(0, end);
  const format = formatOf(words);
  try {
    const outcome = await run({ argv, words, world, shipped });
    await printOutcome(outcome, format, world);
    return outcome.ok ? exitCodes.clean : exitCodes.findings;
  } catch (error) {
    return printFailure(error, format, world);
  }
}

/** Says that the command waits for something that will never come, and gives the exit code. */
export function neverEnded(argv: readonly string[], world: World): Promise<number> {
  const help = 'A module must end by itself: look for a promise in it that nothing keeps.';
  const fault = new Fault('module-failed', 'The connector module never finished loading.', { help });
  return printFailure(fault, formatOf(argv), world);
}

interface Line {
  readonly argv: readonly string[];
  /** Those before `--`: where flags can be. */
  readonly words: readonly string[];
  readonly world: World;
  readonly shipped: () => Promise<Catalog>;
}

async function run({ argv, words, world, shipped }: Line): Promise<Outcome> {
  const [name, ...rest] = argv;
  const wantsHelp = words.includes('--help') || words.includes('-h');
  if (name === '--version') return saying('version', world.version());
  if (wantsHelp && name?.startsWith('-')) return saying('help', toolHelp(world.version()));
  const entry = name === undefined ? undefined : own(commands, name);
  if (name === undefined || !entry) throw noCommand(name);
  const command = await entry.load();
  if (wantsHelp) return saying('help', commandHelp(name, command));
  const flags = withCommon(command.flags);
  return command.run({ ...parse(rest, { command: name, flags, operands: command.operands }), world, shipped });
}

/** Known before the words are read, so that a fault in them is told in the form that was asked for. */
function formatOf(words: readonly string[]): Format {
  if (words.includes('--json')) return 'json';
  const at = words.findLastIndex((word) => /^--format(=|$)/.test(word));
  const asked = words[at] === '--format' ? words[at + 1] : words[at]?.slice('--format='.length);
  return reportFlags.format.choices.find((format) => format === asked) ?? 'text';
}

function saying(field: string, text: string): Outcome {
  return { ok: true, json: () => ({ [field]: text }), text: () => (text.endsWith('\n') ? text : `${text}\n`) };
}

function noCommand(word: string | undefined): Fault {
  const message =
    word === undefined
      ? 'No command was given.'
      : `${shorten(word)} is no command.${didYouMean(word, Object.keys(commands))}`;
  return new Fault('called-wrongly', message, { help: 'See connector-kit --help.' });
}
