import type { Document } from 'yaml';
import type { Report } from './text-findings.js';
import { complaints } from './yaml-said.js';
import { yamlTokens } from './yaml-tokens.js';

type Yaml = typeof import('yaml');

/**
 * The syntax tree of a YAML text, of which scalars are texts that no schema has touched; undefined where the text is no YAML.
 */
export function parseYaml(yaml: Yaml, text: string, report: Report): Document.Parsed | undefined {
  let readable = true;
  const refuse: Report = (rule, trouble) => {
    readable = false;
    report(rule, trouble);
  };
  const complain = complaints(text, refuse);
  const composer = new yaml.Composer({
    schema: 'failsafe',
    resolveKnownTags: false,
    uniqueKeys: false,
    logLevel: 'silent',
  });
  // Its own handler, which is private, keeps an Error with a stack of every error and warning: 13 µs each, of a million.
  const onError = (...[where, , message, isWarning]: LibraryError) => {
    if (isWarning !== true) complain(...spanOf(where), message);
  };
  Object.assign(composer, { onError });
  const [document] = composer.compose(yamlTokens(yaml, text, { report: refuse, complain }), true, text.length);
  for (const { message, pos } of document?.errors ?? []) complain(...pos, message);
  return readable ? document : undefined;
}

type LibraryError = readonly [where: Where, code: string, message: string, isWarning?: boolean];

/** Where the library says that something is wrong: at an offset, between two, or at a token. */
type Where = number | readonly number[] | { readonly offset: number; readonly source?: string };

function spanOf(where: Where): [from: number, to: number] {
  if (typeof where === 'number') return [where, where + 1];
  if ('offset' in where) return [where.offset, where.offset + (where.source?.length ?? 1)];
  const [from = 0, to = from + 1] = where;
  return [from, to];
}
