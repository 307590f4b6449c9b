import { shorten } from '../../core/shorten.js';
import type { Control, ItemField } from '../../designer/control.js';
import type { DynamicSource } from '../../designer/dynamic.js';
import type { Row } from './rows.js';

/** Fields as rows: the label, the control, and what there is to choose or to know. The fields of a list's items stand below it. */
export function fieldRows(fields: readonly ItemField[], level = 0): readonly Row[] {
  return fields.flatMap((field) => [rowOf(field, level), ...rowsBelow(field.control, level + 1)]);
}

function rowOf({ label, required, control, type, default: value, placeholder = '' }: ItemField, level: number): Row {
  const given = value === undefined ? [] : [`= ${shorten(value, 30)}`];
  const choices =
    control.kind === 'dropdown'
      ? [
          control.options
            .map(({ title }) => title)
            .filter(Boolean)
            .join(' | '),
        ]
      : [];
  return {
    level,
    name: required ? `${label} *` : label,
    kind: kindOf(control, type),
    more: [...given, ...choices, placeholder].filter(Boolean).join('  '),
  };
}

function rowsBelow(control: Control, level: number): readonly Row[] {
  if (control.kind !== 'array') return [];
  if ('fields' in control) return fieldRows(control.fields, level);
  const choices = control.item.kind === 'dropdown' ? control.item.options.map(({ title }) => title).join(' | ') : '';
  return [
    { level, name: 'Item', kind: kindOf(control.item, ''), more: choices },
    ...rowsBelow(control.item, level + 1),
  ];
}

/** What a control is called. Of what is typed, the type is told where it is no text. */
function kindOf(control: Control, type: string): string {
  switch (control.kind) {
    case 'text':
      return type === 'integer' || type === 'number' ? type : 'text';
    case 'array':
      return 'list';
    case 'raw':
      return 'raw JSON';
    case 'object':
      return 'object as JSON';
    case 'editor':
      return `editor ${control.editor}`;
    case 'list':
    case 'tree':
      return `${control.kind === 'list' ? 'dropdown' : 'picker'}, ${calling(control.source)}`;
    case 'schema':
      return `fields, ${calling(control.source)}`;
    default:
      return control.kind;
  }
}

function calling({ operationId }: DynamicSource): string {
  return operationId ?? 'built in';
}
