import { isArray, isObject, type Json } from '../../core/json.js';
import { child, valueAt } from '../../core/pointer.js';
import type { Control, ItemField } from '../../designer/control.js';
import { namesIn } from '../../designer/keys.js';
import type { PreviewFinding } from './model.js';
import { findingsList, type RuleOf } from '../look/findings-view.js';
import { html, type Html } from '../look/html.js';
import { controlHint, controlView } from './control-view.js';
import { pathOf } from './field-paths.js';
import { seenMark, type Seen } from './seen.js';

/** What fields are drawn with. */
export interface FieldContext {
  /** Begins the ids of controls; no other form of the page has it. */
  readonly form: string;
  /** What a recording filled in: undefined where the form is empty, and shows its defaults. */
  readonly filledWith?: (field: ItemField) => Json | undefined;
  /** Whether recordings showed it; undefined where that is not known of it. */
  readonly seen?: (pointer: string) => Seen | undefined;
  readonly findingsAt: (path: string) => readonly PreviewFinding[];
  readonly ruleOf: RuleOf;
}

/** Rows of a list that are drawn; the rest is counted. */
const MOST_ROWS = 5;

/** A field with its label, its control and what is said of it. `above` is the path of the list that it is in, or `''`. */
export function fieldView(field: ItemField, above: string, context: FieldContext): Html {
  const { label, required, control, key } = field;
  const path = pathOf(above, field);
  const id = `${context.form}-${path}`.replaceAll(/\s/g, '-');
  const given = context.filledWith?.(field);
  const value = context.filledWith ? given : field.default;
  const hint = controlHint(control);
  const found = findingsList(context.findingsAt(path), context);
  const classes = given === undefined ? 'f' : 'f has';
  const star = html`${required && html` <span class="req" aria-hidden="true">*</span>`}${seenMark(context.seen?.(field.pointer))}`;
  const tip = hint === undefined ? '' : html`<p class="tip">${hint}</p>`;
  if (control.kind === 'array' && (value === undefined || isArray(value))) {
    const rows = html`${itemsView(field, value, { path, id, context })}${tip}${found}`;
    return html`<div class="${classes}" data-k="${key}" role="group" aria-labelledby="${id}">
      <p class="l" id="${id}">${label}${star}</p>
      ${rows}
    </div>`;
  }
  return html`<div class="${classes}" data-k="${key}">
    <label for="${id}">${label}${star}</label>${controlView(field, { id, value })}${tip}${found}
  </div>`;
}

interface Items {
  readonly path: string;
  readonly id: string;
  readonly context: FieldContext;
}

/** The rows of a list: one that is empty, or those that a recording filled in. */
function itemsView(field: ItemField, value: Json | undefined, { path, id, context }: Items): Html {
  const { control, label } = field;
  if (control.kind !== 'array') return html``;
  const rows = isArray(value) && value.length > 0 ? value : [undefined];
  const shown = rows.slice(0, MOST_ROWS).map((row, index) => {
    const form = `${id}-${index}`;
    const name = `${label} Item - ${index + 1}`;
    if (!('fields' in control)) return plainItem(control.item, { name, form, row, path, context });
    const inside: FieldContext = {
      ...context,
      form,
      ...(context.filledWith && { filledWith: (one) => inItem(row, one) }),
      findingsAt: index === 0 ? context.findingsAt : () => [],
    };
    return html`<div class="items" role="group" aria-label="${name}">
      <p class="small soft">${name}</p>
      ${control.fields.map((one) => fieldView(one, path, inside))}
    </div>`;
  });
  const more = rows.length > MOST_ROWS ? html`<p class="small soft">${rows.length - MOST_ROWS} more items</p>` : '';
  return html`${shown}${more}
    <p class="add">+ Add new item</p>`;
}

interface PlainItem {
  readonly name: string;
  readonly form: string;
  readonly row: Json | undefined;
  readonly path: string;
  readonly context: FieldContext;
}

function plainItem(control: Control, { name, form, row, path, context }: PlainItem): Html {
  const field = { key: '$', name: '', pointer: '', label: name, type: '', control, required: false };
  const inside: FieldContext = {
    ...context,
    form,
    ...(context.filledWith && { filledWith: () => row }),
    findingsAt: () => [],
  };
  return html`<div class="items">${fieldView(field, path, inside)}</div>`;
}

/** The value of a field in an item. */
function inItem(row: Json | undefined, { key }: ItemField): Json | undefined {
  if (!isObject(row)) return undefined;
  // the key of a field in an item begins with `$` alone
  return valueAt(row, namesIn(`item.${key}`).reduce<string>(child, ''));
}
