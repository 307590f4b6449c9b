import type { BodyParameter } from '../openapi/types.js';
import { listControl, propertyFields, type Place } from './body-fields.js';
import { controlOf, type Control } from './control.js';
import { standing, type Expansion } from './expand.js';
import { shownWhen, type Field } from './field.js';
import { segmentOf } from './keys.js';
import { textOf, titled } from './titles.js';
import { visibilityOf } from './visibility.js';

const key = 'body.$';

/**
 * The fields of a body: those of its properties, or one box for all of it.
 * Of a body that is not required no property is marked as required: https://github.com/Azure/LogicAppsUX/pull/4176.
 */
export function bodyFields(expansion: Expansion, parameter: BodyParameter, pointer: string): readonly Field[] {
  const at = standing(expansion, { schema: parameter.schema, pointer: `${pointer}/schema`, above: undefined });
  const place: Place = {
    ...at,
    above: undefined, // it is entered once more
    names: [],
    key,
    required: parameter.required === true,
    visibility: 'none',
    isReadOnly: false,
    titles: {},
  };
  const { schema } = at;
  const isTakenApart = schema.type === 'object' && schema['x-ms-dynamic-schema'] === undefined;
  const below = isTakenApart && schema.properties !== undefined ? propertyFields(expansion, place) : [];
  if (below.length > 1 || (below[0] && below[0].key !== key)) {
    return below.map((field) => ({ ...field, where: 'body', shown: shownWhen(field) }));
  }
  return schema.type === 'array' && schema.readOnly === true ? [] : [wholeField(expansion, parameter, place)];
}

/** The one field of a body that is no object, or an object of which no property is known. */
function wholeField(expansion: Expansion, parameter: BodyParameter, at: Place): Field {
  const { schema, pointer, required } = at;
  const list = schema.type === 'array';
  const summary = textOf(parameter['x-ms-summary']) ?? parameter.name;
  const description = list ? schema.description : parameter.description;
  const field = {
    key,
    name: segmentOf(parameter.name),
    pointer,
    label: list ? titled({}, schema, parameter.name) : summary,
    ...(description !== undefined && { placeholder: description }),
    type: schema.type ?? 'any',
    ...(schema.format !== undefined && { format: schema.format }),
    control: wholeControl(expansion, at),
    required,
    ...(schema.default !== undefined && { default: schema.default }),
    visibility: visibilityOf(schema, visibilityOf(parameter)),
    where: 'body' as const,
  };
  return { ...field, shown: shownWhen(field) };
}

/** A schema without a type is a raw box whatever else it says, unless it lists values; what only names extensions for its schema is one too. */
function wholeControl(expansion: Expansion, at: Place): Control {
  const { schema, required } = at;
  const isBox = schema.type === undefined || schema.type === 'file';
  if (isBox && schema.enum === undefined) return { kind: 'raw' };
  if (schema.type === 'object' && schema['x-ms-dynamic-schema'] === undefined) return { kind: 'object' };
  return controlOf(schema, required, () => listControl(expansion, at));
}
