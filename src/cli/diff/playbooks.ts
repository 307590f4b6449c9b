import { join } from 'node:path/posix';
import type { SourceDocument } from '../../core/document.js';
import { Fault } from '../../core/fault.js';
import type { Finding } from '../../core/finding.js';
import { shorten } from '../../core/shorten.js';
import type { Connector } from '../../definition/connector.js';
import type { Change } from '../../diff/change.js';
import { playbookHits, type PlaybookHit } from '../../diff/playbooks.js';
import { readWorkflows } from '../../workflow/read-workflows.js';
import { readFile } from '../read-source.js';
import type { DiffResult } from '../schemas/diff.js';
import { standardConnections } from '../standard-connections.js';
import { isRefusal, type World } from '../world.js';

/** A file with playbooks, and which of their actions breaking changes hit. */
export type PlaybookResult = NonNullable<DiffResult['playbooks']>[number];

/** What `--playbooks` gives. */
export interface Playbooks {
  /** Every file that was read and has a playbook, by name. */
  readonly playbooks: readonly PlaybookResult[];
  /** What is wrong with the files. */
  readonly findings: readonly Finding[];
  readonly documents: readonly SourceDocument[];
}

/**
 * Reads the playbooks at `paths`, files as they are and folders with all that is in them and ends in .json, and tells which of their actions
 * the breaking changes hit. In a folder, a file without a playbook is passed over.
 */
export async function hitPlaybooks(
  world: World,
  paths: readonly string[],
  { changes, old }: { readonly changes: readonly Change[]; readonly old: Connector },
): Promise<Playbooks> {
  const breaking = changes.filter((change) => change.breaking);
  const files: ReadPlaybook[] = [];
  for (const { file, named } of playbookFiles(world, paths)) {
    const source = await readFile(world, file);
    const read = readWorkflows(source, standardConnections(world, file));
    if (read.workflows.length > 0 || named) files.push({ source, read });
  }
  const deployed = { old, ...deployedAs(old.name, files) };
  return {
    playbooks: files.map(({ source, read }) => ({
      file: source.file,
      actions: playbookHits(breaking, [read], deployed).map((hit) => actionOf(hit, source)),
    })),
    findings: files.flatMap(({ source: { file }, read }) => read.findings.map((found) => ({ ...found, file }))),
    documents: files.map(({ source }) => source),
  };
}

interface ReadPlaybook {
  readonly source: SourceDocument;
  readonly read: ReturnType<typeof readWorkflows>;
}

/**
 * A definition does not say what resource it is deployed as. Where some playbook calls an API of the connector's name, it is that one,
 * whether custom or Microsoft's, and no other custom connector; else any custom connector may be it.
 */
function deployedAs(name: string, files: readonly ReadPlaybook[]): { readonly names?: readonly string[] } {
  const calls = files.flatMap(({ read }) => read.workflows.flatMap((workflow) => workflow.calls));
  return calls.some(({ api }) => api.name?.toLowerCase() === name.toLowerCase()) ? { names: [name] } : {};
}

function actionOf(
  { change, workflow, call, places }: PlaybookHit,
  { locate }: SourceDocument,
): PlaybookResult['actions'][number] {
  const { code, message, operation } = change;
  const { name, pointer } = call.step;
  return {
    action: name,
    ...(workflow !== undefined && { workflow }),
    ...(operation !== undefined && { operation }),
    code,
    message,
    pointer,
    ...locate(pointer),
    places: places.map((place) => ({ ...place, ...locate(place.pointer) })),
  };
}

interface PlaybookFile {
  readonly file: string;
  /** Whether it was named itself, and not found in a folder. */
  readonly named: boolean;
}

/** Folders that hold no playbooks of the user's, and may be huge. */
const ignored: ReadonlySet<string> = new Set(['node_modules', '.git']);

function playbookFiles(world: World, paths: readonly string[]): readonly PlaybookFile[] {
  const found = new Map<string, PlaybookFile>();
  const seen = new Set<string>();
  const open = paths.map((path) => ({ path: world.shown(path), named: true }));
  for (let at = open.shift(); at; at = open.shift()) {
    const { path, named } = at;
    const stat = world.stat(path);
    if (stat === undefined || isRefusal(stat)) {
      if (named) throw closed(path, stat?.refused);
      continue;
    }
    if (stat.kind !== 'folder') {
      if (named || path.endsWith('.json')) found.set(path, { file: path, named });
    } else if (!seen.has(stat.identity)) {
      seen.add(stat.identity);
      const entries = world.list(path);
      if (isRefusal(entries)) throw closed(path, entries.refused);
      for (const { name } of entries) if (!ignored.has(name)) open.push({ path: join(path, name), named: false });
    }
  }
  return [...found.values()].sort((one, other) => (one.file < other.file ? -1 : 1));
}

function closed(path: string, why: string | undefined): Fault {
  if (why === undefined) {
    const help = 'Give files with workflows or ARM templates, or folders of them.';
    return new Fault('not-found', `There is no file or folder ${shorten(path)}.`, { help });
  }
  return new Fault('not-readable', `${shorten(path)} cannot be read: ${why}.`, {
    help: 'Check the permissions of the path.',
  });
}
