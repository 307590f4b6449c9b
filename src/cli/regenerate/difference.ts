import { basename, dirname, join } from 'node:path/posix';
import type { SourceDocument } from '../../core/document.js';
import { readJson } from '../../core/json-read.js';
import type { Connector } from '../../definition/connector.js';
import { definitionFiles, propertiesFile } from '../../definition/folder.js';
import type { Change } from '../../diff/change.js';
import { diff } from '../../diff/diff.js';
import type { Artifact } from '../artifacts.js';
import { loadFolder } from '../load-files.js';
import type { Loaded } from '../loaded.js';
import type { World } from '../world.js';

/** The connector as it was, from the first folder that has one. */
export async function earlierConnector(world: World, folders: readonly string[]): Promise<Loaded | undefined> {
  const folder = folders.find((one) => definitionFiles.some((file) => world.stat(join(one, file)) !== undefined));
  return folder === undefined ? undefined : loadFolder(world, folder);
}

/** What a version changes, and whether playbooks that exist break. */
export interface VersionDifference {
  /** Where the earlier connector is; undefined where there was none that can be read. */
  readonly from: string | undefined;
  /** The version of the upstream that it was made for, where it says so. */
  readonly fromVersion: string | undefined;
  readonly changes: readonly Change[];
  readonly breaking: boolean;
  /** The files of both versions, for the lines of the changes. */
  readonly documents: readonly SourceDocument[];
}

/** What is different from the connector as it was. Its files are about to be replaced where they are in the same folder: they are named so. */
export function differenceFrom(
  earlier: Loaded | undefined,
  connector: Connector | undefined,
  files: readonly Artifact[],
): VersionDifference {
  const old = earlier?.connector;
  if (earlier === undefined || old === undefined || connector === undefined) {
    return { from: undefined, fromVersion: undefined, changes: [], breaking: false, documents: [] };
  }
  const written = files.filter(({ file }) => file.endsWith('.json'));
  const names = new Set(written.map(({ file }) => file));
  const before = (file: string) => (names.has(file) ? `${file} (before)` : file);
  const place = (part: string) => written.find(({ file }) => basename(file) === part)?.file ?? part;
  const { changes, breaking } = diff(old, connector, {
    old: { definition: before(earlier.file), properties: before(join(dirname(earlier.file), propertiesFile)) },
    new: { definition: place(definitionFiles[0]), properties: place(propertiesFile) },
  });
  const documents = [
    ...earlier.documents.map((document) => ({ ...document, file: before(document.file) })),
    ...written.map(({ file, text }) => readJson(file, text)),
  ];
  return { from: earlier.folder, fromVersion: old.contract.apiVersion, changes, breaking, documents };
}
