import { invariant } from '../../core/fault.js';
import { shownText } from './shown-text.js';

/** A piece of markup. Only {@link html} makes one, so that no text can become markup. */
export interface Html {
  readonly markup: string;
}

/** What can be put into markup: text is escaped, nothing is left out, a list is put in one by one. */
export type Part = Html | string | number | undefined | false | readonly Part[];

/** Markup from a template. What is put in is escaped: as text, or as the value of an attribute in double quotes. */
export function html(literals: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const fixed = fixedOf(literals);
  let markup = fixed[0] ?? '';
  for (let index = 0; index < parts.length; index += 1) {
    markup += written(parts[index]) + (fixed[index + 1] ?? '');
  }
  return { markup };
}

/** The fixed texts of each template. */
const fixedTexts = new WeakMap<TemplateStringsArray, readonly string[]>();

/** The fixed texts of a template: of a line's end and the indent behind it, which the formatter sets, only the end is left. */
function fixedOf(literals: TemplateStringsArray): readonly string[] {
  let fixed = fixedTexts.get(literals);
  if (fixed === undefined) {
    const isQuoted = literals.slice(0, -1).every((text) => !text.endsWith('='));
    invariant(isQuoted, 'the value of an attribute stands in quotes');
    fixedTexts.set(literals, (fixed = literals.map((text) => text.replaceAll(/\s*\n\s*/g, '\n'))));
  }
  return fixed;
}

function written(part: Part): string {
  if (part === undefined || part === false) return '';
  if (typeof part === 'string') return escaped(shownText(part));
  if (typeof part === 'number') return String(part);
  if ('markup' in part) return part.markup;
  let markup = '';
  for (const one of part) markup += written(one);
  return markup;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return /[&<>"']/.test(text) ? text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '') : text;
}

/** What may be followed from a page. */
const followed = /^(?:https?:\/\/|mailto:)[^\s"'<>\\]+$/i;
/** The longest address that is linked, in UTF-16 code units. */
const LONGEST_ADDRESS = 2000;

/** A link to somewhere else; plain text where the address is none that a person would follow. */
export function link(address: string, text = address): Html {
  if (!followed.test(address) || address.length > LONGEST_ADDRESS) return html`${text}`;
  return html`<a href="${address}" rel="noreferrer noopener">${text}</a>`;
}
