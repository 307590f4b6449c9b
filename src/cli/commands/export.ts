import { Fault } from '../../core/fault.js';
import type { Finding } from '../../core/finding.js';
import type { ExportFile } from '../../export/export-file.js';
import { exportConnector, formatsOfOneFile } from '../../export/formats.js';
import { findingJson } from '../../report/json.js';
import { findingsText, printable } from '../../report/text.js';
import { command, type Call, type Outcome } from '../command.js';
import { fleetExport, fleetExportFlags, refuseRetired } from '../export/fleet-export.js';
import { formatOf, requested, requestFlags, WORKFLOW } from '../export/requested.js';
import { writeExport, type WrittenExport } from '../export/write-export.js';
import { connectorFlags, type FlagTable, type Values } from '../flags.js';
import { located } from '../publish/located.js';
import { toPublish } from '../publish/wanted.js';
import type { ExportResult } from '../schemas/export.js';

const exportFlags = {
  ...requestFlags,
  out: {
    kind: 'text',
    placeholder: 'DIR',
    help: 'The folder to write to. Unless given, NAME-FORMAT; - prints the template or the collection.',
  },
  force: {
    kind: 'switch',
    help: 'Replace files that this tool did not make, and those that were filled in; export a version that its upstream retired.',
  },
  ...fleetExportFlags,
  ...connectorFlags,
} as const satisfies FlagTable;

/** `export`: a connector for other tools. */
export const exportFor = command({
  operands: { placeholder: 'CONNECTOR', least: 0, most: 1 },
  flags: exportFlags,
  details: [
    'arm: connector and connection in one template, with a parameter file and a README. stack: the same for a deployment stack of a subscription. bicep, terraform (provider azapi), paconn (a folder for the Power Platform), postman (collection 2.1).',
    'With --fleet: stack makes a parameter file for each subscription, and the commands; github-actions a workflow whose jobs publish a part of the fleet each, signed in by their own tokens.',
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
    {
      line: 'connector-kit export --as github-actions --fleet customers.yaml --out .',
      shows: 'A workflow that publishes it.',
    },
  ],
  run,
});

async function run({ operands, flags, world }: Call<typeof exportFlags>): Promise<Outcome> {
  const as = formatOf(flags.as);
  if (flags.fleet !== undefined || as === WORKFLOW) return runFleet({ operands, flags, world }, as);
  if (operands[0] === undefined) throw wrong('CONNECTOR is missing.', 'Name what is to be exported.');
  refuseFlags(flags, ['shards', 'vaults'], 'without --fleet');
  const { loaded, wanted } = await toPublish(world, operands[0], flags);
  if (wanted === undefined) return refused(as, await located(loaded), 'the connector has errors');
  refuseRetired(wanted.connector, flags.force);
  const folder = flags.out ?? `${loaded.name}-${as}`;
  const files = exportConnector(as, requested(flags, wanted));
  if (folder === '-') return printed(formatsOfOneFile.has(as) ? files : [], flags.json || flags.format === 'json');
  return outcomeOf(as, await writeExport(world, files, { folder, force: flags.force, loaded }));
}

async function runFleet(
  { operands, flags, world }: Pick<Call<typeof exportFlags>, 'operands' | 'flags' | 'world'>,
  as: As,
): Promise<Outcome> {
  if (flags.fleet === undefined)
    throw wrong('The fleet file is missing.', `Name it with --fleet: --as ${WORKFLOW} publishes one.`);
  if (as !== WORKFLOW && as !== 'stack') {
    throw wrong(`--as ${as} was given with --fleet.`, `Give stack or ${WORKFLOW}, or export each connector by itself.`);
  }
  refuseFlags(flags, ['repository', 'updated', as === 'stack' ? 'shards' : 'vaults'], `with --fleet and --as ${as}`);
  const file = world.shown(flags.fleet);
  const made = await fleetExport({ world, as, file, operand: operands[0], flags });
  if ('refused' in made) return refused(as, made.refused, 'the fleet file has errors');
  const folder = flags.out ?? made.folder;
  if (folder === '-') return printed(as === WORKFLOW ? made.files : [], flags.json || flags.format === 'json');
  const loaded = { file, documents: [] };
  return outcomeOf(as, await writeExport(world, made.files, { folder, force: flags.force, loaded }));
}

type As = Result['as'];

function wrong(message: string, help: string): Fault {
  return new Fault('called-wrongly', message, { help });
}

/** Throws a `Fault` for a flag that says nothing here. */
function refuseFlags(
  flags: Values<typeof exportFlags>,
  names: readonly (keyof typeof exportFlags)[],
  how: string,
): void {
  for (const name of names) {
    const value = flags[name];
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    throw wrong(`--${name} was given ${how}.`, `Leave --${name} out.`);
  }
}

function refused(as: As, findings: readonly Finding[], why: string): Outcome {
  const json: Result = { as, files: [], written: [], kept: [], findings: findings.map(findingJson) };
  const end = `Nothing was written: ${why}.\n`;
  return { ok: false, json: () => json, text: (style) => findingsText(findings, style) + end };
}

function outcomeOf(as: As, done: WrittenExport): Outcome {
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

/** `--out -`: the first file is the result; of a format that has several there is none. */
function printed([first]: readonly ExportFile[], isJson: boolean): Outcome {
  if (first === undefined || isJson) {
    const help = `Name a folder with --out; ${[...formatsOfOneFile].join(', ')} can be printed, without --json.`;
    throw wrong('--out - prints one file and nothing else.', help);
  }
  return { ok: true, json: () => ({}), text: () => first.text };
}
