import { join } from 'node:path/posix';
import type { SourceDocument } from '../../core/document.js';
import { Fault } from '../../core/fault.js';
import type { Finding } from '../../core/finding.js';
import { isObject } from '../../core/json.js';
import { didYouMean } from '../../core/nearest.js';
import { shorten } from '../../core/shorten.js';
import { child } from '../../core/pointer.js';
import type { ChoiceDocument } from '../../upstream/choices-at.js';
import { readSurface } from '../../upstream/read-spec.js';
import { surfaceOf, type Surface } from '../../upstream/surface.js';
import type { UpstreamConnector } from '../../upstream/upstream-connector.js';
import { cliRules } from '../own-rules.js';
import { readFile, readJsonFile } from '../read-source.js';
import type { RegenerateTarget } from './target.js';
import { isRefusal, type World } from '../world.js';

/** A version's surface, and the document that it was read from. */
export interface SurfaceAt {
  readonly surface: Surface;
  /** The specification, or the file of the surface. */
  readonly document: SourceDocument;
  /** What the specification says and the surface does not hold, each at its place in `document`. */
  readonly losses: readonly Finding[];
  /** For what is found out later. */
  readonly choices: ChoiceDocument;
}

/** The surface of a version in a specification. Throws a `Fault` where the file is none, or lacks an operation. */
export async function surfaceFromSpec(
  world: World,
  upstream: UpstreamConnector,
  { spec, apiVersion }: { readonly spec: string; readonly apiVersion: string },
): Promise<SurfaceAt> {
  const file = world.shown(spec);
  const document = await readFile(world, existing(world, spec, file));
  if (document.value === undefined) throw unreadable(document);
  const retired = upstream.retired[apiVersion];
  const from = Object.entries(upstream.operations).map(([name, operation]) => [name, operation.from] as const);
  const { surface, losses, origins } = readSurface(document.value, {
    service: upstream.service,
    apiVersion,
    ...(retired && { retired }),
    file,
    operations: Object.fromEntries(from),
  });
  const root = isObject(document.value) ? document.value : {}; // a specification is an object
  return { surface, document, losses, choices: { surface, file, spec: root, origins } };
}

function existing(world: World, spec: string, file: string): string {
  const stat = world.stat(spec);
  if (stat !== undefined && (isRefusal(stat) || stat.kind === 'file')) return file;
  const message = stat === undefined ? `${shorten(spec)} does not exist.` : `${shorten(spec)} is no file.`;
  throw new Fault('not-found', message, { help: 'Give --spec with an OpenAPI file, JSON or YAML.' });
}

function unreadable({ file, findings: [first] }: SourceDocument): Fault {
  const why = first?.message ?? 'It holds no value.';
  const help = 'Give --spec with an OpenAPI 2.0, 3.0 or 3.1 file, JSON or YAML.';
  const code = first?.code === cliRules.fileUnreadable.code ? 'not-readable' : 'not-found';
  return new Fault(code, `${shorten(file)} holds no specification: ${why}`, { help });
}

/** Where the surface of a version lies below a folder. */
export function surfaceFile(folder: string, { service }: UpstreamConnector, apiVersion: string): string {
  return join(folder, 'upstream', service, `${apiVersion}.json`);
}

/** Where the surfaces of an upstream may be. */
type SurfacePlaces = Pick<RegenerateTarget, 'upstream' | 'out' | 'root'>;

/** The surface of a version that was made before. Throws a `Fault` for a version that has none. */
export function committedSurface(world: World, target: SurfacePlaces, apiVersion: string): SurfaceAt {
  const { upstream, out, root } = target;
  const files = [out, root].map((folder) => surfaceFile(folder, upstream, apiVersion));
  const file = files.find((one) => world.stat(one) !== undefined);
  if (file === undefined) throw noVersion(world, target, apiVersion);
  const document = readJsonFile(world, file);
  const surface = surfaceOf(document.value, file);
  const losses = (surface.losses ?? []).map((loss, index) => ({ ...loss, file, pointer: child('/losses', index) }));
  return { surface, document, losses, choices: { surface, file } };
}

function noVersion(world: World, { upstream, out, root }: SurfacePlaces, apiVersion: string): Fault {
  const versions = [...new Set([out, root].flatMap((folder) => versionsBelow(world, folder, upstream)))].sort();
  const message = `${upstream.name} has no surface of version ${shorten(apiVersion)}.${didYouMean(apiVersion, versions)}`;
  const there = versions.length === 0 ? 'It has none yet' : `It has ${versions.join(', ')}`;
  return new Fault('not-found', message, {
    help: `${there}: connector-kit regenerate CONNECTOR --api-version V --spec FILE makes another.`,
  });
}

function versionsBelow(world: World, folder: string, upstream: UpstreamConnector): readonly string[] {
  const entries = world.list(join(folder, 'upstream', upstream.service));
  if (isRefusal(entries)) return [];
  return entries.flatMap(({ name }) => (name.endsWith('.json') ? name.slice(0, -'.json'.length) : []));
}
