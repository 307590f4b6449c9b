import { extname } from 'node:path/posix';
import type { SourceDocument } from '../../core/document.js';
import { Fault } from '../../core/fault.js';
import type { JsonObject } from '../../core/json.js';
import { didYouMean } from '../../core/nearest.js';
import { shorten } from '../../core/shorten.js';
import type { Playbook } from '../../playbook/playbook.js';
import { readPlaybooks } from '../../playbook/read-playbooks.js';
import type { Finding } from '../../core/finding.js';
import { moduleExtensions } from '../module-extensions.js';
import { readFile } from '../read-source.js';
import { PLAYBOOK_TEMPLATE, playbookFolder } from '../shipped-playbooks.js';
import { isRefusal, type World } from '../world.js';

/** A WORKFLOW as it was given on the command line. */
export interface LoadedPlaybook {
  readonly source: SourceDocument;
  /** Undefined where it could not be read; there is a finding then. */
  readonly playbook: Playbook | undefined;
  readonly findings: readonly Finding[];
}

/** The document of a WORKFLOW: a definition, a template, or a module that exports one. `FILE#NAME` where it holds several. */
export interface WorkflowSource {
  readonly source: SourceDocument;
  /** Which of its workflows is meant, where that is said. */
  readonly wanted: string | undefined;
}

/** Reads a WORKFLOW's document. Throws a `Fault` where there is none. */
export async function workflowSource(world: World, given: string): Promise<WorkflowSource> {
  const at = world.stat(given) === undefined ? given.lastIndexOf('#') : -1;
  const path = pathOf(world, at > 0 ? given.slice(0, at) : given);
  const wanted = at > 0 ? given.slice(at + 1) : undefined;
  const stat = world.stat(path);
  const help =
    'Give a workflow definition, an ARM template that holds one, a module that exports one, or the name of a shipped playbook.';
  if (stat === undefined) throw new Fault('not-found', `There is no file ${shorten(path)}.`, { help });
  if (isRefusal(stat) || stat.kind === 'folder') {
    const why = isRefusal(stat) ? stat.refused : 'it is a folder';
    throw new Fault('called-wrongly', `${shorten(path)} is no workflow: ${why}.`, { help });
  }
  const file = world.shown(path);
  if (!moduleExtensions.has(extname(path))) return { source: await readFile(world, file), wanted };
  const { workflowInModule } = await import('./workflow-module.js');
  return { source: await workflowInModule(world, file, wanted), wanted: undefined };
}

/** The template of a shipped playbook, where it is the name of one; a file of that name wins. */
function pathOf(world: World, given: string): string {
  const shipped = `${playbookFolder(world, given)}/${PLAYBOOK_TEMPLATE}`;
  const isName = /^[\w-]+$/.test(given) && world.stat(given) === undefined;
  return isName && world.stat(shipped) !== undefined ? world.shown(shipped) : given;
}

/** How many workflows of a file are named to who has to choose. */
const MOST_NAMED = 10;

/** The playbook in a document. Throws a `Fault` where it is open which one is meant. */
export function playbookIn({ source, wanted }: WorkflowSource, given: JsonObject): LoadedPlaybook {
  const { playbooks, findings } = readPlaybooks(source, given);
  const named = wanted === undefined ? playbooks : playbooks.filter(({ workflow }) => workflow.name === wanted);
  const [playbook, ...others] = named;
  if (playbook !== undefined && others.length === 0) return { source, playbook, findings };
  if (findings.some(({ severity }) => severity === 'error')) return { source, playbook: undefined, findings };
  const names = playbooks.flatMap(({ workflow }) => workflow.name ?? []);
  if (playbooks.length === 0) {
    const help = 'Give a workflow definition, an ARM template that holds one, or a module that exports one.';
    throw new Fault('nothing-to-do', `${shorten(source.file)} holds no workflow.`, { help });
  }
  const message =
    wanted === undefined
      ? `${shorten(source.file)} holds ${playbooks.length} workflows.`
      : `${shorten(source.file)} holds no workflow ${shorten(wanted)}.${didYouMean(wanted, names)}`;
  const some = names.slice(0, MOST_NAMED).map((name) => `${source.file}#${name}`);
  const help = `Say which one: ${some.join(', ')}${names.length > some.length ? ', ...' : '.'}`;
  throw new Fault('called-wrongly', message, { help });
}
