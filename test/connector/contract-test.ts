import { resolve } from 'node:path';
import { main } from '../../src/cli/main.js';
import { realWorld } from '../../src/cli/real-world.js';
import type { TestResult } from '../../src/cli/schemas.js';

/** What `connector-kit test LINE` gives: a shipped connector as its committed files have it, and recordings as they lie on disk. */
export async function contractTest(line: string): Promise<TestResult> {
  let printed = '';
  const world = { ...realWorld(resolve('.')), out: (text: string) => void (printed += text), err: () => undefined };
  const built = () => Promise.reject(new Error('nothing is built here'));
  await main(['test', ...line.split(' '), '--json', '--quiet'], world, built);
  return JSON.parse(printed);
}

/** The errors by sample (its path below `folder`), each as `code pointer`. */
export function errorsOf({ findings }: TestResult, folder: string): Readonly<Record<string, readonly string[]>> {
  const bySample = new Map<string, string[]>();
  for (const { severity, code, pointer, sample = '' } of findings) {
    if (severity !== 'error') continue;
    const name = sample.slice(sample.indexOf(folder) + folder.length + 1);
    bySample.set(name, [...(bySample.get(name) ?? []), `${code} ${pointer}`]);
  }
  return Object.fromEntries(bySample);
}

/** How many findings there are of each kind, as `severity code`; a folded one counts as often as it stands for. */
export function countsOf({ findings }: TestResult): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { severity, code, count = 1 } of findings) {
    const kind = `${severity} ${code}`;
    counts.set(kind, (counts.get(kind) ?? 0) + count);
  }
  return Object.fromEntries(counts);
}
