import { join } from 'node:path/posix';
import { isRefusal, type World } from '../world.js';

/** Whether an operand is a pattern: `*` stands for any characters of a name, `?` for one, `**` for any folders. */
export function isGlob(given: string): boolean {
  return /[*?]/.test(given);
}

/** Folders that `*` and `**` do not stand for: they hold no connectors of the user's, and may be huge. */
export const ignoredFolders: ReadonlySet<string> = new Set(['node_modules', '.git']);

/** The files and folders that a pattern names, for shells that do not look themselves. `**` follows no links, so that none leads in a circle. */
export function globbed(world: World, pattern: string): readonly string[] {
  const [first = '', ...others] = pattern.split('/').filter((segment, index) => segment !== '' || index === 0);
  const segments = first === '' ? others : [first, ...others];
  const found = new Set<string>();
  const open = [{ path: first === '' ? '/' : '.', at: 0 }];
  const seen = new Set<string>();
  for (let here = open.pop(); here; here = open.pop()) {
    const { path, at } = here;
    const key = `${at} ${path}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const segment = segments[at];
    if (segment === undefined) found.add(path);
    else if (segment === '**') {
      open.push({ path, at: at + 1 });
      for (const name of namesIn(world, path, ['folder'])) open.push({ path: join(path, name), at });
    } else if (isGlob(segment)) {
      for (const name of namesIn(world, path, ['folder', 'file', 'link'])) {
        if (matches(segment, name)) open.push({ path: join(path, name), at: at + 1 });
      }
    } else if (world.stat(join(path, segment)) !== undefined) open.push({ path: join(path, segment), at: at + 1 });
  }
  return [...found].sort();
}

/** Names that begin with a dot are meant only where they are written. */
function namesIn(world: World, path: string, kinds: readonly string[]): readonly string[] {
  const entries = world.list(path);
  if (isRefusal(entries)) return [];
  const meant = entries.filter(({ name, kind }) => kinds.includes(kind) && !name.startsWith('.'));
  return meant.map(({ name }) => name).filter((name) => !ignoredFolders.has(name));
}

/** In time of their lengths multiplied, whatever the pattern. */
function matches(pattern: string, name: string): boolean {
  let reached = new Set([0]);
  for (const wanted of pattern) {
    const next = new Set<number>();
    for (const at of reached) {
      if (wanted === '*') for (let end = at; end <= name.length; end += 1) next.add(end);
      else if (at < name.length && (wanted === '?' || wanted === name[at])) next.add(at + 1);
    }
    reached = next;
  }
  return reached.has(name.length);
}
