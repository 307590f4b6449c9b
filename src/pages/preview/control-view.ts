import { isArray, type Json } from '../../core/json.js';
import { writeJson } from '../../core/json-write.js';
import type { Control, ItemField, Option } from '../../designer/control.js';
import { html, type Html } from '../look/html.js';
import { cutAt } from '../look/shown-text.js';

/** What a control is filled with, and what its label is for. */
export interface Filled {
  readonly id: string;
  readonly value: Json | undefined;
}

type Labeled = Pick<ItemField, 'label' | 'placeholder' | 'required' | 'type'>;

/** The control of a field that is no list of fields, as the designer shows it. It can be read and opened; what is chosen goes nowhere. */
export function controlView(field: Labeled & { readonly control: Control }, filled: Filled): Html {
  const { control } = field;
  switch (control.kind) {
    case 'dropdown':
      return dropdown(control.options, field, filled);
    case 'list':
    case 'tree':
      return dropdown([], field, filled);
    case 'html':
    case 'object':
    case 'raw':
    case 'dictionary':
      return area(field, filled);
    case 'array':
      return filled.value === undefined ? line(field, filled) : area(field, filled);
    default:
      return typeof filled.value === 'object' && filled.value !== null ? area(field, filled) : line(field, filled);
  }
}

/** What cannot be seen of a control: who fills it, and what is typed. */
export function controlHint(control: Control): string | undefined {
  switch (control.kind) {
    case 'list':
    case 'tree':
      return `The choices come from ${control.source.operationId ?? 'the service'}.`;
    case 'schema':
      return `The fields come from ${control.source.operationId ?? 'the service'}.`;
    case 'object':
      return 'An object as JSON.';
    case 'raw':
      return 'Any value as JSON.';
    case 'file':
      return 'The content of a file.';
    case 'dictionary':
      return 'Names and values.';
    case 'html':
      return 'Formatted text.';
    case 'editor':
      return `Editor: ${control.editor}.`;
    default:
      return undefined;
  }
}

function line({ placeholder = '', required }: Labeled, { id, value }: Filled): Html {
  return html`<input
    id="${id}"
    readonly${marks(required)}
    placeholder="${oneLine(placeholder)}"
    value="${textOf(value)}"
  />`;
}

function area({ placeholder = '', required }: Labeled, { id, value }: Filled): Html {
  const text = textOf(value);
  const rows = Math.min(12, Math.max(2, text.split('\n').length));
  return html`<textarea id="${id}" rows="${rows}" readonly${marks(required)} placeholder="${oneLine(placeholder)}">
${text}</textarea>`;
}

const marks = (required: boolean): Html => (required ? html` aria-required="true"` : html``);

function dropdown(options: readonly Option[], { placeholder = '', required }: Labeled, { id, value }: Filled): Html {
  const chosen = value === undefined ? undefined : textOf(value);
  const at = chosen === undefined ? -1 : options.findIndex((option) => textOf(option.value) === chosen);
  const own =
    at >= 0 ? html`` : html`<option value="" selected disabled hidden>${chosen ?? oneLine(placeholder)}</option>`;
  const choices = options.map(
    ({ title, value: given }, index) =>
      html`<option value="${textOf(given)}" ${index === at ? html` selected` : ''}>${title}</option>`,
  );
  return html`<select id="${id}" ${marks(required)}>
    ${own}${choices}
  </select>`;
}

/** The longest value and the longest placeholder in a control, in UTF-16 code units. */
const LONGEST_VALUE = 4000;
const LONGEST_PLACEHOLDER = 200;

/** What stands in a field that holds a value. */
export function textOf(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  const text = typeof value === 'string' ? value : writeJson(value, { indent: isArray(value) ? 1 : 2 }).trimEnd();
  return cutAt(text, LONGEST_VALUE);
}

function oneLine(text: string): string {
  return cutAt(text.replaceAll(/\s+/g, ' ').trim(), LONGEST_PLACEHOLDER);
}
