import { isArray, own, type JsonArray, type JsonObject } from '../core/json.js';
import { isSecretParameter } from './secret-names.js';

/** A name under which every value is a credential. */
const CREDENTIAL = 'password';

/** What stands in a field of a known name, of recordings and of what they record. */
type Container = 'parameters' | 'listed parameters' | 'cookies' | 'authentication';

const CONTAINERS: ReadonlyMap<string, Container> = new Map([
  ['queries', 'parameters'], // an action of Logic Apps
  ['queryParameters', 'parameters'],
  ['queryStringParameters', 'parameters'],
  ['queryString', 'listed parameters'], // HAR
  ['query', 'listed parameters'], // Postman, as the following
  ['urlencoded', 'listed parameters'],
  ['formdata', 'listed parameters'],
  ['bearer', 'listed parameters'],
  ['cookies', 'cookies'],
  ['authentication', 'authentication'], // an action of Logic Apps
]);

/** The source of a regular expression that finds, in lower case, such a field, or the mark of an OAuth request, in a text of JSON. */
export const PLACE_HINT = String.raw`(?:queries|query[sp]\w{4,20}|urlencoded|formdata|cookies|authentication)\\{0,7}"\s{0,3}:|grant_type`;

/** The fields of an action's authentication that hold one. */
const OF_AUTHENTICATION: ReadonlySet<string> = new Set(['value', 'secret', 'pfx']);
/** A field that says nothing by its own name: in a list of names and values, in a template's parameter. */
const NAMELESS: ReadonlySet<string> = new Set(['value', 'defaultValue']);

/**
 * The name that says what a field holds: its own, or in a list of names and values (headers in a HAR, keys of a storage account) the entry's.
 * `container` is the name of what the object stands in.
 */
export function nameOfField(key: string, object: JsonObject, container: string): string {
  const kind = CONTAINERS.get(container);
  const nameless = NAMELESS.has(key);
  if (kind === undefined && !nameless) {
    return Object.hasOwn(object, 'grant_type') && isSecretParameter(key) ? CREDENTIAL : key; // RFC 6749
  }
  const label = nameless ? labelOf(object) : undefined;
  if (isCredential(key, label, { object, kind })) return CREDENTIAL;
  return label ?? (nameless ? container : key);
}

function isCredential(
  key: string,
  label: string | undefined,
  at: { object: JsonObject; kind?: Container | undefined },
) {
  switch (at.kind) {
    case 'parameters':
      return isSecretParameter(label ?? key);
    case 'listed parameters':
      return label !== undefined && isSecretParameter(label);
    case 'cookies':
      return label !== undefined || (typeof at.object[key] === 'string' && !Object.hasOwn(at.object, 'value'));
    case 'authentication':
      return OF_AUTHENTICATION.has(key);
    default:
      return false;
  }
}

function labelOf(object: JsonObject): string | undefined {
  const label = own(object, 'name') ?? own(object, 'key') ?? own(object, 'keyName');
  return typeof label === 'string' && label !== 'value' ? label : undefined;
}

/** Headers in one list, names and values by turns: Node's `rawHeaders`. */
const ALTERNATING = /^raw_?(?:headers|trailers)$/i;

/** Whether the items of a list of this name may have names of their own. */
export function namesItems(name: string): boolean {
  return /(?:headers|trailers)$/i.test(name);
}

/** The name that says what an item of such a list holds: in a list by turns, or of pairs, the one before it. */
export function nameOfItem(name: string, items: JsonArray, index: number): string {
  const before = index % 2 === 1 ? items[index - 1] : undefined;
  if (ALTERNATING.test(name)) return typeof before === 'string' ? before : name;
  return isArray(items[index]) ? 'rawHeaders' : name;
}
