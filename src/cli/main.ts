import { Fault } from '../core/fault.js';
import type { Catalog } from './catalog.js';
import type { Outcome } from './command.js';
import { commandIn, commandsOf } from './commands.js';
import { configured } from './configuration/of-line.js';
import { exitCodes } from './exit-codes.js';
import { reportFlags, withCommon, type Format } from './flags.js';
import { sorted, valuesOf } from './parse.js';
import { printFailure, printOutcome } from './print.js';
import { columnsOf } from './terminal.js';
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

async function run({ argv: given, words, world, shipped }: Line): Promise<Outcome> {
  const asksHelp = given[0] === 'help';
  const argv = asksHelp ? given.slice(1) : given;
  const [name] = argv;
  if (name === '--version') return saying('version', world.version());
  if (asksHelp || words.includes('--help') || words.includes('-h')) return helpFor(argv, world);
  const called = commandIn(argv);
  if (!called) throw await noCommand(argv);
  const command = await called.entry.load();
  const accepts = { command: called.name, flags: withCommon(command.flags), operands: command.operands };
  const line = { name: called.name, accepts, given: sorted(called.rest, accepts) };
  const { given: filled, note, configuration } = await configured(world, line);
  const values = valuesOf(filled, accepts);
  const { quiet, json, format } = values.flags;
  if (note !== '' && !quiet && !json && format !== 'json') world.err(note);
  return command.run({ ...values, world, shipped, configuration });
}

async function helpFor(argv: readonly string[], world: World): Promise<Outcome> {
  const [name] = argv;
  const columns = columnsOf(world);
  const { commandHelp, groupHelp, toolHelp } = await import('./help.js');
  if (name === undefined || name.startsWith('-')) return saying('help', toolHelp(world.version(), columns));
  const called = commandIn(argv);
  if (called) return saying('help', commandHelp(called.name, await called.entry.load(), columns));
  if (commandsOf(name).length > 0) return saying('help', groupHelp(name, columns));
  throw await noCommand(argv);
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

/** What suggests a command is loaded where one is mistyped. */
async function noCommand(argv: readonly string[]): Promise<Fault> {
  return (await import('./no-command.js')).noCommand(argv);
}
