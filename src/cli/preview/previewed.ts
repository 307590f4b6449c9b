import type { Tested } from '../../contract/contract.js';
import type { Connector } from '../../definition/connector.js';
import { isFault } from '../../core/fault.js';
import type { Finding } from '../../core/finding.js';
import type { Document } from '../../openapi/types.js';
import type { Previewed, Recorded, RecordedCall } from '../../pages/preview/model.js';
import { atHost } from '../at-host.js';
import { judge, sourcesOf, type Judgement } from '../judge.js';
import { withoutSecrets } from '../designer/secrets.js';
import { lintConnector, type LintContext } from '../lint/connector.js';
import { draftsOver } from '../lint/drafts.js';
import type { Loaded } from '../loaded.js';
import type { LintTarget } from '../lint/targets.js';
import { iconOf } from '../publish/icon.js';
import type { SampleFile } from '../sample-file.js';
import { testSamples } from '../test-samples.js';
import type { World } from '../world.js';

/** What a connector is looked at with. */
export interface PreviewOptions {
  readonly context: LintContext;
  /** Recordings. */
  readonly files: readonly SampleFile[];
  /** The address that they were made at; that of the connector unless it is given. */
  readonly recordedAt: string | undefined;
  /** Findings that are shown at most. */
  readonly most: number;
  /** Whether it is one of several: recordings of the others are none of its own. */
  readonly isOneOfMany: boolean;
}

/** A connector as its page shows it, and what is said of it. */
export interface Looked {
  /** Undefined where it could not be read: the findings say why. */
  readonly previewed: Previewed | undefined;
  readonly judged: Judgement;
}

/** Reads a connector, checks it, holds it against the recordings, and replaces what looks like a secret. */
export async function lookAt(world: World, target: LintTarget, options: PreviewOptions): Promise<Looked> {
  const linted = await lintConnector(target, draftsOver(world), options.context);
  const { loaded } = linted;
  const { connector, documents, file } = loaded;
  const found = linted.ordered(linted.findings);
  const tested =
    connector && options.files.length > 0
      ? await recordedOf(world, recordedHost(loaded, options) ?? connector, options)
      : undefined;
  const declared = tested ? inDefinition(tested.findings, file) : [];
  const judged = await judge([...found, ...declared], {
    failOn: 'error',
    most: options.most,
    sourceOf: sourcesOf(documents, () => undefined),
  });
  if (connector === undefined) return { previewed: undefined, judged };
  const hidden = hiddenIn(connector);
  const findings = judged.findings.map((one) => ('fix' in one ? { ...one, isFixable: true } : one));
  const icon = shownIcon(world, loaded);
  return { previewed: { connector: hidden, file, findings, icon, tested: tested?.recorded }, judged };
}

function hiddenIn({ definition, properties, ...connector }: Connector): Connector {
  // both are JSON, and what is hidden in one is hidden in the other
  const shown = withoutSecrets(properties as unknown as Document) as unknown as Connector['properties'];
  return { ...connector, definition: withoutSecrets(definition), properties: shown };
}

/** The icon beside a connector. One that cannot be sent to Azure, of which publishing tells, is not shown. */
function shownIcon(world: World, loaded: Loaded): string | undefined {
  try {
    return iconOf(world, loaded);
  } catch (error) {
    if (isFault(error)) return undefined;
    throw error;
  }
}

/** The connector at the address of the recordings. Throws a `Fault` where that is no address. */
function recordedHost(loaded: Loaded, { recordedAt }: PreviewOptions): Connector | undefined {
  const at = { 'api-version': undefined, 'key-header': undefined, resource: undefined, endpoint: recordedAt };
  return atHost(loaded, at).connector;
}

interface TestedConnector {
  readonly recorded: Recorded;
  readonly findings: readonly Finding[];
}

async function recordedOf(
  world: World,
  connector: Connector,
  { files, isOneOfMany }: PreviewOptions,
): Promise<TestedConnector> {
  const calls = new Map<string, RecordedCall>();
  const watch = (tested: Tested) => keepBest(calls, tested);
  const result = await testSamples(world, { connector, files }, { watch, onFile: () => undefined });
  const { samples, coverage } = result;
  const own = isOneOfMany ? { ...samples, total: samples.total - samples.unmatched, unmatched: 0 } : samples;
  return { recorded: { result: { samples: own, coverage }, calls }, findings: result.findings };
}

/** Of each operation the first exchange that succeeded without an error is kept, or else the first. */
function keepBest(calls: Map<string, RecordedCall>, { exchange, route, findings }: Tested): void {
  const { pointer } = route.at;
  const isGood = (one: RecordedCall['exchange']) => one.response !== undefined && one.response.status < 300;
  const before = calls.get(pointer);
  const isBetter = isGood(exchange) && !findings.some(({ severity }) => severity === 'error');
  if (before && (isGood(before.exchange) || !isBetter)) return;
  calls.set(pointer, { exchange, pathValues: route.pathValues, query: route.query });
}

/** What recordings contradict, at the place of the definition that they contradict; what is about no such place is not shown. */
function inDefinition(findings: readonly Finding[], file: string): readonly Finding[] {
  return findings.flatMap(({ declared, ...found }) => {
    if (declared === undefined || (declared.file !== undefined && declared.file !== file)) return [];
    return [{ ...found, file, pointer: declared.pointer }];
  });
}
