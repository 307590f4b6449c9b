import type { Page } from 'playwright-core';
import type { Card } from '../../src/designer/card.js';
import type { ItemField } from '../../src/designer/control.js';
import { cutAt, shownText } from '../../src/pages/look/shown-text.js';
import { textOf } from '../../src/pages/preview/control-view.js';
import { fieldsWithin } from '../../src/pages/preview/field-paths.js';

/** A field as a person sees it. */
export interface SeenField {
  readonly key: string;
  readonly label: string;
  readonly required: boolean;
  /** What can be chosen. */
  readonly options: readonly string[];
  readonly value: string;
  readonly fields: readonly SeenField[];
}

/** A card as a person sees it. */
export interface SeenCard {
  readonly title: string;
  readonly first: readonly SeenField[];
  readonly advanced: readonly SeenField[];
  readonly outputs: readonly { readonly title: string; readonly expression: string }[];
}

/** The cards of the page, in order. */
export async function cardsIn(page: Page): Promise<readonly SeenCard[]> {
  return (await page.evaluate(readCards)) as readonly SeenCard[]; // that is what it gives
}

/** Runs in the page. */
const readCards = String.raw`(() => {
  const plain = (text) => (text ?? '').replaceAll(/\s+/g, ' ').trim();
  const childrenOf = (node, selector) => [...(node?.children ?? [])].filter((one) => one.matches(selector));
  const seen = (node) => {
    const [name] = childrenOf(node, 'label, .l');
    const [control] = childrenOf(node, 'input, select, textarea');
    const [items] = childrenOf(node, '.items');
    const texts = [...(name?.childNodes ?? [])].filter(({ nodeType }) => nodeType === 3);
    return {
      key: node.dataset.k,
      label: plain(texts.map(({ data }) => data).join('')),
      required: Boolean(name?.querySelector('.req')),
      options: [...(control?.querySelectorAll('option:not([hidden])') ?? [])].map((one) => plain(one.textContent)),
      value: control?.localName === 'select' ? plain(control.selectedOptions[0]?.textContent) : control?.value ?? '',
      fields: childrenOf(items, '.f').flatMap((one) => (one.dataset.k === '$' ? seen(one).fields : [seen(one)])),
    };
  };
  return [...document.querySelectorAll('details.op')].map((op) => {
    const fields = op.querySelector('.card > .fields');
    return {
      title: plain(op.querySelector('summary h3').textContent),
      first: childrenOf(fields, '.f').map(seen),
      advanced: childrenOf(fields.querySelector(':scope > .adv > .fields'), '.f').map(seen),
      outputs: [...op.querySelectorAll('.outputs .t[data-k]')].map((one) => ({
        title: plain(one.querySelector('.tok').textContent),
        expression: one.querySelector('code.x').textContent,
      })),
    };
  });
})()`;

const plain = (text: string) => shownText(text).replaceAll(/\s+/g, ' ').trim();

/** What a person must see of a card. */
export function expected(card: Card): SeenCard {
  const shown = (when: string) => card.fields.filter((field) => field.shown === when).map(expectedField);
  const isMore = (visibility: string) => visibility === 'advanced';
  const outputs = [
    ...card.outputs.filter(({ visibility }) => !isMore(visibility)),
    ...card.outputs.filter(({ visibility }) => isMore(visibility)),
  ];
  return {
    title: plain(card.title),
    first: shown('first'),
    advanced: shown('advanced'),
    outputs: outputs.map(({ title, expression }) => ({ title: plain(title), expression: shownText(expression) })),
  };
}

function expectedField(field: ItemField): SeenField {
  const { key, label, required, control, default: value } = field;
  const isRows = control.kind === 'array' && (value === undefined || Array.isArray(value));
  return {
    key: shownText(key),
    label: plain(label),
    required,
    options: control.kind === 'dropdown' ? control.options.map(({ title }) => plain(title)) : [],
    value: isRows ? '' : valueOf(field),
    fields: isRows ? fieldsWithin(field).map(expectedField) : [],
  };
}

/** What stands in a control: its default, or, of what is chosen, what asks for a choice. A line has no line ends. */
function valueOf({ control, default: value, placeholder = '' }: ItemField): string {
  const given = shownText(textOf(value));
  if (['dropdown', 'list', 'tree'].includes(control.kind)) {
    const option = control.kind === 'dropdown' ? control.options.find((one) => textOf(one.value) === given) : undefined;
    if (value === undefined) return plain(cutAt(plain(placeholder), 200));
    return plain(option ? option.title : given);
  }
  const isLine = ['text', 'file', 'schema', 'editor'].includes(control.kind) && typeof value !== 'object';
  return isLine ? given.replaceAll(/[\r\n]/g, '') : given;
}
