import { importsOf } from './imports.js';
import type { Source } from './source.js';

/** Lowest first. A file may import from its own folder and from floors strictly below it. */
const floors: readonly (readonly string[])[] = [
  ['core'],
  ['openapi', 'http', 'expression', 'arm', 'report'],
  ['definition', 'workflow', 'recording'],
  ['build', 'wire', 'designer'],
  ['lint', 'contract', 'diff', 'upstream', 'infer', 'engine', 'actions', 'scaffold'],
  ['azure', 'sentinel'],
  ['emulator', 'export', 'fleet', 'playbook', 'pages'],
  ['matchers', 'cli'],
];
/** The only folder that may touch the outside world: files, network, processes, the clock. */
const edge = 'cli';
/** Parts of Node that compute and touch nothing. */
const pureNode = ['node:buffer', 'node:crypto', 'node:zlib', 'node:path/posix'];
/** The public API and the composition root: above all floors. */
const roof = ['src/index.ts', 'src/playbooks.ts', 'src/jest.ts', 'src/bin.ts'];

const floorOf = (folder: string) => floors.findIndex((names) => names.includes(folder));

/** The step of the work that a file of `src/` belongs to; undefined outside of it and on the roof. */
function folderOf(file: string): string | undefined {
  const [top, folder, ...rest] = file.split('/');
  return top === 'src' && rest.length > 0 ? folder : undefined;
}

/** Every file of `src/` lies in a folder that has a floor, but for the roof. */
export function strays(sources: readonly Source[]): string[] {
  return sources.flatMap(({ file }) => {
    if (!file.startsWith('src/') || roof.includes(file) || file === 'src/README.md') return [];
    return floorOf(folderOf(file) ?? '') === -1 ? [`${file} lies in no folder that has a floor.`] : [];
  });
}

/** Imports within `src/` go to the same folder or strictly down. */
export function upwardImports(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const folder = folderOf(source.file);
    if (folder === undefined) return [];
    return importsOf(source).flatMap(({ line, target }) => {
      if (target === undefined) return [];
      const other = folderOf(target);
      if (other === folder || (other !== undefined && floorOf(other) < floorOf(folder) && floorOf(other) !== -1))
        return [];
      return [`${source.file}:${line} imports ${target}, which is not below it.`];
    });
  });
}

/** Below the edge only the pure parts of Node, no computed import; everywhere only packages that are installed with ours. */
export function foreignImports(sources: readonly Source[], dependencies: readonly string[]): string[] {
  return sources.flatMap((source) => {
    const { file } = source;
    if (!file.startsWith('src/')) return [];
    const free = roof.includes(file) || folderOf(file) === edge;
    return importsOf(source).flatMap(({ line, name }) => {
      if (name === undefined) return free ? [] : [`${file}:${line} imports a computed name.`];
      if (name.startsWith('.')) return [];
      const [scope = '', second] = name.split('/');
      const allowed = name.startsWith('node:')
        ? free || pureNode.includes(name)
        : dependencies.includes(scope.startsWith('@') ? `${scope}/${second}` : scope);
      return allowed ? [] : [`${file}:${line} imports ${name}, which it may not.`];
    });
  });
}

/** The connectors and the playbooks are users of the public API: they import it, connectors and their own files, nothing else. */
export function connectorImports(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const isPlaybook = source.file.startsWith('playbooks/');
    if (!isPlaybook && !source.file.startsWith('connector/')) return [];
    return importsOf(source).flatMap(({ line, name, target = '' }) => {
      if (target.startsWith('connector/') || target === 'src/index.ts') return [];
      if (isPlaybook && (target.startsWith('playbooks/') || target === 'src/playbooks.ts')) return [];
      return [`${source.file}:${line} imports ${name ?? 'a computed name'}, which is not the public API.`];
    });
  });
}

/** Import cycles, each named once, by the files on it. */
export function cycles(sources: readonly Source[]): string[] {
  const targets = new Map(
    sources.map((source) => [source.file, importsOf(source).flatMap(({ target }) => target ?? [])]),
  );
  const done = new Set<string>();
  const path: string[] = [];
  const found: string[] = [];
  const visit = (file: string): void => {
    const at = path.indexOf(file);
    if (at !== -1) found.push([...path.slice(at), file].join(' -> '));
    if (at !== -1 || done.has(file)) return;
    path.push(file);
    for (const target of targets.get(file) ?? []) visit(target);
    path.pop();
    done.add(file);
  };
  for (const file of targets.keys()) visit(file);
  return found;
}
