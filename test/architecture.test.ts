import { readdirSync, readFileSync } from 'node:fs';
import { undocumented } from './architecture/documented.js';
import { connectorImports, cycles, foreignImports, strays, upwardImports } from './architecture/floors.js';
import { source, type Source } from './architecture/source.js';
import * as style from './architecture/style.js';

const dependencies = ['yaml', '@scope/package'];
const foreign = (sources: readonly Source[]) => foreignImports(sources, dependencies);

/** A rule, files that break it, what it says of them, and the like that keeps it. */
type Case = readonly [
  rule: (sources: readonly Source[]) => string[],
  bad: Readonly<Record<string, string>>,
  said: readonly string[],
  good: Readonly<Record<string, string>>,
];

const lines = (count: number, line: string) => `${line}\n`.repeat(count);

const cases: Readonly<Record<string, Case>> = {
  'a file lies in a folder that has a floor': [
    strays,
    { 'src/helper.ts': '', 'src/utils/helper.ts': '', 'src/core/a.ts': '' },
    ['src/helper.ts lies in no folder that has a floor.', 'src/utils/helper.ts lies in no folder that has a floor.'],
    { 'src/index.ts': '', 'src/bin.ts': '', 'src/README.md': '', 'src/cli/commands/test.ts': '', 'scripts/a.ts': '' },
  ],
  'imports go down, in every form': [
    upwardImports,
    {
      'src/core/a.ts': "import type { T } from '../http/t.js';",
      'src/http/a.ts': "export { t } from '../openapi/t.js';\nexport * from '../cli/t.js';",
      'src/wire/a.ts': "const t = import('../contract/t.js');\ntype T = import('../lint/t.js').T;",
      'src/cli/a.ts': "const t = require('../index.js');\nimport u = require('../../connector/u.js');",
    },
    [
      'src/core/a.ts:1 imports src/http/t.ts, which is not below it.',
      'src/http/a.ts:1 imports src/openapi/t.ts, which is not below it.',
      'src/http/a.ts:2 imports src/cli/t.ts, which is not below it.',
      'src/wire/a.ts:1 imports src/contract/t.ts, which is not below it.',
      'src/wire/a.ts:2 imports src/lint/t.ts, which is not below it.',
      'src/cli/a.ts:1 imports src/index.ts, which is not below it.',
      'src/cli/a.ts:2 imports connector/u.ts, which is not below it.',
    ],
    {
      'src/cli/commands/a.ts':
        "import { b } from '../b.js'; import { c } from '../../core/c.js'; export const t = import('./c.js');",
      'src/index.ts': "export { main } from './cli/main.js';",
      'src/bin.ts': "import('../connector/catalog.js');",
    },
  ],
  'only the edge uses what is not pure': [
    foreign,
    {
      'src/core/a.ts':
        "import { readFileSync } from 'node:fs';\nimport type { Argv } from 'yargs';\nconst path = 'x';\nimport(path);",
      'src/cli/a.ts': "import type { Oas } from '@scope/other/deep.js';",
      'src/index.ts': "export { t } from 'fs';",
    },
    [
      'src/core/a.ts:1 imports node:fs, which it may not.',
      'src/core/a.ts:2 imports yargs, which it may not.',
      'src/core/a.ts:4 imports a computed name.',
      'src/cli/a.ts:1 imports @scope/other/deep.js, which it may not.',
      'src/index.ts:1 imports fs, which it may not.',
    ],
    {
      'src/core/a.ts':
        "import { createHash } from 'node:crypto'; import { parse } from 'yaml'; const t = import('@scope/package/deep.js');",
      'src/cli/a.ts': "import { readFileSync } from 'node:fs'; const t = import(path);",
      'src/bin.ts': "import { fileURLToPath } from 'node:url';",
      'scripts/a.ts': "import { build } from 'esbuild';",
    },
  ],
  'a connector uses the public API': [
    connectorImports,
    {
      'connector/a.ts': "import { t } from '../src/core/t.js';\nimport { parse } from 'yaml';\nimport(name);",
      'connector/deep/a.ts': "import type { T } from '../../scripts/t.js';",
      'connector/b.ts': "import { call } from '../src/playbooks.js';",
      'playbooks/a.ts': "import { t } from '../src/actions/t.js';",
    },
    [
      'connector/a.ts:1 imports ../src/core/t.js, which is not the public API.',
      'connector/a.ts:2 imports yaml, which is not the public API.',
      'connector/a.ts:3 imports a computed name, which is not the public API.',
      'connector/deep/a.ts:1 imports ../../scripts/t.js, which is not the public API.',
      'connector/b.ts:1 imports ../src/playbooks.js, which is not the public API.',
      'playbooks/a.ts:1 imports ../src/actions/t.js, which is not the public API.',
    ],
    {
      'connector/deep/a.ts': "import { t } from '../../src/index.js'; import data from '../data.json';",
      'playbooks/a.ts':
        "import { c } from '../connector/c.js'; import { call } from '../src/playbooks.js'; import { t } from './t.js';",
      'src/core/a.ts': "import 'yaml';",
    },
  ],
  'no file imports itself by a detour': [
    cycles,
    {
      'src/core/a.ts': "import { b } from './b.js';",
      'src/core/b.ts': "import type { C } from './c.js';",
      'src/core/c.ts': "export const load = () => import('./a.js');",
      'src/core/d.ts': "import './d.js';",
    },
    ['src/core/a.ts -> src/core/b.ts -> src/core/c.ts -> src/core/a.ts', 'src/core/d.ts -> src/core/d.ts'],
    { 'src/core/a.ts': "import './b.js'; import './c.js';", 'src/core/b.ts': "import './c.js';", 'src/core/c.ts': '' },
  ],
  'a file is short': [
    style.longFiles,
    { 'src/core/a.ts': lines(251, '//') },
    ['src/core/a.ts has 251 lines.'],
    { 'src/core/a.ts': lines(250, '//'), 'test/core/a.test.ts': lines(251, '//') },
  ],
  'a function is short': [
    style.longFunctions,
    {
      'src/core/a.ts': `// é\nfunction a() {\n${lines(59, '')}}`,
      'scripts/a.ts': `const a = () => {\n${lines(59, '')}};\nclass A {\n  a() {\n${lines(59, '')}}\n  get b() {\n${lines(59, '')}}\n}`,
      'connector/a.ts': `const a = { a() {\n${lines(59, '')}}, get b() {\n${lines(59, '')}} };`,
    },
    [
      'src/core/a.ts:2 has a function of 61 lines.',
      'scripts/a.ts:1 has a function of 61 lines.',
      'scripts/a.ts:63 has a function of 61 lines.',
      'scripts/a.ts:124 has a function of 61 lines.',
      'connector/a.ts:1 has a function of 61 lines.',
      'connector/a.ts:61 has a function of 61 lines.',
    ],
    {
      'src/core/a.ts': `function a() {\n${lines(58, '')}}\nconst a = {\n${lines(70, '')}};\nclass A {\n${lines(70, '')}}`,
    },
  ],
  'a function has few parameters': [
    style.manyParameters,
    { 'src/core/a.ts': 'function a(b, c, d, e) {}\nconst f = (b, c, d, e) => b;\nclass A { f(b, c, d, e) {} }' },
    [
      'src/core/a.ts:1 has a function of 4 parameters.',
      'src/core/a.ts:2 has a function of 4 parameters.',
      'src/core/a.ts:3 has a function of 4 parameters.',
    ],
    { 'src/core/a.ts': 'function a(b, c, { d, e, f, g }) {}\ntype F = (b: 1, c: 2, d: 3, e: 4) => void;' },
  ],
  'nothing below the edge reaches outside': [
    style.sideEffects,
    {
      'src/core/a.ts':
        'const { env } = process;\nif (`${console.log(1)}`) fetch(env);\nnew Date();\nDate.now();\nMath.random();',
      'connector/a.ts': 'globalThis.process;\nf({ process });',
    },
    [
      'src/core/a.ts:1 names process.',
      'src/core/a.ts:2 names console.',
      'src/core/a.ts:2 names fetch.',
      'src/core/a.ts:3 uses new Date().',
      'src/core/a.ts:4 uses Date.now.',
      'src/core/a.ts:5 uses Math.random.',
      'connector/a.ts:1 names globalThis.',
      'connector/a.ts:2 names process.',
    ],
    {
      'src/core/a.ts': `// process.env\nconst a = 'console.log'; const b = c.process; const d = { console: 1, fetch() {} }; new Date(0); new Date('2024');
        interface World { fetch(url: string): void; process: string }`,
      'src/cli/a.ts': 'process.exit(); console.log(Date.now());',
      'src/bin.ts': 'process.exitCode = 1;',
      'scripts/a.ts': 'console.log(1);',
    },
  ],
  'no default export': [
    style.defaultExports,
    {
      'src/core/a.ts': 'export default 1;',
      'scripts/a.ts': 'const a = 1;\nexport { a as default };\nexport default function b() {}',
    },
    [
      'src/core/a.ts:1 has a default export.',
      'scripts/a.ts:2 has a default export.',
      'scripts/a.ts:3 has a default export.',
    ],
    { 'src/core/a.ts': "export const a = { default: 1 }; import b from './b.json';" },
  ],
  'only the public API hands on': [
    style.reExports,
    {
      'src/core/a.ts': "export * from './b.js';\nexport { c } from './c.js';\nexport type { D } from './d.js';",
      'src/core/index.ts': '',
    },
    [
      'src/core/index.ts is an index file.',
      'src/core/a.ts:1 exports from another file.',
      'src/core/a.ts:2 exports from another file.',
      'src/core/a.ts:3 exports from another file.',
    ],
    { 'src/index.ts': "export { a } from './core/a.js';", 'src/core/a.ts': 'const a = 1; export { a };' },
  ],
  'no any': [
    style.anys,
    { 'scripts/a.ts': 'const a: any[] = [];\nconst b = <T extends Record<string, any>>(c: T) => c as any;' },
    ['scripts/a.ts:1 says any.', 'scripts/a.ts:2 says any.', 'scripts/a.ts:2 says any.'],
    { 'src/core/a.ts': "// any\nconst any: unknown = 'any';" },
  ],
  'nothing in src/ knows the domain of one connector': [
    style.domainLeaks,
    { 'src/core/openAI.ts': '// Chat\nconst promptly = "x-ms-openai-data /openai";', 'src/README.md': 'chat' },
    [
      'src/core/openAI.ts:0 says openAI.',
      'src/core/openAI.ts:1 says Chat.',
      'src/core/openAI.ts:2 says prompt.',
      'src/core/openAI.ts:2 says openai.',
      'src/README.md:1 says chat.',
    ],
    {
      'src/core/a.ts': 'const key = "x-ms-openai-data"; // OpenAPI, Pacific/Chatham',
      'connector/openai.ts': '// chat',
    },
  ],
  'what is exported is documented': [
    undocumented,
    {
      'src/core/a.ts': `/** é, like /a/*\\/b */\n\nexport const a = 1;
        export const b = 1, c = 2;\nexport interface D {}\nexport type E = 1;\nexport class F {}\nexport enum G {}
        // no doc comment\nexport function h() {}\n/* neither */\nexport async function i() {}\nfunction j() {}\nexport { j };`,
    },
    [
      'src/core/a.ts:4 exports b without a doc comment.',
      'src/core/a.ts:4 exports c without a doc comment.',
      'src/core/a.ts:5 exports D without a doc comment.',
      'src/core/a.ts:6 exports E without a doc comment.',
      'src/core/a.ts:7 exports F without a doc comment.',
      'src/core/a.ts:8 exports G without a doc comment.',
      'src/core/a.ts:10 exports h without a doc comment.',
      'src/core/a.ts:12 exports i without a doc comment.',
      'src/core/a.ts:13 exports j without a doc comment.',
    ],
    {
      'src/core/a.ts': `function a() {}\n/** B */\nexport const B = 1;\nexport type B = 1;
        /** c, twice. */\nexport function c(d: string): void;\nexport function c(d: number): void;\nexport function c(d: unknown) {}
        /**\n * e\n */\nfunction e() {}\nexport { e };\nexport const f: Rule<string> = {};`,
      'src/index.ts': "export { a } from './core/a.js';",
      'scripts/a.ts': 'export const a = 1;',
    },
  ],
};

const read = (files: Readonly<Record<string, string>>) =>
  Object.entries(files).map(([file, text]) => source(file, text));

describe('each rule finds what breaks it and nothing else', () => {
  test.each(Object.entries(cases))('%s', (_name, [rule, bad, said, good]) => {
    expect(rule(read(bad))).toEqual(said);
    expect(rule(read(good))).toEqual([]);
  });
});

describe('the project keeps each rule', () => {
  let project: readonly Source[] = [];
  beforeAll(() => {
    project = ['src', 'connector', 'playbooks', 'scripts']
      .flatMap(filesOf)
      .map((file) => source(file, readFileSync(file, 'utf8')));
  });
  const { dependencies: installed } = JSON.parse(readFileSync('package.json', 'utf8'));

  test.each(Object.entries(cases))('%s', (_name, [rule]) => {
    const broken = rule === foreign ? foreignImports(project, Object.keys(installed)) : rule(project);
    expect(broken).toEqual([]);
  });

  function filesOf(folder: string): string[] {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const files = names.map((name) => `${folder}/${name.replaceAll('\\', '/')}`);
    return files.filter((file) => /\.(ts|md)$/.test(file) && !file.includes('/node_modules/')).toSorted();
  }
});
