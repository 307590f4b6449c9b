/*
 * Keys of fields and tokens, as the designer writes them: `body.$.choices.[*].message`. A dot, bracket, star or question mark in a name is escaped.
 * Source: github:Azure/LogicAppsUX, libs/logic-apps-shared/src/parsers/lib/common/helpers/keysutility.ts.
 */

/** The segment for any item of a list. */
export const anyItem = '[*]';

const escapes: readonly (readonly [character: string, escaped: string])[] = [
  ['~', '~0'],
  ['.', '~1'],
  ['[', '~2'],
  ['*', '~3'],
  ['?', '~4'],
];

/** A name as a segment of a key. */
export function segmentOf(name: string): string {
  return /[~.[*?]/.test(name)
    ? escapes.reduce((text, [character, escaped]) => text.replaceAll(character, escaped), name)
    : name;
}

/** The names in a key after its place (`body.$`), unescaped. */
export function namesIn(key: string): string[] {
  const unescaped = new Map(escapes.map(([character, escaped]) => [escaped, character]));
  return key
    .split('.')
    .slice(2)
    .map((segment) => segment.replaceAll(/~[0-4]/g, (escaped) => unescaped.get(escaped) ?? escaped));
}
