import { isObject, own, type Json } from '../core/json.js';
import { shorten } from '../core/shorten.js';
import { calledWrongly } from './faults.js';

/** Tags of a resource. */
export type Tags = Readonly<Record<string, string>>;

/** The tags that we set. */
export const ourTags = {
  /** SHA-256 of what was published. Only what has it is ours to delete. */
  hash: 'connector-kit-hash',
  /** The version of the upstream API that the connector was made for. */
  apiVersion: 'connector-kit-api-version',
  /** The version of this tool. */
  version: 'connector-kit-version',
  /** On a connection: the connector that it was made for. */
  connector: 'connector-kit-connector',
} as const;

const OURS = /^connector-kit-/i;

/* learn.microsoft.com/azure/azure-resource-manager/management/tag-resources */
const MOST_TAGS = 50;
const MOST_NAME_CHARACTERS = 512;
const MOST_VALUE_CHARACTERS = 256;
const NOT_IN_NAMES = /[<>%&\\?/\u0000-\u001f]/; // oxlint-disable-line no-control-regex -- control characters are what is looked for

/** The tags of a resource as it was read. */
export function tagsOf(value: Json | undefined): Tags {
  if (!isObject(value)) return {};
  const texts = Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(texts);
}

/** A tag by its name, whose case does not count. */
export function tagIn(tags: Tags, name: string): string | undefined {
  const key = Object.keys(tags).find((one) => one.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : own(tags, key);
}

/** Tags one over the other: what is there stays unless it is given anew. The case of names does not count, and stays as it is. */
export function mergedTags(there: Tags, ...given: readonly Tags[]): Tags {
  const merged = new Map<string, readonly [string, string]>();
  for (const tags of [there, ...given]) {
    for (const [name, value] of Object.entries(tags)) {
      const key = name.toLowerCase();
      merged.set(key, [merged.get(key)?.[0] ?? name, value]);
    }
  }
  return Object.fromEntries(merged.values());
}

/** The customer's tags. Throws a `Fault` where Azure would refuse them, or they are ours to set. */
export function checkedTags(tags: Tags): Tags {
  const help = 'Change --tags.';
  const names = Object.keys(tags);
  if (names.length > MOST_TAGS - Object.keys(ourTags).length) {
    throw calledWrongly(
      `There are ${names.length} tags, at most ${MOST_TAGS - Object.keys(ourTags).length} can be given.`,
      help,
    );
  }
  for (const [name, value] of Object.entries(tags)) {
    if (OURS.test(name))
      throw calledWrongly(`The tag ${shorten(name)} is set by this tool, expected another name.`, help);
    if (name === '' || name.length > MOST_NAME_CHARACTERS || NOT_IN_NAMES.test(name)) {
      throw calledWrongly(
        `The tag ${shorten(name)} cannot be one, expected 1 to ${MOST_NAME_CHARACTERS} characters without "<>%&\\?/".`,
        help,
      );
    }
    if (value.length > MOST_VALUE_CHARACTERS) {
      throw calledWrongly(
        `The value of the tag ${shorten(name)} has ${value.length} characters, at most ${MOST_VALUE_CHARACTERS} are allowed.`,
        help,
      );
    }
  }
  return tags;
}
