import { isArray, isObject, own, type Json } from '../core/json.js';
import { writeJson } from '../core/json-write.js';
import type { Constraints, Extensible } from '../openapi/types.js';
import { dynamicSchema, dynamicValues, type DynamicSource } from './dynamic.js';
import { textOf } from './titles.js';

/** What somebody fills a field in with. */
export type Control =
  /** One line, or a token. Numbers and dates are typed, too. */
  | { readonly kind: 'text' }
  /** Formatted text. */
  | { readonly kind: 'html' }
  /** A choice of values; another can be typed. */
  | { readonly kind: 'dropdown'; readonly options: readonly Option[] }
  /** One row for each item: with a control, or with a field for each property. */
  | { readonly kind: 'array'; readonly item: Control }
  | { readonly kind: 'array'; readonly fields: readonly ItemField[] }
  /** JSON of an object whose properties nobody knows. */
  | { readonly kind: 'object' }
  /** JSON of anything. */
  | { readonly kind: 'raw' }
  /** The content of a file. */
  | { readonly kind: 'file' }
  /** Names and values. */
  | { readonly kind: 'dictionary' }
  /** What `x-ms-editor` names. */
  | { readonly kind: 'editor'; readonly editor: string }
  /** A choice that another operation gives, as a list or as a tree. */
  | { readonly kind: 'list' | 'tree'; readonly source: DynamicSource }
  /** Fields that another operation gives. */
  | { readonly kind: 'schema'; readonly source: DynamicSource };

/** One choice of a drop-down. */
export interface Option {
  readonly title: string;
  readonly value: Json;
}

/** What a person sees of one value: of a field of a card, or of a field in each row of an array editor. */
export interface ItemField {
  /** Where the value goes: `body.$.messages` of a card, `$.role` in an item. */
  readonly key: string;
  /** The names on the way to it, with dots. */
  readonly name: string;
  /** Where it is declared: a JSON Pointer into the definition. */
  readonly pointer: string;
  readonly label: string;
  readonly placeholder?: string;
  /** `any` where nothing is said of it. */
  readonly type: string;
  readonly format?: string;
  readonly control: Control;
  /** Whether it is marked as required. */
  readonly required: boolean;
  readonly default?: Json;
}

/** What the control of a value is made of. */
type Controlled = Extensible &
  Pick<Constraints, 'enum' | 'format'> & { readonly type?: string; readonly items?: Extensible };

/** The control of a value. `ofItems` gives that of a list whose items are known. */
export function controlOf(node: Controlled, required: boolean, ofItems: () => Control): Control {
  const schema = dynamicSchema(node);
  if (schema) return { kind: 'schema', source: schema };
  const values = dynamicValues(node);
  if (values && node.type !== 'array') return values;
  const editor = textOf(node['x-ms-editor']);
  if (editor === 'dictionary') return { kind: 'dictionary' };
  if (editor !== undefined) return { kind: 'editor', editor };
  if (node.format === 'html') return { kind: 'html' };
  if (node.type === 'array') return node.items ? ofItems() : { kind: 'raw' };
  const options = optionsOf(node, required);
  if (options) return { kind: 'dropdown', options };
  return { kind: kindOf(node.type) };
}

function kindOf(type: string | undefined): 'raw' | 'object' | 'file' | 'text' {
  if (type === undefined) return 'raw';
  return type === 'object' || type === 'file' ? type : 'text';
}

/** The choices of an enum or a yes and no, blank too where nothing need be chosen. */
function optionsOf(node: Controlled, required: boolean): readonly Option[] | undefined {
  if (node.enum) return named(node) ?? node.enum.map((value) => ({ title: titleOf(value), value }));
  if (node.type !== 'boolean') return undefined;
  const both = [
    { title: 'Yes', value: true },
    { title: 'No', value: false },
  ];
  return required ? both : [{ title: '', value: '' }, ...both];
}

/** The choices that an extension names; undefined where none does. */
function named(node: Controlled): readonly Option[] | undefined {
  const values = node['x-ms-enum-values'];
  if (isArray(values)) return optionsIn(values, 'displayName');
  const options = node['x-ms-editor-options'];
  const items = isObject(options) ? own(options, 'items') : undefined;
  return isArray(items) ? optionsIn(items, 'title') : undefined;
}

function optionsIn(values: readonly Json[], title: string): readonly Option[] {
  return values.filter(isObject).map((option) => {
    const value = own(option, 'value') ?? null;
    return { title: textOf(own(option, title)) ?? titleOf(value), value };
  });
}

function titleOf(value: Json): string {
  if (value === null) return '';
  return typeof value === 'string' ? value : writeJson(value, { indent: 0 }).trimEnd();
}
