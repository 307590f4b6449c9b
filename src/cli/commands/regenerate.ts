import type { SourceDocument } from '../../core/document.js';
import { Fault } from '../../core/fault.js';
import type { Finding } from '../../core/finding.js';
import { shorten } from '../../core/shorten.js';
import { definitionFiles } from '../../definition/folder.js';
import { builtFrom } from '../../upstream/built-from.js';
import { choicesAt } from '../../upstream/choices-at.js';
import { upstreamText } from '../../upstream/upstream-text.js';
import { staleArtifacts, writeArtifacts, type Artifact } from '../artifacts.js';
import { atHost } from '../at-host.js';
import { command, type Call, type Outcome } from '../command.js';
import { connectorFlags, findingFlags, type FlagTable } from '../flags.js';
import { judge, mostFindings, sourcesOf } from '../judge.js';
import { loadBuilt } from '../load-built.js';
import { differenceFrom, earlierConnector } from '../regenerate/difference.js';
import { refuseOthers, regeneratedFiles } from '../regenerate/files.js';
import { regenerateJson, regenerateText } from '../regenerate/report.js';
import { committedSurface, surfaceFromSpec, type SurfaceAt } from '../regenerate/surface.js';
import { regenerateTarget, type RegenerateTarget } from '../regenerate/target.js';
import { verifyDefinition } from '../verify-definition.js';

const regenerateFlags = {
  spec: {
    kind: 'text',
    placeholder: 'FILE',
    help: 'The specification of the version, OpenAPI 2.0, 3.0 or 3.1, JSON or YAML. Without it, the surface that was made before.',
  },
  out: { kind: 'text', placeholder: 'DIR', help: 'Write everything there: DIR/upstream and DIR/NAME.' },
  check: { kind: 'switch', help: 'Write nothing; the exit code is 1 where a file is missing or holds something else.' },
  force: { kind: 'switch', help: 'Replace files that this tool did not make.' },
  samples: {
    kind: 'list',
    placeholder: 'PATH',
    help: 'Recorded exchanges: tells what the service sends that the version does not have.',
  },
  ...connectorFlags,
  'api-version': {
    ...connectorFlags['api-version'],
    help: 'The version of the upstream API. Default: the one that the connector is for.',
  },
  ...findingFlags,
} as const satisfies FlagTable;

type RegenerateCall = Call<typeof regenerateFlags>;

/** `regenerate`: a connector for another version of its upstream. */
export const regenerate = command({
  operands: { placeholder: 'CONNECTOR', least: 1, most: 1 },
  flags: regenerateFlags,
  details: [
    'CONNECTOR is a shipped name, or a TypeScript or JavaScript module that exports what upstreamConnector() gives (FILE#EXPORT where it exports several).',
    'Writes the surface of the version (what the specification says of the operations that the connector uses), the artifacts, and UPSTREAM.md, which says where the two differ and why. Tells what changes for playbooks, against the connector that was there: in the folder that is written to, else the one of its default version.',
    'A module has its files beside it: upstream/SERVICE/VERSION.json, and NAME/ for the version that was made last. A shipped connector has them in the package, where a clone of the project is; an installed package is not written to: give --out.',
  ],
  examples: [
    {
      line: 'connector-kit regenerate ./tickets.ts --api-version v1 --out connectors',
      shows: 'A version whose surface is there already, to a folder of its own.',
    },
    {
      line: 'connector-kit regenerate ./tickets.ts --api-version v2 --spec tickets-v2.yaml',
      shows: 'A connector of your own, for a version that is new.',
    },
    {
      line: 'connector-kit regenerate ./tickets.ts --api-version v2 --check',
      shows: 'For a pipeline: are the files what the source and the surface give?',
    },
  ],
  run,
});

