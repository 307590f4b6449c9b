import { commands } from './commands.js';
import type { Command, Operands } from './command.js';
import { withCommon, type Flag } from './flags.js';
import { flagUsage } from './parse.js';

/** Where the help breaks its lines, in characters. */
const WIDTH = 100;

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
      ['1', 'findings at or above --fail-on, or stale files'],
      ['2', 'called wrongly: an unknown flag, a path that does not exist, nothing to work on'],
      ['3', 'the world failed: a folder that cannot be read, a file that cannot be written'],
      ['70', 'a bug in connector-kit'],
    ]),
    'Example:\n  connector-kit test ./my-connector --samples recorded/',
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
    `Usage: connector-kit ${name} ${operandsUsage(operands)}${needed.join('')} [FLAGS]`,
    ...details.map((paragraph) => wrap(paragraph, '')),
    table('Flags', all.map(flagRow)),
    ['Examples:', ...examples.map(({ line, shows }) => `  ${line}\n${wrap(shows, '      ')}`)].join('\n'),
  ]);
}

function operandsUsage({ placeholder, least, most }: Operands): string {
  const several = most > 1 ? `${placeholder}...` : placeholder;
  return least === 0 ? `[${several}]` : several;
}

function flagRow([name, flag]: [string, Flag]): [string, string] {
  const short = flag.short === undefined ? '' : `-${flag.short}, `;
  const fallback = flag.kind === 'choice' ? ` Default: ${flag.fallback}.` : '';
  return [`${short}${flagUsage(name, flag)}`, `${flag.help}${fallback}`];
}

function table(title: string, rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length));
  const indent = ' '.repeat(width + 4);
  return [
    `${title}:`,
    ...rows.map(([name, text]) => `  ${name.padEnd(width)}  ${wrap(text, indent).trimStart()}`),
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
