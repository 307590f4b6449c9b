type Texts = readonly (readonly [name: string, text: (size: number) => string, codes: readonly string[]])[];

const numbered = (size: number, each: (index: number) => string) => Array.from({ length: size }, (_, at) => each(at));

/** JSON that a careless reader takes a time with the square of its length for, and what is found in it. */
export const hostileJson: Texts = [
  ['a comment', (size) => `[1] /*${'*x/'.repeat(size)}`, ['json-comment']],
  ['backslashes', (size) => `["${'\\\\'.repeat(size)}", "a": 1]`, ['json-syntax']],
  ['digits', (size) => '9'.repeat(3 * size), ['number-too-large']],
  ['keys', (size) => `{${numbered(size / 4, (at) => `"k${at}": 1`).join()}, "k0": 2}`, ['json-duplicate-key']],
  ['quotes', (size) => '"\\"'.repeat(size), ['json-syntax']],
  ['line breaks', (size) => `${'\n'.repeat(size)}x`, ['json-syntax']],
];

/** The same in YAML. Without the limit that it meets each takes many times as long, most of them with the square of the length. */
export const hostileYaml: Texts = [
  ['anchors', (size) => '&a '.repeat(size), ['yaml-syntax']],
  ['keys', (size) => `${numbered(size, (at) => `k${at}: 1`).join('\n')}\nk0: 2`, ['yaml-duplicate-key']],
  ['documents', (size) => '---\n'.repeat(10 * size), ['yaml-several-documents']],
  ['ends of documents', (size) => '...\n'.repeat(5 * size), ['yaml-several-documents']],
  ['errors', (size) => '""'.repeat(2 * size), ['yaml-syntax']],
  ['errors in one scalar', (size) => `"${'\\q'.repeat(20 * size)}"`, ['yaml-syntax']],
  ['comments after blank lines', (size) => `- |\n    a\n${'\n'.repeat(1.5 * size)}${' #\n'.repeat(1.5 * size)}`, []],
  [
    'tags and comments after blank lines',
    (size) => `- |\n    a\n${'\n'.repeat(1.5 * size)}${'  &a\n  #\n'.repeat(1.5 * size)}`,
    ['yaml-syntax'],
  ],
  ['long keys of keys', (size) => `${'['.repeat(190)}${'1,'.repeat(4 * size)}${']: 1'.repeat(190)}`, ['yaml-syntax']],
];
