import type { JsonObject } from '../core/json.js';
import { isObject, isArray, own } from '../core/json.js';
import { categories, metadata } from '../build/metadata.js';
import { sameJson } from '../core/same-json.js';
import type { Document } from '../openapi/types.js';
import { known } from './extension-shapes.js';
import { literal, maybe, optional, type Made, type Options } from './made.js';
import { shaped, text } from './shapes.js';

/** Title, description, version and who stands behind it, as options of a connector. */
export function infoOptions({ info }: Document): Options {
  const node = info as unknown as JsonObject; // read: JSON
  const { title, description = '', version, contact, license, termsOfService } = info;
  const extensions = known('ofInfo', node);
  const fitsContact = shaped({}, { name: text, url: text, email: text });
  const fitsLicense = shaped({ name: text }, { url: text });
  return [
    ['title', literal(title)],
    ['description', literal(description)],
    ['version', literal(version)],
    ['contact', isObject(contact) && fitsContact(contact) ? literal(contact) : undefined],
    [
      'info',
      optional([
        ['license', isObject(license) && fitsLicense(license) ? literal(license) : undefined],
        ['termsOfService', maybe(termsOfService)],
        ...Object.entries(extensions ?? {}).map(([key, value]) => [key, literal(value)] as const),
      ]),
    ],
  ];
}

/** Website, privacy policy and categories, and the extensions of the root beside them. */
export function rootExtensions(definition: Document): Options {
  const root = definition as unknown as JsonObject; // read: JSON
  const { 'x-ms-connector-metadata': entries, ...others } = known('ofDocuments', root) ?? {};
  const told = metadataOf(entries);
  const rest = {
    ...(entries !== undefined && told === undefined && { 'x-ms-connector-metadata': entries }),
    ...others,
  };
  return [
    ['metadata', told],
    ['extensions', Object.keys(rest).length > 0 ? literal(rest) : undefined],
  ];
}

function metadataOf(entries: JsonObject[string] | undefined): Made | undefined {
  if (!isArray(entries) || entries.length !== 3) return undefined;
  const [website, privacyPolicy, listed] = entries.map((each) =>
    isObject(each) ? own(each, 'propertyValue') : undefined,
  );
  if (typeof website !== 'string' || typeof privacyPolicy !== 'string' || typeof listed !== 'string') return undefined;
  const [first, second, ...more] = listed.split(';').map((word) => categories.find((each) => each === word));
  if (first === undefined || more.length > 0 || (second === undefined && listed !== first)) return undefined;
  const given = { website, privacyPolicy, categories: second === undefined ? [first] : [first, second] } as const;
  const made = metadata({ ...given, categories: second === undefined ? [first] : [first, second] });
  return sameJson(made['x-ms-connector-metadata'], entries) ? literal(given) : undefined;
}
