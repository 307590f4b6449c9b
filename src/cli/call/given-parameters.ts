import { Fault } from '../../core/fault.js';
import { isArray, type Json } from '../../core/json.js';
import { readJson } from '../../core/json-read.js';
import { shorten } from '../../core/shorten.js';
import type { Document, ValueParameter } from '../../openapi/types.js';
import { parametersOf, type OperationAt } from '../../openapi/walk.js';
import type { World } from '../world.js';
import { fileBytes } from './file-bytes.js';

/**
 * The values of words `name=value`, by name: for path, query, header and form. A list is given as JSON, or word by word; a file of a form as `@FILE`.
 * Names that the operation does not have are given on: they are a problem of the call. Throws a `Fault` where a word does not fit.
 */
export function givenParameters(
  world: World,
  { document, at }: { readonly document: Document; readonly at: OperationAt },
  words: readonly string[],
): Readonly<Record<string, Json>> {
  const declared = parametersOf(document, at.item, at.operation).map(({ parameter }) => parameter);
  const texts = new Map<string, string[]>();
  for (const word of words) {
    const [name, text] = split(word);
    texts.set(name, [...(texts.get(name) ?? []), text]);
  }
  const entries = [...texts].map(([name, given]) => {
    const parameter = declared.find((one): one is ValueParameter => one.in !== 'body' && one.name === name);
    return [name, valueOf(world, { name, parameter, given })] as const;
  });
  return Object.fromEntries(entries);
}

function split(word: string): readonly [string, string] {
  const equals = word.indexOf('=');
  if (equals > 0) return [word.slice(0, equals), word.slice(equals + 1)];
  throw wrong(`--param ${shorten(word)} is no assignment, expected name=value.`);
}

interface Given {
  readonly name: string;
  readonly parameter: ValueParameter | undefined;
  readonly given: readonly string[];
}

function valueOf(world: World, { name, parameter, given }: Given): Json {
  const [first = '', ...more] = given;
  if (parameter?.type !== 'array') {
    if (more.length === 0) return parameter?.type === 'file' && first.startsWith('@') ? fileOf(world, first) : first;
    throw wrong(`The parameter ${shorten(name)} is given ${given.length} times, and takes one value.`);
  }
  if (more.length > 0) return given;
  const { value } = readJson('', first);
  return isArray(value) ? value : first;
}

/** A file as a form holds one. */
function fileOf(world: World, word: string): Json {
  const content = Buffer.from(fileBytes(world, word.slice(1))).toString('base64');
  return { '$content-type': 'application/octet-stream', $content: content };
}

function wrong(message: string): Fault {
  const help = 'Write --param name=value, once for each parameter; again with another value where it takes a list.';
  return new Fault('called-wrongly', message, { help });
}
