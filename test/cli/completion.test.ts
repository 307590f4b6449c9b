import type { Command } from '../../src/cli/command.js';
import { flagGroups } from '../../src/cli/completion/by-flag.js';
import { completionModel } from '../../src/cli/completion/model.js';
import { powershellScript } from '../../src/cli/completion/powershell.js';
import { runIn } from '../scenarios/run.js';
import { memoryWorld } from './memory-world.js';

const one = (of: Pick<Command, 'operands' | 'flags'>): Command => ({
  details: [],
  examples: [],
  run: () => Promise.reject(new Error('Nobody runs it.')),
  ...of,
});
const make = one({
  operands: { placeholder: 'CONNECTOR', least: 1, most: 1 },
  flags: {
    out: { kind: 'text', placeholder: 'DIR', help: 'Where it goes. Unless given, here.' },
    target: { kind: 'text', short: 't', placeholder: 'azure|emulator', help: "Whose it's: one of two." },
    samples: { kind: 'list', placeholder: 'PATH', help: 'x'.repeat(50) + ' ' + 'y'.repeat(50) },
    dry: { kind: 'switch', help: 'Do nothing.' },
  },
});
const run = one({
  operands: { placeholder: 'WORKFLOW', least: 1, most: 1 },
  flags: { out: { kind: 'text', placeholder: 'FILE', help: 'The page.' } },
});
const table = {
  make: { summary: "Make what isn't there.", load: async () => make },
  'playbook run': { summary: 'Run it.', load: async () => run },
};
const world = memoryWorld({
  files: {
    '/kit/connector/tickets/apiDefinition.swagger.json': '{}',
    '/kit/playbooks/triage/azuredeploy.json': '{}',
    '/kit/playbooks/none/README.md': '',
  },
});

test('what a shell completes', async () => {
  const [first, second] = await completionModel(table, world);
  expect(first?.operands).toEqual({ words: ['tickets'], paths: 'files' });
  expect(second?.operands).toEqual({ words: ['triage'], paths: 'files' });
  expect(first?.flags.slice(0, 4)).toEqual([
    { name: '--out', short: undefined, help: 'Where it goes', takes: { words: [], paths: 'folders' }, isList: false },
    { name: '--target', short: '-t', help: "Whose it's", takes: { words: ['azure', 'emulator'] }, isList: false },
    {
      name: '--samples',
      short: undefined,
      help: `${'x'.repeat(50)} …`,
      takes: { words: [], paths: 'files' },
      isList: true,
    },
    { name: '--dry', short: undefined, help: 'Do nothing', takes: undefined, isList: false },
  ]);
});

test('flags that take the same are together, those of a command by its name', async () => {
  const groups = flagGroups(await completionModel(table, world));
  expect(groups.map(({ takes, isList, patterns }) => [takes, isList, patterns.map((one) => one.join(' '))])).toEqual([
    [{ words: [], paths: 'folders' }, false, ['make --out']],
    [{ words: [], paths: 'files' }, false, ['playbook run --out', '* --config']],
    [{ words: ['azure', 'emulator'] }, false, ['* --target', '* -t']],
    [{ words: [], paths: 'files' }, true, ['* --samples']],
    [{ words: ['text', 'json'] }, false, ['* --format']],
  ]);
});

/** What is left of a script of PowerShell without its texts and comments. */
const bare = (script: string) =>
  script.replaceAll(/'(?:[^'\n]|'')*'|"(?:[^"\n]|"")*"/g, "''").replaceAll(/#[^\n]*/g, '');

test('PowerShell: quotes end on their line, and brackets are closed in their order', async () => {
  const script = powershellScript(await completionModel(table, world));
  expect(script).toContain("'make' = 'Make what isn''t there.'");
  const left = bare(script);
  expect(left.replaceAll("''", '')).not.toMatch(/['"]/);
  const open: string[] = [];
  const pairs: Readonly<Record<string, string>> = { ')': '(', '}': '{', ']': '[' };
  for (const sign of left.match(/[(){}[\]]/g) ?? []) {
    if (pairs[sign] === undefined) open.push(sign);
    else expect(open.pop()).toBe(pairs[sign]);
  }
  expect(open).toEqual([]);
});

test.each([
  ['fish', '"fish" is no shell that there is a script for.'],
  ['zhs', '"zhs" is no shell that there is a script for. Did you mean "zsh"?'],
])('completion %s', async (shell, message) => {
  expect(await runIn(memoryWorld(), `completion ${shell}`)).toEqual({
    exit: 2,
    out: [],
    err: [`connector-kit: ${message}`, 'Give bash, zsh, powershell.'],
  });
});
