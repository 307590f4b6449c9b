import { Fault, isFault } from '../../core/fault.js';
import { readJson } from '../../core/json-read.js';
import type { Json } from '../../core/json.js';
import { shorten } from '../../core/shorten.js';
import { mediaType, isJsonType } from '../../http/media-type.js';
import type { Document } from '../../openapi/types.js';
import { parametersOf, type OperationAt } from '../../openapi/walk.js';
import { isRefusal, type World } from '../world.js';
import { fileBytes } from './file-bytes.js';
import { assignment, withValueAt } from './body-path.js';
import { schemaBelow, typedText } from './typed-text.js';

/** What a person gives for the body: `--body`, and what `--set` puts into it. */
export interface BodyWords {
  readonly body: string | undefined;
  readonly set: readonly string[];
  /** Whether standard input is taken already: by the key. */
  readonly isInputTaken: boolean;
}

/** The body that the words make; undefined where they make none. Throws a `Fault` where they do not fit. */
export async function givenBody(
  world: World,
  { document, at }: { readonly document: Document; readonly at: OperationAt },
  { body: word, set, isInputTaken }: BodyWords,
): Promise<Json | undefined> {
  const parameter = parametersOf(document, at.item, at.operation).find(({ parameter: one }) => one.in === 'body');
  const schema = parameter?.parameter.in === 'body' ? parameter.parameter.schema : undefined;
  const types = (at.operation.consumes ?? document.consumes ?? []).map((type) => mediaType(type) ?? '');
  const text = word === undefined ? undefined : await textOf(world, word, isInputTaken);
  const isText = types.length > 0 && !types.some((type) => isJsonType(type) || type === 'multipart/form-data');
  let body = text === undefined || isText ? text : jsonOf(text, word ?? '');
  for (const { path, text: value } of set.map(assignment)) {
    const there = path.reduce((found, step) => schemaBelow(document, found, step), schema);
    body = withValueAt(body, path, typedText(document, there, value));
  }
  return body;
}

async function textOf(world: World, word: string, isInputTaken: boolean): Promise<string> {
  if (!word.startsWith('@')) return word;
  const path = word.slice(1);
  if (path !== '-') return fileText(world, path);
  if (isInputTaken) {
    const help = 'Give the key with --key-env NAME, or the body as a file: --body @FILE.';
    throw new Fault('called-wrongly', 'Standard input cannot be the key and the body, expected one of them.', { help });
  }
  const text = await world.input();
  if (!isRefusal(text)) return text;
  const help = 'Pipe the body into the command.';
  throw new Fault('not-readable', `Standard input cannot be read: ${text.refused}.`, { help });
}

function fileText(world: World, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(fileBytes(world, path));
  } catch (error) {
    if (isFault(error)) throw error;
    throw new Fault('called-wrongly', `The file ${shorten(path)} is no text in UTF-8.`, {
      help: 'Give a file of text.',
    });
  }
}

function jsonOf(text: string, word: string): Json {
  const { value, findings } = readJson('', text);
  const [wrong] = findings.filter(({ severity }) => severity === 'error');
  if (value !== undefined && wrong === undefined) return value;
  const where = wrong?.line === undefined ? '' : ` (line ${wrong.line}, column ${wrong.column})`;
  const subject = word.startsWith('@') ? `What stands at ${shorten(word)}` : 'The body';
  throw new Fault('called-wrongly', `${subject} is no JSON${where}: ${wrong?.message ?? 'it is empty.'}`, {
    help: 'Put the JSON in single quotes, or into a file: --body @FILE.',
  });
}
