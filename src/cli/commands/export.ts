import { Fault } from '../../core/fault.js';
import type { ExportFile } from '../../export/export-file.js';
import { exportConnector, formatsOfOneFile, type ExportFormat } from '../../export/formats.js';
import { findingsText, printable } from '../../report/text.js';
import { command, type Call, type Outcome } from '../command.js';
import { formatOf, requested, requestFlags } from '../export/requested.js';
import { writeExport } from '../export/write-export.js';
import { connectorFlags, type FlagTable } from '../flags.js';
import { located } from '../publish/located.js';
import { toPublish } from '../publish/wanted.js';
import type { ExportResult } from '../schemas-export.js';

const exportFlags = {
  ...requestFlags,
  out: {
    kind: 'text',
    placeholder: 'DIR',
    help: 'The folder to write to. Unless given, NAME-FORMAT; - prints the template or the collection.',
  },
  force: { kind: 'switch', help: 'Replace files that this tool did not make, and those that were filled in.' },
  ...connectorFlags,
} as const satisfies FlagTable;

/** `export`: a connector for other tools. */
export const exportFor = command({
  operands: { placeholder: 'CONNECTOR', least: 1, most: 1 },
  flags: exportFlags,
  details: [
    'arm: connector and connection in one template, with a parameter file and a README. stack: the same for a deployment stack of a subscription. bicep, terraform (provider azapi), paconn (a folder for the Power Platform), postman (collection 2.1).',
    'Where the host is open (no --resource, no --endpoint), whoever deploys is asked for it. No export holds a key: it is a parameter without a default, and the parameter files name a secret of a key vault.',
    'What is generated says so at its beginning and is replaced; files to be filled in (parameters, settings, the environment of Postman) are written once and then kept.',
  ],
  examples: [
    {
      line: 'connector-kit export ./tickets --as arm --out deploy/tickets',
      shows: 'A template for a repository of playbooks.',
    },
    {
      line: 'connector-kit export ./tickets --as terraform --tags owner=soc',
      shows: 'A module for the provider azapi.',
    },
    { line: 'connector-kit export ./tickets --as postman --out -', shows: 'The collection, on standard output.' },
  ],
  run,
});

async function run({ operands, flags, world }: Call<typeof exportFlags>): Promise<Outcome> {
  const as = formatOf(flags.as);
  const { loaded, wanted } = await toPublish(world, operands[0] ?? '', flags);
  if (wanted === undefined) {
    const findings = await located(loaded);
    const json: Result = { as, files: [], written: [], kept: [], findings: [...findings] };
    const end = 'Nothing was written: the connector has errors.\n';
    return { ok: false, json: () => json, text: (style) => findingsText(findings, style) + end };
  }
  const folder = flags.out ?? `${loaded.name}-${as}`;
  const files = exportConnector(as, requested(world, flags, { loaded, wanted, folder }));
  if (folder === '-') return printed(as, files, flags.json || flags.format === 'json');
  const done = await writeExport(world, files, { folder, force: flags.force, loaded });
  const json: Result = { as, files: [...done.files], written: [...done.written], kept: [...done.kept], findings: [] };
  const sayings = { written: 'written  ', kept: 'kept     ', same: 'unchanged' };
  const sayingOf = (file: string) =>
    done.written.includes(file) ? sayings.written : done.kept.includes(file) ? sayings.kept : sayings.same;
  return {
    ok: true,
    json: () => json,
    text: () => json.files.map((file) => `${sayingOf(file)} ${printable(file)}\n`).join(''),
  };
}

type Result = Omit<ExportResult, 'formatVersion' | 'ok'>;

/** `--out -`: the first file is the result. */
function printed(as: ExportFormat, [first]: readonly ExportFile[], isJson: boolean): Outcome {
  if (!formatsOfOneFile.has(as) || isJson) {
    const help = `Name a folder with --out; ${[...formatsOfOneFile].join(', ')} can be printed, without --json.`;
    throw new Fault('called-wrongly', '--out - prints one file and nothing else.', { help });
  }
  return { ok: true, json: () => ({}), text: () => first?.text ?? '' };
}
