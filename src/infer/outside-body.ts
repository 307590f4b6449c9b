import { finding, type Finding } from '../core/finding.js';
import { shorten } from '../core/shorten.js';
import type { ValueParameter } from '../openapi/types.js';
import { inferRules } from './rules.js';
import type { PathParameter } from './templates.js';
import { isVersionName } from './traffic.js';
import { sentenceOf, titleOf } from './words.js';
import type { Values } from './values.js';

/** What stands at an index of a parameter list, and what there is to say of it. */
interface Listed {
  readonly pointer: string;
  readonly report: (found: Finding) => void;
}

/** A parameter in the path. It is a text: what is put into a path is one. */
export function pathParameter({ name, values }: PathParameter, { pointer, report }: Listed): ValueParameter {
  const shown = values.map((value) => shorten(value, 30)).join(', ');
  const message = `The path parameter ${shorten(name)} stands for ${shown === '' ? 'a placeholder' : shown}: is it one, and what is its name?`;
  report(finding(inferRules.guessedPathParameter, { pointer, message }));
  return {
    ...wordsOf(name, { pointer, report }),
    name,
    in: 'path',
    required: true,
    type: 'string',
    'x-ms-url-encoding': 'single',
  };
}

/** A parameter in the query or a header. `of` is how many requests it could be in. */
export function namedParameter(
  { name, in: location, values, of }: { name: string; in: 'query' | 'header'; values: Values; of: number },
  { pointer, report }: Listed,
): ValueParameter {
  const always = values.count === of;
  const isVersion = (location === 'header' || isVersionName(name)) && values.repeated === 0;
  const version = isVersion ? versionOf(values, { pointer, report }) : undefined;
  const isConstant = version !== undefined && always;
  return {
    ...wordsOf(name, { pointer, report }),
    name,
    in: location,
    required: isConstant || (always && of > 1),
    ...typeOf(values),
    ...(version !== undefined && { default: version }),
    'x-ms-visibility': isConstant ? 'internal' : always ? 'important' : 'advanced',
  };
}

/** The commonest version, the latest of equally common ones. */
function versionOf({ texts }: Values, { pointer, report }: Listed): string | undefined {
  const versions = [...(texts ?? [])].sort(([a, often], [b, oftenB]) => oftenB - often || (a < b ? 1 : -1));
  const [[version] = [undefined], ...others] = versions;
  if (version === 'REDACTED' || version === '') return undefined;
  if (others.length > 0) {
    const shown = others.map(([other]) => other).join(', ');
    const message = `The recordings are of several versions; ${shorten(version)}, the commonest, is sent, and not ${shown}.`;
    report(finding(inferRules.severalVersions, { pointer: `${pointer}/default`, message }));
  }
  return version;
}

function wordsOf(
  name: string,
  { pointer, report }: Listed,
): { readonly description: string; readonly 'x-ms-summary'?: string } {
  const message = `The description of ${shorten(name)} is made from its name: write what it means.`;
  report(finding(inferRules.toBeWritten, { pointer: `${pointer}/description`, message }));
  const title = titleOf(name);
  const description = sentenceOf(name, { nullable: false, absent: false });
  return { ...(title !== '' && { 'x-ms-summary': title }), description };
}

function typeOf(values: Values): Pick<ValueParameter, 'type' | 'items' | 'collectionFormat'> {
  const type = scalarOf(values);
  return values.repeated > 0 ? { type: 'array', items: { type }, collectionFormat: 'multi' } : { type };
}

function scalarOf({ count, integers, numbers, booleans, texts }: Values): 'string' | 'integer' | 'number' | 'boolean' {
  if (texts?.size) return 'string'; // a version, whatever it looks like
  if (integers === count) return 'integer';
  if (numbers === count) return 'number';
  return booleans === count ? 'boolean' : 'string';
}
