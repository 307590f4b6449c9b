import { armFiles } from './arm.js';
import { bicepFiles } from './bicep.js';
import type { ExportFile } from './export-file.js';
import { exported, type Exported, type ExportRequest } from './exported.js';
import { paconnFiles } from './paconn.js';
import { postmanFiles } from './postman.js';
import { stackFiles } from './stack.js';
import { terraformFiles } from './terraform.js';

/** What a connector can be exported as. */
export const exportFormats = ['arm', 'bicep', 'terraform', 'stack', 'paconn', 'postman'] as const;
/** One of {@link exportFormats}. */
export type ExportFormat = (typeof exportFormats)[number];

const filesOf: Readonly<Record<ExportFormat, (what: Exported) => readonly ExportFile[]>> = {
  arm: armFiles,
  bicep: bicepFiles,
  terraform: terraformFiles,
  stack: (what) => stackFiles(what),
  paconn: paconnFiles,
  postman: postmanFiles,
};

/** A connector for another tool: the files of a folder, the same for the same connector. They hold no secret. Throws a `Fault` for what the tool would not take. */
export function exportConnector(format: ExportFormat, request: ExportRequest): readonly ExportFile[] {
  return filesOf[format](exported(request));
}

/** The formats of which one file says it all: it is the first one. */
export const formatsOfOneFile: ReadonlySet<ExportFormat> = new Set(['arm', 'stack', 'postman']);