async function run(call: RegenerateCall): Promise<Outcome> {
  const { flags, world } = call;
  const target = await targetOf(call);
  const { upstream } = target;
  const apiVersion = flags['api-version'] ?? upstream.defaultVersion;
  checkName(apiVersion);
  const at =
    flags.spec === undefined
      ? committedSurface(world, target, apiVersion)
      : await surfaceFromSpec(world, upstream, { spec: flags.spec, apiVersion });
  const { connector, notes } = builtFrom(upstream, at.surface);
  const loaded = atHost(loadBuilt(connector, target.source), flags);
  const earlier = await earlierConnector(world, target.earlier);
  const choices = choicesAt(notes, at.choices);
  const text = upstreamText(upstream.name, { surface: at.surface, notes, choices });
  const files = loaded.connector
    ? regeneratedFiles(target, { surface: at.surface, connector: loaded.connector, text })
    : [];
  const stale = staleArtifacts(world, files);
  const drift = await driftOf(call, { target, at, notes });
  const found = {
    losses: [...at.losses, ...choices],
    findings: [...at.document.findings, ...loaded.findings, ...(await verdicts(stale))],
    drift,
  };
  const difference = differenceFrom(earlier, loaded.connector, files);
  const judged = await judgedAll(call, at, found);
  const changes = await judge(difference.changes, judging(call, difference.documents));
  const mayWrite = !flags.check && judged.findings.counts.error + judged.losses.counts.error === 0;
  if (mayWrite && !flags.force) await refuseOthers(world, stale.length === 0 ? [] : files);
  if (mayWrite) writeArtifacts(world, stale);
  const report = {
    target,
    surface: at.surface,
    difference: { ...difference, changes },
    notes,
    ...judged,
    files: files.map(({ file }) => file),
    written: mayWrite ? stale.map(({ file }) => file) : [],
    stale: flags.check ? stale.map(({ file }) => file) : [],
    check: flags.check,
  };
  return {
    ok: Object.values(judged).every(({ ok }) => ok) && report.stale.length === 0,
    json: () => regenerateJson(report),
    text: (style) => regenerateText(report, style),
  };
}

/** The connector; refused where it would be written into an installed package. */
async function targetOf({ operands: [given = ''], flags, world, shipped }: RegenerateCall): Promise<RegenerateTarget> {
  const target = await regenerateTarget(world, { given, version: flags['api-version'], out: flags.out }, shipped);
  const { name, service } = target.upstream;
  checkName(name);
  checkName(service);
  const elsewhere = [flags.resource, flags.endpoint, flags['key-header']].some((flag) => flag !== undefined);
  const isShipped = target.root === world.shown(`${world.packageRoot}/connector`);
  if (flags.out === undefined && isShipped && elsewhere) {
    const help = 'Give --out DIR: the shipped connector stays as it is.';
    throw new Fault('called-wrongly', `${name} at another host needs a folder of its own.`, { help });
  }
  if (!target.isInstalled || flags.check) return target;
  const help = 'Give --out DIR: everything is written there.';
  throw new Fault('called-wrongly', `${name} lies in an installed package, which is not written to.`, { help });
}

/** Names of versions and connectors are names of files. */
function checkName(name: string): void {
  if (/^\w[\w.-]*$/.test(name)) return;
  const help = 'Such a name has letters, digits, dots, dashes and underscores: it is the name of a file, too.';
  throw new Fault('called-wrongly', `${shorten(name)} is no name of a version or a connector.`, { help });
}

/** The independent verdict on the definition, where it is about to be written. */
async function verdicts(stale: readonly Artifact[]): Promise<readonly Finding[]> {
  const definition = stale.find(({ file }) => file.endsWith(definitionFiles[0]));
  return definition === undefined ? [] : verifyDefinition(definition.from, definition.text);
}

/** What recordings show against the surface. What reads them is loaded only where there are some. */
async function driftOf(
  { flags, world }: RegenerateCall,
  { target, at, notes }: { target: RegenerateTarget; at: SurfaceAt; notes: ReturnType<typeof builtFrom>['notes'] },
): Promise<readonly Finding[]> {
  if (flags.samples.length === 0) return [];
  const { readDrift } = await import('../regenerate/drift.js');
  return readDrift(world, flags.samples, { target, surface: at.surface, notes });
}

type Found = Readonly<Record<'losses' | 'findings' | 'drift', readonly Finding[]>>;

async function judgedAll(call: RegenerateCall, { document }: SurfaceAt, { losses, findings, drift }: Found) {
  const options = judging(call, [document]);
  return {
    losses: await judge(losses, options),
    findings: await judge(findings, options),
    drift: await judge(drift, options),
  };
}

function judging({ flags }: RegenerateCall, documents: readonly SourceDocument[]): Parameters<typeof judge>[1] {
  return { failOn: flags['fail-on'], most: mostFindings(flags), sourceOf: sourcesOf(documents, () => undefined) };
}
