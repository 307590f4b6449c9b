/** What cannot be a name in a module, or would hide what every module has. */
const taken: readonly string[] = [
  'abstract any arguments as async await boolean break case catch class const continue debugger declare default delete do',
  'else enum eval export extends false finally for from function get if implements import in infer instanceof interface',
  'is keyof let module namespace never new null number object of package private protected public readonly require',
  'return satisfies set static string super switch symbol this throw true try type typeof undefined unique unknown using',
  'var void while with yield Array BigInt Boolean Date Error Function Infinity JSON Map Math NaN Number Object Promise',
  'Proxy Reflect RegExp Set String Symbol exports globalThis __dirname __filename __proto__',
].flatMap((line) => line.split(' '));

/** Gives each wish a name of its own that can stand in a program; one that is given already is told apart by `kind`, then by a number. */
export type Namer = (wish: string, kind: 'Schema' | 'Operation' | 'Parameter' | 'Connector') => string;

/** Names for constants: none of `reserved`, and none twice. */
export function namer(reserved: Iterable<string>): Namer {
  const given = new Set([...taken, ...reserved]);
  const counts = new Map<string, number>();
  return (wish, kind) => {
    const base = identifier(wish);
    const name = [base, `${base}${kind}`].find((each) => each !== '' && !given.has(each)) ?? numbered(base + kind);
    given.add(name);
    return name;
  };

  function numbered(base: string): string {
    let count = counts.get(base) ?? 1;
    do count += 1;
    while (given.has(`${base}${count}`));
    counts.set(base, count);
    return `${base}${count}`;
  }
}

/** `wish` without what cannot stand in a name; the words behind it get a capital. */
function identifier(wish: string): string {
  const words = wish.normalize('NFC').match(/[\p{ID_Continue}$]+/gu) ?? [];
  const name = words.map((word, index) => (index === 0 ? word : capitalized(word))).join('');
  return name === '' || /^[\p{ID_Start}$_]/u.test(name) ? name : `_${name}`;
}

function capitalized(word: string): string {
  const [first = ''] = word;
  return first.toUpperCase() + word.slice(first.length);
}

/** The text with small letters at its beginning: `AccountId` becomes `accountId`, `ID` `id`, `URLPath` `urlPath`. */
export function uncapitalized(word: string): string {
  return word.replace(/^(\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}+(?!\p{L})|\p{Lu})/u, (found) => found.toLowerCase());
}

/** The longest name of a file, in characters without its ending. */
const maxFileName = 60;

/** A name for a file or folder: small letters, digits and hyphens; empty where nothing is left. */
export function fileName(wish: string): string {
  const plain = wish
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, '-');
  const words = plain.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words.join('-').slice(0, maxFileName).replace(/-$/, '');
}
