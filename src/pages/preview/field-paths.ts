import type { ItemField } from '../../designer/control.js';

/** A field of a card or of an item of its lists, and the keys on the way to it: no other field of the card has the same. */
export interface PathedField {
  readonly field: ItemField;
  readonly path: string;
}

/** The path of a field below another; `''` is the card. */
export function pathOf(above: string, { key }: ItemField): string {
  return above === '' ? key : `${above} ${key}`;
}

/** The fields below a field: those of the items of a list, or of the items of its items. */
export function fieldsWithin({ control }: ItemField): readonly ItemField[] {
  let at = control;
  while (at.kind === 'array' && 'item' in at) at = at.item;
  return at.kind === 'array' && 'fields' in at ? at.fields : [];
}

/** All fields, those of the items of lists behind the list. */
export function pathedFields(fields: readonly ItemField[], above = ''): readonly PathedField[] {
  return fields.flatMap((field) => {
    const path = pathOf(above, field);
    return [{ field, path }, ...pathedFields(fieldsWithin(field), path)];
  });
}
