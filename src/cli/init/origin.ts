import { basename } from 'node:path/posix';
import { Fault } from '../../core/fault.js';
import type { SourceDocument } from '../../core/document.js';
import type { Finding } from '../../core/finding.js';
import { isObject, own, type Json } from '../../core/json.js';
import { sameJson } from '../../core/same-json.js';
import type { Connector } from '../../definition/connector.js';
import { propertiesFile } from '../../definition/folder.js';
import { emptyConnector, emptySample } from '../../scaffold/empty.js';
import type { ProjectFile } from '../../scaffold/modules.js';
import { fileName } from '../../scaffold/names.js';
import type { Call } from '../command.js';
import { loadConnector } from '../load-connector.js';
import type { Loaded } from '../loaded.js';
import { isShipped, shippedNames } from '../shipped.js';
import type { World } from '../world.js';
import type { initFlags } from './flags.js';
import { fittingSamples, inferredFrom } from './samples.js';

/** What a project is made of, before its files are. */
export interface Origin {
  /** Undefined where there is nothing to begin with: the findings say why. */
  readonly connector: Connector | undefined;
  /** As the README says it. */
  readonly told: string;
  readonly samples: readonly ProjectFile[];
  /** What is wrong with what it is made from. */
  readonly findings: readonly Finding[];
  readonly documents: readonly SourceDocument[];
}

type InitCall = Call<typeof initFlags>;

/** What a package of that folder is called: small letters, digits and hyphens, and not as the library, which it could not install then. */
export function projectName(world: World, folder: string): string {
  const name = fileName(basename(world.absolute(folder)));
  return name === '' || name === 'connector-kit' ? 'connector' : name;
}

/** The connector that the flags ask for, under a name that folders can have. Throws a `Fault` where they ask for two. */
export async function originOf(call: InitCall, folder: string): Promise<Origin> {
  const { flags } = call;
  const name = projectName(call.world, folder);
  const ways = [flags.from !== undefined, flags['from-samples'].length > 0, flags.service !== undefined, flags.empty];
  if (ways.filter(Boolean).length > 1) {
    const message = 'Several of --from, --from-samples, --service and --empty were given, expected one.';
    throw new Fault('called-wrongly', message, {
      help: 'Give one of them; with none, the first shipped connector is taken.',
    });
  }
  if (flags['api-version'] !== undefined && (flags.empty || flags['from-samples'].length > 0)) {
    const help = 'Give it with --service, with --from, or alone.';
    throw new Fault('called-wrongly', '--api-version was given, and no connector that has versions.', { help });
  }
  if (flags.empty) {
    const connector = emptyConnector(name);
    return { connector, told: 'an example', samples: [emptySample], findings: [], documents: [] };
  }
  if (flags['from-samples'].length > 0) {
    return {
      ...(await inferredFrom(call.world, flags['from-samples'], name)),
      told: 'recorded exchanges',
      documents: [],
    };
  }
  if (flags.from !== undefined) return fromConnector(call, flags.from);
  return fromService(call, name);
}

/** A shipped connector, as source code, with those of the shipped recordings that it keeps. */
async function fromService({ flags, world, shipped }: InitCall, name: string): Promise<Origin> {
  const service = flags.service ?? (await shipped()).services[0]?.name ?? '';
  if (!isShipped(world, service)) {
    const message = `${JSON.stringify(service)} is no shipped connector.`;
    throw new Fault('not-found', message, { help: `There are ${shippedNames(world).join(', ')}.` });
  }
  const version = flags['api-version'];
  const { connector, documents, findings } = await loadConnector(world, service, {
    ...noFlags,
    'api-version': version,
  });
  const told = `the shipped connector \`${service}\`${version === undefined ? '' : ` ${version}`}`;
  const samples = connector ? await fittingSamples(world, connector, service) : [];
  return { connector: connector && { ...connector, name }, told, samples, findings, documents };
}

const noFlags = { 'api-version': undefined, resource: undefined, endpoint: undefined, 'key-header': undefined };

async function fromConnector({ flags, world }: InitCall, given: string): Promise<Origin> {
  const loaded = await loadConnector(world, given, { ...noFlags, 'api-version': flags['api-version'] });
  const { findings, documents } = loaded;
  const name = fileName(loaded.name) || 'connector';
  const connector = isWhole(loaded, world) ? loaded.connector : undefined;
  return { connector: connector && { ...connector, name }, told: code(loaded.file), samples: [], findings, documents };
}

/** Whether the connector has all that its documents have: parts of the wrong JSON kind are left out as they are read. */
function isWhole({ connector, documents, file, contractFile }: Loaded, world: World): boolean {
  if (connector === undefined) return false;
  return documents.every((document) => {
    const { value = null } = document;
    if (!isObject(value)) return false;
    const is = (path: string | undefined) =>
      path !== undefined && world.absolute(path) === world.absolute(document.file);
    if (is(contractFile)) return same(connector.contract, value);
    if (basename(document.file) === propertiesFile) return same(connector.properties, value);
    return is(file) && own(value, 'swagger') !== undefined ? same(connector.definition, value) : true;
  });
}

function same(part: object, value: Json): boolean {
  return sameJson(part as Json, value); // the parts of a connector are JSON
}

/** A path in the README; what would end it is left out. */
function code(path: string): string {
  return `\`${path.replaceAll(/[`\p{Cc}\u2028\u2029]/gu, '')}\``;
}
