import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runIn } from '../scenarios/run.js';
import { memoryWorld } from './memory-world.js';

/* bash and zsh run the scripts that are made for them. PowerShell's is looked at in completion.test.ts, and was run nowhere. */

const files = {
  '/kit/connector/tickets/apiDefinition.swagger.json': '{}',
  '/kit/connector/parcels/apiDefinition.swagger.json': '{}',
  '/kit/playbooks/triage/azuredeploy.json': '{}',
};
const folder = mkdtempSync(join(tmpdir(), 'completion-'));
mkdirSync(join(folder, 'work', 'par ts'), { recursive: true });
writeFileSync(join(folder, 'work', 'particulars.json'), '');

const has = (program: string) => spawnSync(program, ['--version']).error === undefined;

async function scriptFor(shell: string): Promise<string> {
  const { out } = await runIn(memoryWorld({ files }), `completion ${shell}`);
  const file = join(folder, `script.${shell}`);
  writeFileSync(file, `${out.join('\n')}\n`);
  return file;
}

/** A command line as bash has it in COMP_WORDS, the cursor behind the last word, and what is offered for that. */
const lines: readonly (readonly [line: readonly string[], offered: readonly string[]])[] = [
  [['te'], ['test']],
  [['pl'], ['plan', 'playbook']],
  [['--v'], ['--version']],
  [['playbook', 'l'], ['lint']],
  [['playbook', 'lint', '--fo'], ['--format']],
  [['test', 'ti'], ['tickets']],
  [
    ['test', 'par'],
    ['par ts', 'parcels', 'particulars.json'],
  ],
  [['test', '--fo'], ['--format']],
  [['test', '--format', 's'], ['sarif']],
  [['test', '--format', '=', 'ju'], ['junit']],
  [
    ['test', '--format', '=', ''],
    ['text', 'json', 'sarif', 'github', 'junit', 'markdown', 'html'],
  ],
  [
    ['test', '--samples', 'x', 'par'],
    ['par ts', 'particulars.json'],
  ],
  [['test', '--samples', 'x', '--strict', 'ti'], ['tickets']],
  [['build', '--out', 'par'], ['par ts']],
  [['build', '--out', 'x', 'ti'], ['tickets']],
  [['build', '--endpoint', ''], []],
  [
    ['publish', 'tickets', '--target', ''],
    ['azure', 'emulator'],
  ],
  [
    ['publish', '-'],
    ['-g', '-h', '-l', '-n', '-y'],
  ],
  [['publish', '-g', ''], []],
  [['publish', '--', '--ti'], []],
  [['publish', '--', 'ti'], ['tickets']],
  [['playbook', 'run', 'tri'], ['triage']],
  [['explain', 'wrong-t'], ['wrong-type']],
  [
    ['completion', ''],
    ['bash', 'zsh', 'powershell'],
  ],
  [['nonsense', ''], []],
];

const shortOnly = (line: readonly string[], offered: string[]) =>
  line.at(-1) === '-' ? offered.filter((one) => !one.startsWith('--')) : offered;

/** What only bash makes words of. */
const ofBash: typeof lines = [
  [['call', 'tickets', '--body', '@', 'part'], ['@particulars.json']],
  [
    ['call', 'tickets', '--body', '@'],
    ['@par ts', '@particulars.json'],
  ],
  [['call', 'tickets', '--body', '=@', 'part'], ['@particulars.json']],
];

test('bash', async () => {
  const script = await scriptFor('bash');
  const quote = (word: string) => `'${word}'`;
  const all = [...lines, ...ofBash];
  const calls = all.map(
    ([line]) =>
      `COMP_WORDS=(connector-kit ${line.map(quote).join(' ')}); COMP_CWORD=${line.length}; _connector_kit; printf '%s\\t' "\${COMPREPLY[@]}"; echo`,
  );
  const program = `set -u\nsource ${quote(script)}\n${calls.join('\n')}`;
  const out = execFileSync('bash', ['-c', program], { cwd: join(folder, 'work'), encoding: 'utf8' });
  const offered = out.split('\n').slice(0, -1);
  const want = all.map(([line, words]) => [line, [...words].toSorted()]);
  expect(
    all.map(([line], at) => [line, shortOnly(line, (offered[at] ?? '').split('\t').filter(Boolean)).toSorted()]),
  ).toEqual(want);
});

(has('zsh') ? test : test.skip)('zsh', async () => {
  const script = await scriptFor('zsh');
  const quote = (word: string) => `'${word}'`;
  // what the system of completion would give, as far as the script asks for it
  const stubs = `
compdef() { : }
compset() { : }
compadd() { while [[ $1 == -* && $1 != -- ]]; do shift; done; [[ $1 == -- ]] && shift; local w; for w in "$@"; do [[ $w == \${cur}* ]] && print -rn -- "$w	"; done; return 0 }
_files() { local w; for w in par*; do [[ $1 == -/ && ! -d $w ]] && continue; [[ $w == \${cur}* ]] && print -rn -- "$w	"; done; return 0 }
_describe() { local w; for w in "\${list[@]}"; do w="\${w%%:*}"; [[ $w == \${cur}* ]] && print -rn -- "$w	"; done; return 0 }
`;
  const joined = (line: readonly string[]) => line.join('\n').replaceAll('\n=\n', '=').split('\n');
  const calls = lines.map(
    ([line]) => `words=(connector-kit ${joined(line).map(quote).join(' ')}); CURRENT=\${#words}; _connector_kit; print`,
  );
  const program = `${stubs}\nsource ${quote(script)}\n${calls.join('\n')}`;
  const out = execFileSync('zsh', ['-f', '-c', program], { cwd: join(folder, 'work'), encoding: 'utf8' });
  const offered = out.split('\n').slice(0, -1);
  expect(
    lines.map(([line], at) => [line, shortOnly(line, (offered[at] ?? '').split('\t').filter(Boolean)).toSorted()]),
  ).toEqual(lines.map(([line, words]) => [line, [...words].toSorted()]));
});
