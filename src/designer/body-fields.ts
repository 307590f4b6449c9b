import { child } from '../core/pointer.js';
import type { Schema } from '../openapi/types.js';
import { controlOf, type Control, type ItemField } from './control.js';
import { isTooDeep, spend, standing, type Expansion, type Standing } from './expand.js';
import { segmentOf } from './keys.js';
import { titled, titlesBelow, type Titles } from './titles.js';
import { visibilityOf, type Visibility } from './visibility.js';

/** A property that has a field of its own. */
export interface PropertyField extends ItemField {
  readonly visibility: Visibility;
  readonly isCallbackUrl?: true;
}

/** A schema whose properties become fields, and what it inherits. */
export interface Place extends Standing {
  /** The names on the way from the body or the item. */
  readonly names: readonly string[];
  /** The key of what stands there: `body.$`, `body.$.messages`. */
  readonly key: string;
  /** It is required, and so is all that it stands in. */
  readonly required: boolean;
  readonly visibility: Visibility;
  readonly isReadOnly: boolean;
  readonly titles: Titles;
}

const scalars: ReadonlySet<string | undefined> = new Set(['string', 'number', 'integer', 'boolean', undefined]);

/**
 * The fields that a schema in a request gives: objects taken apart, each of their properties a field of its own, lists one field each.
 * What is read-only gives none. Of an object only `properties` count: what `allOf` includes is not seen.
 */
export function propertyFields(expansion: Expansion, place: Place): readonly PropertyField[] {
  const at: Place = { ...place, ...standing(expansion, place) };
  const { schema } = at;
  if (isReadOnlyAt(schema, at)) return [];
  if (schema.type === 'object') {
    const below = isClosed(schema) || isTooDeep(at) ? [] : fieldsBelow(expansion, at);
    if (below.length > 0) return below;
  } else if (schema.type !== 'array' && !scalars.has(schema.type)) return [];
  return spend(expansion) ? [fieldOf(expansion, at)] : [];
}

/** Whether an object is one field whatever properties it has: it is internal, or somebody else gives its properties. */
function isClosed(schema: Schema): boolean {
  return visibilityOf(schema) === 'internal' || schema['x-ms-dynamic-schema'] !== undefined;
}

function isReadOnlyAt(schema: Schema, { isReadOnly }: Place): boolean {
  const permission = schema['x-ms-permission'];
  if (schema.readOnly === true) return true;
  return typeof permission === 'string' && permission !== '' ? permission.toLowerCase() === 'read-only' : isReadOnly;
}

function fieldsBelow(expansion: Expansion, at: Place): readonly PropertyField[] {
  const required = new Set(at.schema.required);
  const inherited = {
    visibility: visibilityOf(at.schema, at.visibility),
    isReadOnly: isReadOnlyAt(at.schema, at),
    titles: titlesBelow(at.titles, at.schema),
    above: at.above,
  };
  const fields: PropertyField[] = [];
  for (const [name, schema] of Object.entries(at.schema.properties ?? {})) {
    if (expansion.budget.left <= 0) break;
    const below = propertyFields(expansion, {
      ...inherited,
      schema,
      pointer: child(`${at.pointer}/properties`, name),
      names: [...at.names, name],
      key: `${at.key}.${segmentOf(name)}`,
      required: at.required && required.has(name),
    });
    for (const field of below) fields.push(field);
  }
  return fields;
}

function fieldOf(expansion: Expansion, at: Place): PropertyField {
  const { schema, names, key, pointer, required } = at;
  return {
    key,
    name: names.map(segmentOf).join('.'),
    pointer,
    label: titled(at.titles, schema, names.at(-1) ?? ''),
    ...(schema.description !== undefined && { placeholder: schema.description }),
    type: schema.type ?? 'any',
    ...(schema.format !== undefined && { format: schema.format }),
    control: controlOf(schema, required, () => listControl(expansion, at)),
    required,
    ...(schema.default !== undefined && { default: schema.default }),
    visibility: visibilityOf(schema, at.visibility),
    ...(isCallbackUrl(schema) && { isCallbackUrl: true as const }),
  };
}

function isCallbackUrl(schema: Schema): boolean {
  const mark = schema['x-ms-notification-url'];
  return mark !== undefined && mark !== false;
}

/** The editor of a list: a field for each property of an item that is an object, or one control. */
export function listControl(expansion: Expansion, { schema, pointer, above }: Standing): Control {
  const items = standing(expansion, { schema: schema.items ?? {}, pointer: `${pointer}/items`, above });
  const place: Place = {
    ...items,
    names: [],
    key: '$',
    required: true,
    visibility: 'none',
    isReadOnly: false,
    titles: {},
  };
  if (items.schema.type === 'object' && items.schema.properties !== undefined && !isTooDeep(items)) {
    const fields = fieldsBelow(expansion, { ...place, schema: untitled(items.schema) });
    const shown = fields.filter(({ visibility }) => visibility !== 'internal');
    if (shown.length > 0) {
      return { kind: 'array', fields: shown.map(({ visibility: _visibility, ...field }) => field) };
    }
  }
  const isEnd = isTooDeep(items) || !spend(expansion);
  const item = controlOf(items.schema, true, () => (isEnd ? { kind: 'raw' } : listControl(expansion, items)));
  return { kind: 'array', item };
}

/** The title of an item is not put before those of its fields: the row shows it. */
function untitled({ title: _title, 'x-ms-summary': _summary, ...schema }: Schema): Schema {
  return schema;
}
