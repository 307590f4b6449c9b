import { Fault } from '../core/fault.js';
import { didYouMean } from '../core/nearest.js';
import { shorten } from '../core/shorten.js';
import type { Catalog } from './catalog.js';
import type { Outcome } from './command.js';
import { commandIn, commands, commandsOf } from './commands.js';
import { exitCodes } from './exit-codes.js';
import { reportFlags, withCommon, type Format } from './flags.js';
import { commandHelp, groupHelp, toolHelp } from './help.js';
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
  const [name] = argv;
  const wantsHelp = words.includes('--help') || words.includes('-h');
  if (name === '--version') return saying('version', world.version());
  if (wantsHelp && name?.startsWith('-')) return saying('help', toolHelp(world.version()));
  const called = commandIn(argv);
  if (!called && wantsHelp && name !== undefined && commandsOf(name).length > 0) return saying('help', groupHelp(name));
  if (!called) throw noCommand(argv);
  const command = await called.entry.load();
  if (wantsHelp) return saying('help', commandHelp(called.name, command));
  const accepts = { command: called.name, flags: withCommon(command.flags), operands: command.operands };
  return command.run({ ...parse(called.rest, accepts), world, shipped });
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

function noCommand([first, second]: readonly string[]): Fault {
  const group = first === undefined ? [] : commandsOf(first);
  const help = group.length > 0 ? `See connector-kit ${first} --help.` : 'See connector-kit --help.';
  if (first === undefined) return new Fault('called-wrongly', 'No command was given.', { help });
  if (group.length > 0 && (second === undefined || second.startsWith('-'))) {
    return new Fault('called-wrongly', `${shorten(first)} needs a command behind it: ${group.join(' or ')}.`, { help });
  }
  const word = group.length > 0 ? `${first} ${second}` : first;
  const names = Object.keys(commands);
  const groups = names.map((name) => name.split(' ', 1)[0] ?? '');
  const message = `${shorten(word)} is no command.${didYouMean(word, [...new Set([...names, ...groups])])}`;
  return new Fault('called-wrongly', message, { help });
}
