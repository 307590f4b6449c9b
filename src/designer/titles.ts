import type { Schema } from '../openapi/types.js';

/** The titles and the summaries of the objects around a property, which the designer puts before its own. */
export interface Titles {
  readonly title?: string;
  readonly summary?: string;
}

/** A text that an extension holds; undefined for what is empty or no text. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The titles below a schema: its own are added. */
export function titlesBelow(above: Titles, schema: Schema): Titles {
  return joined(above, { title: textOf(schema.title), summary: textOf(schema['x-ms-summary']) });
}

/** The titles at the items of a list: the list's own are added where the items have none. */
export function titlesOfItems(above: Titles, list: Schema, items: Schema): Titles {
  const title = textOf(items.title) === undefined ? textOf(list.title) : undefined;
  const summary = textOf(items['x-ms-summary']) === undefined ? textOf(list['x-ms-summary']) : undefined;
  return joined(above, { title, summary });
}

/** What the designer calls a property: its title or summary or `name`, after the titles, or else the summaries, of the objects around it. */
export function titled(above: Titles, schema: Schema, name: string): string {
  return prefixed(above, ownTitle(schema) ?? name);
}

/** The title or summary of a property itself. */
export function ownTitle(schema: Schema): string | undefined {
  return textOf(schema.title) ?? textOf(schema['x-ms-summary']);
}

/** What a property itself is called, after the titles, or else the summaries, of the objects around it. */
export function prefixed(above: Titles, text: string): string {
  const prefix = above.title ?? above.summary;
  return prefix === undefined || text === '' ? text : `${prefix} ${text}`;
}

function joined(
  above: Titles,
  own: { readonly title: string | undefined; readonly summary: string | undefined },
): Titles {
  if (own.title === undefined && own.summary === undefined) return above; // as nearly always
  const title = together(above.title, own.title);
  const summary = together(above.summary, own.summary);
  return { ...(title !== undefined && { title }), ...(summary !== undefined && { summary }) };
}

function together(left: string | undefined, right: string | undefined): string | undefined {
  return left !== undefined && right !== undefined ? `${left} ${right}` : (right ?? left);
}
