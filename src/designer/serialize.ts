import type { Json, JsonObject } from '../core/json.js';
import { child } from '../core/pointer.js';
import { literal } from './expression.js';
import type { Field } from './field.js';
import { namesIn } from './keys.js';
import { designerPath } from './designer-path.js';

/** A value that is sent, and whether it only stands in for one that a person has to give. */
interface Given {
  readonly value: Json;
  readonly isStandIn: boolean;
}

/** What a step sends, and where in it values only stand in for those that a person gives: JSON Pointers into `inputs`. */
export interface Serialized {
  readonly inputs: JsonObject;
  readonly standIns: readonly string[];
}

/**
 * What an operation sends when nobody has filled in anything: defaults, and the label of each field that must be filled in, in its place.
 * Source: github:Azure/LogicAppsUX, libs/designer/src/lib/core/utils/swagger/inputsbuilder.ts and …/actions/bjsworkflow/serializer.ts.
 */
export function serialized(path: string, fields: readonly Field[]): Serialized {
  const sent: Sent[] = fields.flatMap((field) => {
    const given = givenFor(field);
    return given ? [{ field, ...given }] : [];
  });
  const queries = named(sent, 'query', 'queries');
  const headers = named(sent, 'header', 'headers');
  const body = sent.some(({ field }) => field.where === 'formData') ? multipart(sent) : nested(sent);
  const parts = [pathOf(path, sent), queries, headers, body];
  return {
    inputs: Object.fromEntries(parts.flatMap(({ entry }) => (entry ? [entry] : []))),
    standIns: parts.flatMap(({ standIns }) => standIns),
  };
}

interface Sent extends Given {
  readonly field: Field;
}

/** One member of the inputs, where there is anything in it. */
interface Member {
  readonly entry: readonly [name: string, value: Json] | undefined;
  readonly standIns: readonly string[];
}

function givenFor(field: Field): Given | undefined {
  if (field.isCallbackUrl) return { value: '@{listCallbackUrl()}', isStandIn: false };
  if (field.default !== undefined) return { value: field.default, isStandIn: false };
  if (!field.required || field.control.kind === 'schema') return undefined;
  // nobody is asked for what is internal: the designer sends null
  return field.shown === 'never' ? { value: null, isStandIn: false } : { value: field.label, isStandIn: true };
}

/** The value as it is stored: a label is a plain text, whatever is in it, and no expression. */
function valueOf({ value, isStandIn }: Given): Json {
  return isStandIn && typeof value === 'string' ? value.replaceAll(/^@|@(?=\{)/g, '@@') : value;
}

function pathOf(path: string, sent: readonly Sent[]): Member {
  const byName = new Map(
    sent.filter(({ field }) => field.where === 'path').map((one) => [namesIn(one.field.key)[0] ?? '', one] as const),
  );
  const standIns = [...byName.values()].some(({ isStandIn }) => isStandIn) ? ['/path'] : [];
  const text = designerPath(path).replaceAll(/\{([^{}]*)\}/g, (placeholder, name: string) => {
    const one = byName.get(name);
    return one ? inPath(one) : placeholder;
  });
  return { entry: ['path', text.replaceAll(/[\r\n]/g, '')], standIns };
}

/** A value that is known stands encoded in the path; one that a run gives is encoded there. */
function inPath({ field: { encoded = 1 }, value, isStandIn }: Sent): string {
  const text = typeof value === 'object' ? '' : String(value);
  if (!isStandIn) return encoded === 2 ? encodeURIComponent(encodeURIComponent(text)) : encodeURIComponent(text);
  const once = `encodeURIComponent(${literal(text)})`;
  return `@{${encoded === 2 ? `encodeURIComponent(${once})` : once}}`;
}

function named(sent: readonly Sent[], where: 'query' | 'header', member: string): Member {
  const those = sent.filter(({ field }) => field.where === where);
  if (those.length === 0) return { entry: undefined, standIns: [] };
  const entries = those.map((one) => [namesIn(one.field.key)[0] ?? '', valueOf(one)] as const);
  const standIns = those.flatMap(({ field, isStandIn }) =>
    isStandIn ? [child(`/${member}`, namesIn(field.key)[0] ?? '')] : [],
  );
  return { entry: [member, Object.fromEntries(entries)], standIns };
}

/** The parts of a form, in the shape that the service makes multipart/form-data of. */
function multipart(sent: readonly Sent[]): Member {
  const parts = sent.filter(({ field }) => field.where === 'formData');
  const standIns = parts.flatMap(({ isStandIn }, index) => (isStandIn ? [`/body/$multipart/${index}/body`] : []));
  const $multipart = parts.map((one) => {
    const name = (namesIn(one.field.key)[0] ?? '').replaceAll('"', '%22');
    return { headers: { 'Content-Disposition': `form-data; name="${name}"` }, body: valueOf(one) };
  });
  return { entry: ['body', { '$content-type': 'multipart/form-data', $multipart }], standIns };
}

/** The body, object in object. */
function nested(sent: readonly Sent[]): Member {
  const those = sent.filter(({ field }) => field.where === 'body');
  if (those.length === 0) return { entry: undefined, standIns: [] };
  const root: Branch = new Map();
  for (const one of those) plant(root, namesIn(one.field.key), valueOf(one));
  const standIns = those.flatMap(({ field, isStandIn }) =>
    isStandIn ? [namesIn(field.key).reduce<string>(child, '/body')] : [],
  );
  const whole = those.find(({ field }) => namesIn(field.key).length === 0);
  return { entry: ['body', whole ? valueOf(whole) : grown(root)], standIns };
}

type Branch = Map<string, Branch | { readonly value: Json }>;

function plant(root: Branch, names: readonly string[], value: Json): void {
  let branch = root;
  for (const name of names.slice(0, -1)) {
    let next = branch.get(name);
    if (!(next instanceof Map)) branch.set(name, (next = new Map()));
    branch = next;
  }
  branch.set(names.at(-1) ?? '', { value });
}

function grown(branch: Branch): JsonObject {
  return Object.fromEntries(
    [...branch].map(([name, below]) => [name, below instanceof Map ? grown(below) : below.value]),
  );
}
