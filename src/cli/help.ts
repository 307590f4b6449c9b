import { own } from '../core/json.js';
import { commands, commandsOf } from './commands.js';
import type { Command, Operands } from './command.js';
import { defaultsOf } from './configuration/defaults.js';
import { commonFlags, withCommon, type Flag } from './flags.js';
import { exitsOf } from './help-exits.js';
import { helpGroups } from './help-groups.js';
import { flagUsage } from './parse.js';
import { nameTable, wrap, type Rows } from './wrap.js';

const toolFlags: Rows = [
  ['--help', 'Print this; after a command, what that command takes.'],
  ['--version', 'Print the version.'],
];
const exits: Rows = [
  ['0', 'clean'],
  ['1', 'findings at or above --fail-on, stale files, drift, a publish that was stopped'],
  ['2', 'called wrongly: an unknown flag, a path that does not exist, nothing to work on'],
  ['3', 'the world failed: Azure, a service, the network, a folder that cannot be read'],
  ['70', 'a bug in connector-kit'],
];

/** The help of the whole tool, for so many columns. */
export function toolHelp(version: string, columns: number): string {
  const known = helpGroups.flatMap(([, names]) => names);
  const others = Object.keys(commands).filter((name) => !known.includes(name));
  const groups = helpGroups.map(([title, names], index): [string, Rows] => {
    const listed = index === helpGroups.length - 1 ? [...names, ...others] : names;
    return [title, listed.flatMap((name) => summaryRow(name, name))];
  });
  return sections([
    wrap(
      `connector-kit ${version}: Logic Apps custom connectors as code, tested against recorded requests and responses.`,
      '',
      columns,
    ),
    usage('COMMAND [ARGUMENTS] [FLAGS]', columns),
    ...tables(groups, columns),
    ...tables([['Flags', toolFlags]], columns),
    ...tables([['Exit codes', exits]], columns),
    'Examples:\n  connector-kit lint ./my-connector\n  connector-kit test ./my-connector --samples recorded/',
  ]);
}

/** The help of a group of commands, by the word that their names begin with. */
export function groupHelp(group: string, columns: number): string {
  const rows = commandsOf(group).flatMap((name) => summaryRow(`${group} ${name}`, name));
  return sections([
    usage(`${group} COMMAND [ARGUMENTS] [FLAGS]`, columns),
    ...tables([['Commands', rows]], columns),
    wrap(`See connector-kit ${group} COMMAND --help for what each takes.`, '', columns),
  ]);
}

function summaryRow(name: string, shown: string): Rows {
  const entry = own(commands, name);
  return entry ? [[shown, entry.summary]] : [];
}

/** The help of one command, for so many columns. Lines to be copied stay whole. */
export function commandHelp(name: string, { operands, flags, details, examples }: Command, columns: number): string {
  const all = Object.entries<Flag>(withCommon(flags));
  const needed = all
    .filter(([, flag]) => flag.kind === 'list' && flag.required)
    .map((entry) => ` ${flagUsage(...entry)}`);
  const isCommon = ([flag]: [string, Flag]) => Object.hasOwn(commonFlags, flag);
  const text = (one: string) => wrap(one, '', columns);
  return sections([
    text(own(commands, name)?.summary ?? ''),
    usage(`${name}${operandsUsage(operands)}${needed.join('')} [FLAGS]`, columns),
    ...details.map(text),
    ...fromConfiguration(name, { operands, flags }).map(text),
    ...tables(
      [
        ['Flags', all.filter((entry) => !isCommon(entry)).map(flagRow)],
        ['Common flags', all.filter(isCommon).map(flagRow)],
      ],
      columns,
    ),
    ...tables([['Exit codes', exitsOf(name, flags)]], columns),
    ['Examples:', ...examples.map(({ line, shows }) => `  ${line}\n${wrap(shows, '      ', columns)}`)].join('\n'),
  ]);
}

/** What of a command comes from the configuration. */
function fromConfiguration(name: string, { operands, flags }: Pick<Command, 'operands' | 'flags'>): readonly string[] {
  const defaults = own(defaultsOf, name);
  if (defaults === undefined) return [];
  const names = Object.keys(defaults.flags ?? {}).filter((flag) => Object.hasOwn(flags, flag));
  const all = [...(defaults.operands ? [operands.placeholder] : []), ...names.map((flag) => `--${flag}`)];
  const unless = defaults.unless === undefined ? '' : `, unless --${defaults.unless} is given`;
  const needs = defaults.needs === undefined ? '' : `, where --${defaults.needs} is given`;
  return [`From connector-kit.yaml, where the command line leaves it out${unless}${needs}: ${all.join(', ')}.`];
}

function operandsUsage({ placeholder, least, most }: Operands): string {
  if (most === 0) return '';
  const several = most === Number.POSITIVE_INFINITY ? `${placeholder}...` : placeholder;
  return least === 0 ? ` [${several}]` : ` ${several}`;
}

function flagRow([name, flag]: [string, Flag]): readonly [string, string] {
  const short = flag.short === undefined ? '' : `-${flag.short}, `;
  const fallback = flag.kind === 'choice' ? ` Default: ${flag.fallback}.` : '';
  return [`${short}${flagUsage(name, flag)}`, `${flag.help}${fallback}`];
}

function usage(of: string, columns: number): string {
  return wrap(`Usage: connector-kit ${of}`, '    ', columns).trimStart();
}

function tables(all: readonly (readonly [title: string, rows: Rows])[], columns: number): readonly string[] {
  const every = all.flatMap(([, rows]) => rows);
  return all.flatMap(([title, rows]) => (rows.length === 0 ? [] : [`${title}:\n${nameTable(rows, columns, every)}`]));
}

const sections = (parts: readonly string[]): string => `${parts.join('\n\n')}\n`;
