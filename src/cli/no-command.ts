import { Fault } from '../core/fault.js';
import { own } from '../core/json.js';
import { nearest } from '../core/nearest.js';
import { shorten } from '../core/shorten.js';
import { commands, commandsOf } from './commands.js';

/** What other tools call what our commands do. */
const otherNames: Readonly<Record<string, string>> = {
  check: 'lint',
  validate: 'lint',
  new: 'init',
  create: 'init',
  generate: 'build',
  compile: 'build',
  compare: 'diff',
  convert: 'import',
  deploy: 'publish',
  apply: 'publish',
  status: 'drift',
  download: 'pull',
  delete: 'unpublish',
  remove: 'unpublish',
  invoke: 'call',
  mock: 'emulate',
  serve: 'emulate',
  proxy: 'record',
  run: 'playbook run',
  eval: 'playbook eval',
};

/** Why a command line that begins with no command does, and what may be meant. */
export function noCommand([first, second]: readonly string[]): Fault {
  const wrong = (message: string, help: string) => new Fault('called-wrongly', message, { help });
  const group = first === undefined ? [] : commandsOf(first);
  const help = group.length > 0 ? `See connector-kit ${first} --help.` : 'See connector-kit --help.';
  if (first === undefined) return wrong('No command was given.', help);
  if (group.length > 0 && (second === undefined || second.startsWith('-'))) {
    return wrong(`${shorten(first)} needs a command behind it: ${group.join(' or ')}.`, help);
  }
  const word = group.length > 0 ? `${first} ${second}` : first;
  const meant = meantBy(word);
  const isFlag = first.startsWith('--') && first.length > 2;
  const order = isFlag && meant === undefined ? ' The command comes first, its flags behind it.' : '';
  return wrong(
    `${shorten(word)} is no command.${meant === undefined ? '' : ` Did you mean "${meant}"?`}`,
    help + order,
  );
}

function meantBy(word: string): string | undefined {
  if (word.startsWith('-')) return nearest(word, ['--help', '--version']);
  const names = Object.keys(commands);
  const groups = names.map((name) => name.split(' ', 1)[0] ?? '');
  const other = own(otherNames, word.toLowerCase());
  const known = other !== undefined && Object.hasOwn(commands, other) ? other : undefined;
  return known ?? nearest(word, [...new Set([...names, ...groups])]);
}
