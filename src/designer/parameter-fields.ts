import type { Schema, ValueParameter } from '../openapi/types.js';
import type { ParameterAt } from '../openapi/walk.js';
import { listControl } from './body-fields.js';
import { bodyFields } from './body-parameter.js';
import { controlOf } from './control.js';
import type { Expansion } from './expand.js';
import { shownWhen, type Field } from './field.js';
import { segmentOf } from './keys.js';
import { textOf } from './titles.js';
import { visibilityOf } from './visibility.js';

/** The types that a value outside a body can have in the designer: a parameter of another type has no field. */
const shownTypes: ReadonlySet<string | undefined> = new Set([
  'array',
  'boolean',
  'file',
  'integer',
  'number',
  'string',
]);

/**
 * The fields of one parameter, in the order in which it declares them; none where the designer drops it.
 * Source: github:Azure/LogicAppsUX, libs/logic-apps-shared/src/parsers/lib/swagger/parameterprocessor.ts.
 */
export function fieldsOf(expansion: Expansion, { parameter, pointer }: ParameterAt): readonly Field[] {
  if (parameter.in === 'body') return bodyFields(expansion, parameter, pointer);
  if (!shownTypes.has(parameter.type)) return [];
  const field = valueField(expansion, parameter, pointer);
  if (parameter.in !== 'formData') return [field];
  if (parameter.type === 'array') return [];
  return parameter.type === 'file' ? fileFields(parameter, field) : [field];
}

function valueField(expansion: Expansion, parameter: ValueParameter, pointer: string): Field {
  const { name, in: where, description } = parameter;
  const visibility = visibilityOf(parameter);
  const required = parameter.required === true;
  const field = {
    key: `${where}.$.${segmentOf(name)}`,
    name: segmentOf(name),
    pointer,
    label: textOf(parameter['x-ms-summary']) ?? name,
    ...(description !== undefined && { placeholder: description }),
    type: parameter.type ?? 'any',
    ...(parameter.format !== undefined && { format: parameter.format }),
    // items are schemas with fewer keywords
    control: controlOf(parameter, required, () =>
      listControl(expansion, { schema: parameter as unknown as Schema, pointer, above: undefined }),
    ),
    required,
    ...(parameter.default !== undefined && { default: parameter.default }),
    visibility,
    where,
    ...(where === 'path' && { encoded: parameter['x-ms-url-encoding'] === 'double' ? (2 as const) : (1 as const) }),
  };
  return { ...field, shown: shownWhen(field) };
}

/** A file has two fields, its content and its name. A name that would break the header that carries it has none. */
function fileFields(parameter: ValueParameter, field: Field): readonly Field[] {
  if (/["@]/.test(parameter.name)) return [];
  const content = { ...field, key: `${field.key}.$content`, control: { kind: 'file' } as const };
  if (parameter['x-ms-format'] === 'contentOnly') return [content];
  const name: Field = {
    key: `${field.key}.$filename`,
    name: field.name,
    pointer: field.pointer,
    label: `${field.label} (file name)`,
    type: 'string',
    control: { kind: 'text' },
    required: false,
    visibility: 'none',
    where: 'formData',
    shown: 'advanced',
  };
  return [content, name];
}
