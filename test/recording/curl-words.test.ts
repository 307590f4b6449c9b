import { spawnSync } from 'node:child_process';
import type { Shell } from '../../src/recording/curl-quotes.js';
import { commandLine } from '../../src/recording/curl-words.js';
import { randomNumbers } from '../core/generate-json.js';

const words = (text: string, shell: Shell = 'posix') => commandLine(text, 0, shell).words.map((word) => word.text);

test.each<[string, string, readonly string[]]>([
  ['plain words', 'curl  -X\tPOST http://h/a?b=1', ['curl', '-X', 'POST', 'http://h/a?b=1']],
  ['single quotes', `a'b c'd '"\\' ''`, ['ab cd', '"\\', '']],
  ['double quotes', '"a \\"b\\" \\\\ \\n \'c\'" ""', ['a "b" \\ \\n \'c\'', '']],
  ['a quote in the middle', `'it'"'"'s' 'it'\\''s'`, ["it's", "it's"]],
  ['escapes', 'a\\ b \\"', ['a b', '"']],
  ['ANSI-C quotes', String.raw`$'a\'\n\t\\\x41\u00e9\U0001F642\101\cA\q'`, ["a'\n\t\\Aé🙂A\x01\\q"]],
  ['lines that are joined', 'a \\\n  b\\\r\nc "d\\\ne"', ['a', 'bc', 'de']],
  ['the prompts of a terminal', 'a \\\n> -b \\\n>   "c" \\\n> d', ['a', '-b', 'c']],
  ['a blank behind the backslash', 'a \\  \n b', ['a', 'b']],
  ['variables', 'a$B "${C} $D" $(e f) `g h`', ['a$B', '${C} $D', '$(e f)', '`g h`']],
  ['a comment', 'a b#c # d', ['a', 'b#c']],
  ['the end of the line', 'a b\nc', ['a', 'b']],
  ['a pipe', "a b | jq '.x\n.y' c", ['a', 'b']],
  ['redirections', 'a > b 2>&1 c 2>/dev/null d', ['a', 'c', 'd']],
  ['an ampersand in an address without quotes', 'a http://h/?b=1&c=2 d & e', ['a', 'http://h/?b=1&c=2', 'd']],
  ['a placeholder', 'a https://<my-host>/b <key>', ['a', 'https://<my-host>/b', '<key>']],
  ['parentheses in an address', 'a http://h/Items(1)/x (b)', ['a', 'http://h/Items(1)/x']],
  ['a here-string', 'a -d @- <<< "b c" d', ['a', '-d', '@-', 'd']],
])('%s', (_, text, want) => {
  expect(words(text)).toEqual(want);
});

test.each<[string, string, readonly string[]]>([
  ['a backtick joins lines', "a `\r\n  'b' `\n c", ['a', 'b', 'c']],
  ['the prompts of a terminal', 'a `\n>> -b `\n>>   c', ['a', '-b', 'c']],
  ['single quotes', `'it''s' '{\\"a\\":1}' '\\n'`, ["it's", '{"a":1}', '\\n']],
  ['double quotes', '"a`"b`n" "c""d" "{\\"e\\":1}" "$f"', ['a"b\n', 'c"d', '{"e":1}', '$f']],
  ['a semicolon', 'a b; c', ['a', 'b']],
])('PowerShell: %s', (_, text, want) => {
  expect(words(text, 'powershell')).toEqual(want);
});

test.each<[string, string, readonly string[]]>([
  ['a caret joins lines', 'a ^\r\n  b ^\n c', ['a', 'b', 'c']],
  ['plain quotes', 'a "b c" "{\\"d\\": \\"e\\"}" "f""g"', ['a', 'b c', '{"d": "e"}', 'f"g']],
  ['as browsers write them', '^"{^\\^"a^\\^":^\\^"100^%^^41 ^& b^\\^\\n^\n\nc^\\^"}^"', ['{"a":"100%^41 & b\\n\nc"}']],
  ['a pipe', 'a b | c', ['a', 'b']],
])('cmd: %s', (_, text, want) => {
  expect(words(text, 'cmd')).toEqual(want);
});

test.each<[string, string, Shell, number]>([
  ['a single quote', "a 'b", 'posix', 2],
  ['a double quote', 'a b"c\\"', 'posix', 3],
  ['an ANSI-C quote', "a $'b\\'", 'posix', 3],
  ['a here-document', 'a <<EOF\nb\n', 'posix', 2],
  ['in PowerShell', 'a "b`"', 'powershell', 2],
  ['in cmd', 'a ^"b^\\^"', 'cmd', 2],
])('without an end: %s', (_, text, shell, want) => {
  expect(commandLine(text, 0, shell).trouble?.offset).toBe(want);
});

