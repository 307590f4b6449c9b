import { basename, join } from 'node:path/posix';
import { Fault } from '../../core/fault.js';
import type { SourceDocument } from '../../core/document.js';
import { isObject } from '../../core/json.js';
import { readJson } from '../../core/json-read.js';
import { writeJson } from '../../core/json-write.js';
import { shorten } from '../../core/shorten.js';
import { playbookReadme, README_HEAD } from '../../sentinel/template/playbook-readme.js';
import { playbookTemplate } from '../../sentinel/template/playbook-template.js';
import type { Artifact } from '../artifacts.js';
import { readText } from '../read-source.js';
import { PLAYBOOK_TEMPLATE } from '../shipped-playbooks.js';
import type { World } from '../world.js';
import type { PlaybookTarget } from './targets.js';

/** The files of a playbook. */
export function playbookArtifacts({ playbook, folder }: PlaybookTarget): readonly Artifact[] {
  const file = (name: string, text: string) => ({ file: join(folder, name), text, isSource: false, from: folder });
  return [file(PLAYBOOK_TEMPLATE, writeJson(playbookTemplate(playbook))), file('README.md', playbookReadme(playbook))];
}

/** Throws a `Fault` (`not-writable`) where a file is there that this command did not make. */
export function refuseForeignPlaybooks(world: World, artifacts: readonly Artifact[]): void {
  for (const { file } of artifacts) {
    if (world.stat(file) === undefined || isOurs(file, readText(world, file))) continue;
    throw new Fault('not-writable', `${shorten(file)} was not made by this tool, and would be replaced.`, {
      help: 'Give --force to replace it, or --out with another folder.',
    });
  }
}

/** A README that says so; a template of a playbook in the form that we write. */
function isOurs(file: string, text: string | SourceDocument): boolean {
  if (typeof text !== 'string') return false;
  if (basename(file) !== PLAYBOOK_TEMPLATE) return text.startsWith(README_HEAD);
  const { value } = readJson(file, text);
  return isObject(value) && text.includes('"hidden-SentinelTemplateName"') && writeJson(value) === text;
}
