import { Fault } from '../../core/fault.js';
import type { Finding } from '../../core/finding.js';
import { own } from '../../core/json.js';
import { shorten } from '../../core/shorten.js';
import { redactText } from '../../http/redact.js';
import { findingsText, placeText, printable } from '../../report/text.js';
import type { FlagTable } from '../flags.js';
import type { Accepts, Given } from '../parse.js';
import type { World } from '../world.js';
import type { Configuration } from './configuration.js';
import { defaultsOf, type Defaults, type Said } from './defaults.js';
import { namedIn, samplesOf } from './words.js';

/** A command line with what the configuration says where it was silent. */
export interface FilledIn {
  readonly given: Given;
  /** What came from there, and what is wrong there, for standard error. Empty where nothing did. */
  readonly note: string;
}

/** What is filled in, and where from. */
export interface ToFill {
  /** The command's name. */
  readonly name: string;
  readonly accepts: Accepts<FlagTable>;
  readonly given: Given;
  readonly configuration: Configuration;
}

/** Whether a command asks the configuration for something. */
export function asksFor({ name, given: { flags, operands }, accepts }: Omit<ToFill, 'configuration'>): boolean {
  const defaults = own(defaultsOf, name);
  if (defaults === undefined || isLeftAlone(defaults, flags)) return false;
  const isOpen = defaults.operands !== undefined && operands.length === 0;
  return (
    isOpen || Object.keys(defaults.flags ?? {}).some((flag) => Object.hasOwn(accepts.flags, flag) && !flags.has(flag))
  );
}

function isLeftAlone({ unless, needs }: Defaults, flags: Given['flags']): boolean {
  return (unless !== undefined && flags.has(unless)) || (needs !== undefined && !flags.has(needs));
}

/** Fills in a command line that asks for something (`asksFor`). Throws a `Fault` where the configuration is wrong, or names too much. */
export function filledIn(world: World, { name, accepts, given, configuration }: ToFill): FilledIn {
  const defaults = own(defaultsOf, name) ?? {};
  const operands = given.operands.length > 0 ? [] : namedIn(world, configuration, defaults);
  const isStuck = given.operands.length + operands.length < accepts.operands.least;
  const located = configuration.findings.map((found) => locate(found, configuration));
  const errors = located.filter(({ severity }) => severity === 'error');
  if (errors.length > 0 && (!defaults.reports || isStuck)) throw wrong(errors);
  if (operands.length > accepts.operands.most) throw tooMany(configuration, operands, name);
  const all = given.operands.length > 0 ? given.operands : operands;
  const flags = Object.entries(defaults.flags ?? {}).flatMap(([flag, said]) => {
    if (given.flags.has(flag) || !Object.hasOwn(accepts.flags, flag)) return [];
    const words = valuesOf(world, { said, configuration, operands: all, defaults });
    return words.length === 0 ? [] : [[flag, words] as const];
  });
  const used = [...operands, ...flags.map(([flag, words]) => `--${flag} ${words.join(' ')}`)];
  const told = defaults.reports ? '' : findingsText(located, { color: false });
  const file = printable(configuration.source?.file ?? '');
  return {
    given: { operands: all, flags: new Map([...given.flags, ...flags]) },
    note: told + (used.length === 0 ? '' : `From ${file}: ${printable(used.join(', '))}.\n`),
  };
}

interface Asked {
  readonly said: Said;
  readonly configuration: Configuration;
  /** Of the command line, and filled in. */
  readonly operands: readonly string[];
  readonly defaults: Defaults;
}

function valuesOf(world: World, { said, configuration, operands, defaults }: Asked): readonly string[] {
  if (said === 'samples') {
    const [connector, ...others] = operands;
    return connector === undefined || others.length > 0 ? [] : samplesOf(world, configuration, connector);
  }
  if (said === 'connectors' || said === 'playbooks') return [];
  const key = said.slice('target.'.length);
  if (key === 'name' && !isOnlyOne(world, { configuration, operands, defaults })) return [];
  return own(configuration.target, key) ?? [];
}

/** Whether the name in Azure, which is that of one connector, is that of the connector at hand. */
function isOnlyOne(
  world: World,
  { configuration, operands, defaults }: Pick<Asked, 'configuration' | 'operands' | 'defaults'>,
): boolean {
  if (defaults.operands === 'playbooks' || configuration.connectors.length > 1) return false;
  const [only] = namedIn(world, configuration, { operands: 'connectors' });
  const [given] = operands;
  return given === undefined || (only !== undefined && world.absolute(only) === world.absolute(given));
}

/** Its place in the text, and nothing of a key. */
function locate(found: Finding, { source }: Configuration): Finding {
  const message = redactText(found.message);
  const isPlaced = source === undefined || found.line !== undefined;
  return { ...found, message, ...(isPlaced ? {} : source.locate(found.pointer)) };
}

function wrong([first, ...more]: readonly Finding[]): Fault {
  const others = more.length === 0 ? '' : ` (and ${more.length} more)`;
  const message = first === undefined ? '' : `${placeText(first)} ${printable(first.message)}${others}`;
  return new Fault('called-wrongly', message, { help: 'Correct the configuration, or give --no-config.' });
}

function tooMany({ source }: Configuration, words: readonly string[], name: string): Fault {
  const message = `${printable(source?.file ?? '')} names ${words.length}, and ${name} takes one.`;
  return new Fault('called-wrongly', message, { help: `Say which: ${words.map((word) => shorten(word)).join(', ')}.` });
}
