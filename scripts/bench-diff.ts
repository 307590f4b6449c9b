import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lintInputs } from './bench-lint.js';
import type { Job } from './bench-peers.js';

/** Two versions of a definition, and what comparing them may cost: so many times a bare node. */
interface DiffInput {
  readonly name: string;
  readonly old: string;
  readonly new: string;
  readonly target: number;
}

const definitionFile = 'apiDefinition.swagger.json';

/** The definitions that are linted, each against an edition of it that is written below `folder`. */
export function diffInputs(folder: string): readonly DiffInput[] {
  const [small, large] = lintInputs(join(folder, 'old'));
  if (!small || !large) throw new Error('There is nothing to compare.');
  return [
    { name: 'two versions of 29 KB', old: small.path, new: edited(small.path, join(folder, 'small')), target: 2 },
    { name: 'two versions of 1.1 MB', old: large.path, new: edited(large.path, join(folder, 'large')), target: 5 },
  ];
}

/** A version in which every eighth operation is worded anew and every sixteenth is gone. */
function edited(from: string, to: string): string {
  const definition: { paths: Record<string, Record<string, { summary?: string }>> } = JSON.parse(
    readFileSync(join(from, definitionFile), 'utf8'),
  );
  const all = Object.values(definition.paths).flatMap((item) => Object.keys(item).map((method) => ({ item, method })));
  for (const [at, { item, method }] of all.entries()) {
    if (at % 16 === 0) delete item[method];
    else if (at % 8 === 0) item[method] = { ...item[method], summary: 'Worded anew' };
  }
  mkdirSync(to, { recursive: true });
  writeFileSync(join(to, definitionFile), JSON.stringify(definition, null, 2));
  return to;
}

/** 3 MB of YAML: OpenAI's own description of its API. */
const specification = '../shared/data/upstream/openai/openapi.yaml';

/** What the YAML library alone needs for a large specification, and our making a connector of it, which may cost so many times that. */
export function regenerateJobs(
  command: (...words: readonly string[]) => readonly string[],
  folder: string,
): { readonly alone: Job; readonly own: Job; readonly target: number } | undefined {
  if (!existsSync(specification)) return undefined;
  const program = "require('yaml').parse(require('fs').readFileSync(process.argv[1], 'utf8'))";
  const flags = ['--api-version', '2.3.0', '--spec', specification, '--out', folder];
  return {
    alone: { name: 'yaml.parse', command: [process.execPath, '-e', program, specification] },
    own: { name: 'connector-kit regenerate', command: command('regenerate', 'openai', ...flags) },
    target: 1.3,
  };
}
