import { Fault } from '../../core/fault.js';
import { isArray, isObject, own, type Json } from '../../core/json.js';
import { tokens } from '../../core/pointer.js';
import { shorten } from '../../core/shorten.js';
import { plural } from '../../report/counts.js';

/** The way to a place in a body: names of members, and numbers of items. */
export type BodyPath = readonly (string | number)[];

/** The longest path: a body is not nested deeper than that either. */
const MOST_STEPS = 100;

/** A path and the text that is to stand there, of a word `path=value`. Throws a `Fault` where it is none. */
export function assignment(word: string): { readonly path: BodyPath; readonly text: string } {
  const equals = word.indexOf('=');
  if (equals <= 0) throw wrong(`--set ${shorten(word)} is no assignment, expected path=value.`);
  const path = pathOf(word.slice(0, equals));
  return { path, text: word.slice(equals + 1) };
}

/** `messages[0].content`, or a JSON Pointer: for names that have dots or brackets. */
function pathOf(text: string): BodyPath {
  const path = text.startsWith('/') ? tokens(text).map(asNumber) : stepsOf(text);
  if (path.length > MOST_STEPS) throw wrong(`The path ${shorten(text)} has more than ${MOST_STEPS} steps.`);
  return path;
}

const asNumber = (token: string): string | number => (/^(?:0|[1-9]\d{0,8})$/.test(token) ? Number(token) : token);

function stepsOf(text: string): BodyPath {
  const steps: (string | number)[] = [];
  for (const [at, part] of text.split('.').entries()) {
    const [, name = '', indices = ''] = /^([^[\]]*)((?:\[\d{1,9}\])*)$/.exec(part) ?? [];
    const isRoot = name === '' && at === 0 && indices !== '';
    if (name === '' && !isRoot) throw wrong(`The path ${shorten(text)} cannot be read at ${shorten(part)}.`);
    if (!isRoot) steps.push(name);
    for (const [index] of indices.matchAll(/\d+/g)) steps.push(Number(index));
  }
  return steps;
}

/** The body with a value at a place: what is missing on the way is made. Throws a `Fault` where the way leads through what holds nothing. */
export function withValueAt(body: Json | undefined, path: BodyPath, value: Json): Json {
  return placed(body, { path, at: 0, value });
}

interface Placing {
  readonly path: BodyPath;
  readonly at: number;
  readonly value: Json;
}

function placed(here: Json | undefined, placing: Placing): Json {
  const { path, at, value } = placing;
  const step = path[at];
  if (step === undefined) return value;
  const below = { ...placing, at: at + 1 };
  if (isObject(here)) return withMember(here, String(step), below);
  if (isArray(here) || (here === undefined && typeof step === 'number')) return withItem(here ?? [], step, below);
  if (here === undefined) return withMember({}, String(step), below);
  throw wrong(
    `${textOf(path.slice(0, at)) || 'The body'} is ${shorten(here)}, which has nothing at ${stepText(step)}.`,
  );
}

function withMember(object: { readonly [name: string]: Json }, name: string, below: Placing): Json {
  const made = placed(own(object, name), below);
  if (Object.hasOwn(object, name))
    return Object.fromEntries(Object.entries(object).map(([key, old]) => [key, key === name ? made : old]));
  return Object.fromEntries([...Object.entries(object), [name, made]]);
}

function withItem(list: readonly Json[], step: string | number, below: Placing): Json {
  const path = textOf(below.path.slice(0, below.at - 1)) || 'The body';
  if (typeof step !== 'number') throw wrong(`${path} is a list, which has nothing at ${stepText(step)}; expected [0].`);
  if (step > list.length) {
    throw wrong(
      `${path} has ${plural(list.length, 'item')}, so the next is [${list.length}]; ${stepText(step)} leaves a gap.`,
    );
  }
  const made = placed(list[step], below);
  return step === list.length ? [...list, made] : list.map((item, index) => (index === step ? made : item));
}

const stepText = (step: string | number): string => (typeof step === 'number' ? `[${step}]` : shorten(step));

function textOf(path: BodyPath): string {
  const text = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
  return text === '' ? '' : shorten(text.replace(/^\./, '')).slice(1, -1);
}

function wrong(message: string): Fault {
  const help = 'Write --set name=value, --set list[0].name=value, or a JSON Pointer: --set /list/0/name=value.';
  return new Fault('called-wrongly', message, { help });
}
