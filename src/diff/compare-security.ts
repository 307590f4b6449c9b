import { isObject, type Json } from '../core/json.js';
import { child } from '../core/pointer.js';
import { sameJson } from '../core/same-json.js';
import { shorten } from '../core/shorten.js';
import type { Document, Operation, SecurityRequirement, SecurityScheme } from '../openapi/types.js';
import { say } from './compare-keywords.js';
import type { Both, Comparison, Pair } from './comparison.js';
import { securityRules } from './security-rules.js';
import { matchNames, signature } from './match-names.js';
import { report } from './report.js';
import { setChange } from './sets.js';
import { wordingRules } from './wording-rules.js';
import { keyword, keywordsOf, plainView } from './view.js';

/** What the schemes of both versions are called together: the name in each version, to one name for both. */
export interface SchemeNames {
  readonly was: ReadonlyMap<string, string>;
  readonly is: ReadonlyMap<string, string>;
  /** Schemes that one version only has: that was reported already. */
  readonly alone: ReadonlySet<string>;
}

/** Compares the security schemes. Gives which of them are one, for what operations ask. */
export function compareSchemeDefinitions(comparison: Comparison, pair: Pair): SchemeNames {
  const [olds, news] = [comparison.old, comparison.new].map(({ definition }) => schemesOf(definition)) as [
    Scheme[],
    Scheme[],
  ]; // of two, two
  const byName = matchNames(olds, news);
  const equal = matchNames(byName.gone, byName.fresh, ({ node }) => signature(node));
  const [one, ...others] = equal.gone;
  const [other, ...rest] = equal.fresh;
  const replaced = one && other && others.length + rest.length === 0 ? ([[one, other]] as const) : [];
  for (const [was, is] of [...byName.same, ...byName.renamed]) compareScheme(pair, was, is);
  for (const [was, is] of [...byName.renamed, ...equal.same]) {
    const said = `was called ${shorten(was.name)}.`;
    report(pair, wordingRules.wordingChanged, {
      was: was.pointer,
      is: is.pointer,
      said,
      subject: called(is),
      direction: 'connects',
    });
  }
  for (const [was, is] of replaced) {
    report(pair, securityRules.securityChanged, {
      was: was.pointer,
      is: is.pointer,
      said: `replaces ${shorten(was.name)}.`,
      subject: called(is),
    });
  }
  if (replaced.length === 0) {
    for (const was of equal.gone)
      report(pair, securityRules.securityChanged, { was: was.pointer, said: 'is gone.', subject: called(was) });
    for (const is of equal.fresh)
      report(pair, securityRules.securityAdded, { is: is.pointer, said: 'is new.', subject: called(is) });
  }
  const pairs = [...byName.same, ...byName.renamed, ...equal.same, ...replaced];
  return {
    was: new Map(pairs.map(([was]) => [was.name, was.name])),
    is: new Map(pairs.map(([was, is]) => [is.name, was.name])),
    alone: new Set(
      [...equal.gone, ...equal.fresh].filter((scheme) => !replaced.flat().includes(scheme)).map(({ name }) => name),
    ),
  };
}

interface Scheme {
  readonly name: string;
  readonly node: SecurityScheme;
  readonly pointer: string;
}

const schemesOf = ({ securityDefinitions = {} }: Document): Scheme[] =>
  Object.entries(securityDefinitions).map(([name, node]) => ({
    name,
    node,
    pointer: child('/securityDefinitions', name),
  }));

const called = ({ name }: Scheme): string => `the security scheme ${shorten(name)}`;

/** Of one that has another type all else is another one, too. */
function compareScheme(pair: Pair, was: Scheme, is: Scheme): void {
  const views = { was: plainView(was.node, was.pointer), is: plainView(is.node, is.pointer) };
  const retyped = was.node.type !== is.node.type;
  for (const key of retyped ? ['type'] : keywordsOf(views.was, views.is)) {
    const [from, to] = [keyword(views.was, key), keyword(views.is, key)];
    if (sameJson(from, to) || (key === 'name' && sameHeader(was.node, is.node))) continue;
    const words = key === 'description' || (key === 'scopes' && sameKeys(from, to));
    const rule = words ? wordingRules.wordingChanged : ruleOf(key, from, to);
    say(pair, rule, { ...views, key, subject: called(is) });
  }
}