test('a here-document is what the command reads, and belongs to it', () => {
  const text = 'curl -d @- <<\'EOF\' -s | jq .\n{\n  "a": 1\n}\nEOF\nnext';
  const { words: found, input, end } = commandLine(text, 0, 'posix');
  expect([found.map((word) => word.text), input?.text, text.slice(end)]).toEqual([
    ['curl', '-d', '@-', '-s'],
    '{\n  "a": 1\n}',
    'next',
  ]);
  expect(text.slice(input?.offsetAt(4)).startsWith('"a"')).toBe(true);
});

test('each character is told where it stands', () => {
  const text = `x 'a'"b\\"c"$'\\n\\u0041d'\\ e`;
  const [, word] = commandLine(text, 0, 'posix').words;
  const places = [...(word?.text ?? '')].map((character, at) => [
    character,
    text.slice(word?.offsetAt(at)).slice(0, 2),
  ]);
  expect(places).toEqual([
    ['a', "a'"],
    ['b', 'b\\'],
    ['"', '"c'],
    ['c', 'c"'],
    ['\n', '\\n'],
    ['A', '\\u'],
    ['d', "d'"],
    [' ', ' e'],
    ['e', 'e'],
  ]);
});

const pick = <Item>(items: readonly Item[], roll: (below: number) => number) => items[roll(items.length)] as Item; // never empty
const several = (roll: (below: number) => number, make: () => string) => Array.from({ length: roll(5) }, make).join('');

/** A part of a word as somebody may type it in bash, without what depends on the machine. */
function typed(roll: (below: number) => number): string {
  const any = ['a', 'é', ' ', '🙂', '{', '}', ':', ',', '#', '\\\\', '0'];
  switch (roll(5)) {
    case 0:
      return `'${several(roll, () => pick([...any, '"', '\\', '\n', '$', '`', '|', ';'], roll))}'`;
    case 1:
      return `"${several(roll, () => pick([...any, "'", '\\"', '\\$', '\\`', '\\n', '\\\n', '\n', '|', '&', ';', '<'], roll))}"`;
    case 2:
      return `$'${several(roll, () => pick([...any, "\\'", '\\"', '\\n', '\\t', '\\x41', '\\u00e9', '\\101', '\\q', '"', '\n'], roll))}'`;
    case 3:
      return pick(['\\ ', "\\'", '\\"', '\\\\', '\\|', '\\\n', '\\$', '\\a', '\\#'], roll);
    default:
      return pick(['a', 'b-c', 'é', ':', '=', '/', '@', '%', '{', '}', ',', '^', '~x'], roll);
  }
}

const hasBash = spawnSync('bash', ['--version']).status === 0;
(hasBash ? test : test.skip)('words are what bash makes of them', () => {
  const roll = randomNumbers(1);
  const lines = Array.from({ length: 600 }, () =>
    ['x', ...Array.from({ length: 1 + roll(4) }, () => `y${several(roll, () => typed(roll))}`)].join(' '),
  );
  const script = lines.map((line) => `printf '%s\\0' ${line}; printf '\\1\\0'`).join('\n');
  const { stdout } = spawnSync('bash', ['--norc'], { input: script, encoding: 'utf8', env: { LC_ALL: 'C.UTF-8' } });
  const want = stdout
    .split('\x01\0')
    .slice(0, -1)
    .map((line) => line.split('\0').slice(0, -1));
  expect(want.length).toBe(lines.length);
  expect(lines.map((line) => words(line))).toEqual(want);
});

/** How browsers quote for cmd ("Copy as cURL (cmd)"): Chromium's front_end/panels/network/NetworkLogView.ts tells the steps. */
function quotedForCmd(text: string): string {
  const forProgram = text.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
  const forCmd = forProgram.replace(/[^a-zA-Z0-9\s_\-:=+~'/.',?;()*`]/g, '^$&').replace(/%(?=[a-zA-Z0-9_])/g, '%^');
  return `^"${forCmd.replace(/\r?\n/g, '^\n\n')}^"`;
}

test('words that browsers quote for cmd', () => {
  const roll = randomNumbers(2);
  const parts = ['a', 'é', ' ', '"', '\\', '\\n', '\n', '%', '%41', '^', '&', '|', '{', '}', '<', '!', "'", '`', '$'];
  const texts = Array.from({ length: 600 }, () => several(roll, () => pick(parts, roll)));
  expect(texts.map((text) => words(`curl ${quotedForCmd(text)} ^\n  x`, 'cmd'))).toEqual(
    texts.map((text) => ['curl', text, 'x']),
  );
});
