import { spend, standing, isTooDeep, type Expansion, type Standing } from '../designer/expand.js';
import { knownTitle } from '../designer/known-title.js';
import { titled, titlesBelow, titlesOfItems, type Titles } from '../designer/titles.js';
import type { Schema } from '../openapi/types.js';
import { isInternal } from './internal.js';

/**
 * Whether two outputs of an answer may have one name. The names alone are a small part of the work that outputs are,
 * and nearly no answer has one twice. Says no where nothing may come of the expansion any more.
 */
export function mayRepeatTitle(expansion: Expansion, answer: Schema): boolean {
  const met = new Set<string>();
  const looksAlike = (at: Standing, titles: Titles, nameOf: (name: string) => string): boolean => {
    if (isTooDeep(at)) return false;
    const { properties, items } = at.schema;
    if (items) {
      const inner = standing(expansion, { schema: items, pointer: '', above: at.above });
      if (looksAlike(inner, titlesOfItems(titles, at.schema, inner.schema), asItIs)) return true;
    }
    if (properties === undefined) return false;
    const below = titlesBelow(titles, at.schema);
    for (const [name, schema] of Object.entries(properties)) {
      const inner = standing(expansion, { schema, pointer: '', above: at.above });
      if (isInternal(inner.schema)) continue;
      if (!spend(expansion)) return false;
      const title = titled(below, inner.schema, nameOf(name));
      if (met.has(title)) return true;
      met.add(title);
      if (looksAlike(inner, below, asItIs)) return true;
    }
    return false;
  };
  return looksAlike(standing(expansion, { schema: answer, pointer: '', above: undefined }), {}, knownTitle);
}

const asItIs = (name: string): string => name;
