import { labelOf } from '../definition/label.js';
import { maxSummaryCharacters } from '../definition/limits.js';

/* Titles and descriptions that are made from names, until a person writes better ones. */

/** What the designer calls a value: a label made from its name. The empty text where the name says nothing. */
export function titleOf(name: string): string {
  // Longer names are cut first: a label is made of the whole name.
  const label = labelOf(name.slice(0, 2 * maxSummaryCharacters))
    .replaceAll(/[\p{C}\p{Z}]+/gu, ' ')
    .trim();
  return [...label].slice(0, maxSummaryCharacters).join('');
}

/** A sentence for a value, with what the recordings have shown of it. */
export function sentenceOf(
  name: string,
  { nullable, absent }: { readonly nullable: boolean; readonly absent: boolean },
): string {
  const title = titleOf(name);
  const subject = title === '' ? 'A value without a name' : `The ${inSentence(title)}`;
  const may = [...(nullable ? ['null'] : []), ...(absent ? ['absent'] : [])].join(' or ');
  return may === '' ? `${subject}.` : `${subject}; it can be ${may}.`;
}

/** With a small letter in front, unless the first word is an abbreviation. */
function inSentence(title: string): string {
  const [first = ''] = title.split(' ', 1);
  return first.length > 1 && first === first.toUpperCase() ? title : title.charAt(0).toLowerCase() + title.slice(1);
}
