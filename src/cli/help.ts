import { commands, commandsOf } from './commands.js';
import type { Command, Operands } from './command.js';
import { withCommon, type Flag } from './flags.js';
import { flagUsage } from './parse.js';

/** Where the help breaks its lines, in characters. */
const WIDTH = 100;
/** A longer name has a line of its own, in characters. */
const WIDEST_NAME = 34;

/** The help of the whole tool. */
export function toolHelp(version: string): string {
  return sections([
    `connector-kit ${version}: Logic Apps custom connectors as code, tested against recorded requests and responses.`,
    'Usage: connector-kit COMMAND [ARGUMENTS] [FLAGS]',
    table(
      'Commands',
      Object.entries(commands).map(([name, { summary }]) => [name, summary]),
    ),
    table('Flags', [
      ['--help', 'Print this; after a command, what that command takes.'],
      ['--version', 'Print the version.'],
    ]),
    table('Exit codes', [
      ['0', 'clean'],
      ['1', 'findings at or above --fail-on, stale files, drift, a publish that was stopped'],
      ['2', 'called wrongly: an unknown flag, a path that does not exist, nothing to work on'],
      ['3', 'the world failed: Azure, a service, the network, a folder that cannot be read'],
      ['70', 'a bug in connector-kit'],
    ]),
    'Example:\n  connector-kit test ./my-connector --samples recorded/',
  ]);
}

/** The help of a group of commands, by the word that their names begin with. */
export function groupHelp(group: string): string {
  return sections([
    `Usage: connector-kit ${group} COMMAND [ARGUMENTS] [FLAGS]`,
    table(
      'Commands',
      commandsOf(group).map((name) => [name, commands[`${group} ${name}`]?.summary ?? '']),
    ),
    `See connector-kit ${group} COMMAND --help for what each takes.`,
  ]);
}

/** The help of one command. */
export function commandHelp(name: string, { operands, flags, details, examples }: Command): string {
  const all = Object.entries<Flag>(withCommon(flags));
  const needed = all
    .filter(([, flag]) => flag.kind === 'list' && flag.required)
    .map((entry) => ` ${flagUsage(...entry)}`);
  return sections([
    wrap(commands[name]?.summary ?? '', ''),
    `Usage: connector-kit ${name}${operandsUsage(operands)}${needed.join('')} [FLAGS]`,
    ...details.map((paragraph) => wrap(paragraph, '')),
    table('Flags', all.map(flagRow)),
    ['Examples:', ...examples.map(({ line, shows }) => `  ${line}\n${wrap(shows, '      ')}`)].join('\n'),
  ]);
}

function operandsUsage({ placeholder, least, most }: Operands): string {
  if (most === 0) return '';
  const several = most === Number.POSITIVE_INFINITY ? `${placeholder}...` : placeholder;
  return least === 0 ? ` [${several}]` : ` ${several}`;
}

function flagRow([name, flag]: [string, Flag]): [string, string] {
  const short = flag.short === undefined ? '' : `-${flag.short}, `;
  const fallback = flag.kind === 'choice' ? ` Default: ${flag.fallback}.` : '';
  return [`${short}${flagUsage(name, flag)}`, `${flag.help}${fallback}`];
}

function table(title: string, rows: readonly (readonly [string, string])[]): string {
  const fitting = rows.map(([name]) => name.length).filter((length) => length <= WIDEST_NAME);
  const width = Math.max(0, ...fitting);
  const indent = ' '.repeat(width + 4);
  return [
    `${title}:`,
    ...rows.map(([name, text]) =>
      name.length > width
        ? `  ${name}\n${wrap(text, indent)}`
        : `  ${name.padEnd(width)}  ${wrap(text, indent).trimStart()}`,
    ),
  ].join('\n');
}

/** The text in lines of at most {@link WIDTH} characters, each after `indent`. */
function wrap(text: string, indent: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && indent.length + line.length + 1 + word.length > WIDTH) {
      lines.push(indent + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, indent + line].join('\n');
}

const sections = (parts: readonly string[]): string => `${parts.join('\n\n')}\n`;