/** The scopes that there are: fewer of them are a loss, more are on offer. */
function ruleOf(key: string, from: Json | undefined, to: Json | undefined) {
  if (key.startsWith('x-')) return wordingRules.editUnknown;
  if (key !== 'scopes') return securityRules.securityChanged;
  return setChange(keysOf(from), keysOf(to)) === 'more' ? securityRules.securityWidened : securityRules.securityChanged;
}

const keysOf = (value: Json | undefined): string[] => (isObject(value) ? Object.keys(value) : []);
const sameKeys = (from: Json | undefined, to: Json | undefined): boolean =>
  setChange(keysOf(from), keysOf(to)) === undefined;

function sameHeader(was: SecurityScheme, is: SecurityScheme): boolean {
  if (was.type !== 'apiKey' || is.type !== 'apiKey' || was.in !== 'header' || is.in !== 'header') return false;
  return was.name.toLowerCase() === is.name.toLowerCase();
}

/** Compares what an operation asks for: its own security, or else that of the document, or else every scheme that there is. */
export function compareRequirements(
  { old, new: other }: Comparison,
  pair: Pair,
  { was, is, names }: Both<Operation> & { readonly names: SchemeNames },
): void {
  const before = requirements(
    was.node.security ?? old.definition.security ?? anyOf(old.definition),
    names.was,
    names.alone,
  );
  const after = requirements(
    is.node.security ?? other.definition.security ?? anyOf(other.definition),
    names.is,
    names.alone,
  );
  const edit = requirementEdit(before, after);
  if (!edit) return;
  const ownsOne = was.node.security !== undefined || is.node.security !== undefined;
  const place = (node: Operation, pointer: string, document: Document) => {
    if (node.security) return `${pointer}/security`;
    if (ownsOne) return pointer;
    return document.security ? '/security' : '';
  };
  const at = { was: place(was.node, was.pointer, old.definition), is: place(is.node, is.pointer, other.definition) };
  report(pair, edit.rule, { ...at, said: edit.said, direction: 'connects' });
}

/** Without a requirement the platform takes the schemes as they are defined. */
const anyOf = ({ securityDefinitions = {} }: Document): readonly SecurityRequirement[] =>
  Object.keys(securityDefinitions).map((name) => Object.fromEntries([[name, []]]));

interface Asked {
  /** The ways to sign in, each the names of its schemes. */
  readonly ways: ReadonlySet<string>;
  /** Whether a call needs none of them. */
  readonly open: boolean;
  /** Whether all that it asks for is in one version only, and was reported as such. */
  readonly unknown: boolean;
  readonly scopes: ReadonlySet<string>;
}

function requirements(
  list: readonly SecurityRequirement[],
  names: ReadonlyMap<string, string>,
  alone: ReadonlySet<string>,
): Asked {
  const ways = new Set<string>();
  const scopes = new Set<string>();
  for (const requirement of list) {
    const known = Object.entries(requirement).filter(([name]) => !alone.has(name));
    const named = known.map(([name, needed]) => [names.get(name) ?? name, needed] as const);
    if (known.length > 0) ways.add(JSON.stringify(named.map(([name]) => name).sort()));
    for (const [name, needed] of named) for (const scope of needed) scopes.add(`${name}: ${scope}`);
  }
  const open = list.length === 0 || list.some((requirement) => Object.keys(requirement).length === 0);
  return { ways, open, unknown: !open && ways.size === 0, scopes };
}

function requirementEdit(was: Asked, is: Asked) {
  const { securityAdded, securityChanged, securityWidened } = securityRules;
  if (was.unknown || is.unknown) return undefined;
  if (was.open !== is.open) {
    if (was.open) return { rule: securityAdded, said: 'asks for a key or a sign-in, which it did not.' };
    if (is.ways.size === 0) return { rule: securityChanged, said: 'asks for no key and no sign-in any more.' };
    return { rule: securityWidened, said: 'can be called without a key or a sign-in.' };
  }
  const ways = setChange(was.ways, is.ways);
  if (ways === 'more') return { rule: securityWidened, said: 'can be signed in to in a further way.' };
  if (ways !== undefined) return { rule: securityChanged, said: 'asks for another key or sign-in.' };
  const scopes = setChange(was.scopes, is.scopes);
  if (scopes === 'less') return { rule: securityWidened, said: 'asks for fewer scopes.' };
  return scopes === undefined ? undefined : { rule: securityAdded, said: 'asks for further scopes.' };
}
