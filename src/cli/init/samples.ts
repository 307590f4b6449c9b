import { contractTest } from '../../contract/contract.js';
import type { Finding } from '../../core/finding.js';
import { isObject, own } from '../../core/json.js';
import { readJson } from '../../core/json-read.js';
import { writeJson } from '../../core/json-write.js';
import type { Connector } from '../../definition/connector.js';
import type { Exchange } from '../../http/exchange.js';
import { readSample } from '../../http/sample.js';
import { writeSample } from '../../http/sample-write.js';
import { inference } from '../../infer/infer.js';
import type { ProjectFile } from '../../scaffold/modules.js';
import { findSamples } from '../find-samples.js';
import { readRecordingFile } from '../read-recordings.js';
import { namesOf } from '../sample-names.js';
import { isRefusal, type World } from '../world.js';

/** An exchange, and the sample that holds it. */
interface Kept {
  readonly exchange: Exchange;
  readonly file: ProjectFile;
}

/** Those of the shipped recordings that the connector keeps: of its own folder, or else of that with the most. */
export async function fittingSamples(
  world: World,
  connector: Connector,
  service: string,
): Promise<readonly ProjectFile[]> {
  const root = `${world.packageRoot}/samples`;
  const entries = world.list(root);
  if (isRefusal(entries)) return [];
  const folders = entries.flatMap(({ name, kind }) => (kind === 'folder' ? [name] : [])).sort();
  const tries = folders.includes(service) ? [service] : folders;
  let best: readonly ProjectFile[] = [];
  for (const folder of tries) {
    const { kept } = await readAll(world, [`${root}/${folder}`]);
    const test = contractTest(connector);
    const ways = kept.map((one) => [one, ...moved(one, connector)]);
    const fitting = ways.flatMap((way) => way.find(({ exchange }) => test.add(exchange) === 'passed') ?? []);
    if (fitting.length > best.length) best = fitting.map(({ file }) => file);
  }
  return best;
}

/** The same at the connector's host: the shipped recordings were made where no key is needed. Their `source` says where. */
function moved({ exchange, file }: Kept, { definition }: Connector): readonly Kept[] {
  const address = /^https?:\/\/[^/?#]+(.*)$/s.exec(exchange.request.url)?.[1];
  const { value = null } = readJson(file.path, file.text);
  const request = isObject(value) ? own(value, 'request') : undefined;
  if (address === undefined || definition.host === undefined || !isObject(value) || !isObject(request)) return [];
  const url = `https://${definition.host}${address}`;
  const text = writeJson({ ...value, request: { ...request, url } });
  return readSample(readJson(file.path, text)).exchanges.map((there) => ({
    exchange: there,
    file: { path: file.path, text },
  }));
}

/** What recordings come to. */
interface Inferred {
  /** Undefined where none could be read. */
  readonly connector: Connector | undefined;
  readonly samples: readonly ProjectFile[];
  /** What is wrong with the recordings. */
  readonly findings: readonly Finding[];
}

/** A connector that keeps recorded exchanges, and the exchanges as samples, their credentials replaced. */
export async function inferredFrom(world: World, paths: readonly string[], name: string): Promise<Inferred> {
  const { kept, findings } = await readAll(world, paths);
  const inferring = inference({});
  for (const { exchange } of kept) inferring.add(exchange);
  const connector = kept.length === 0 ? undefined : { ...inferring.result().connector, name };
  return { connector, samples: kept.map(({ file }) => file), findings };
}

async function readAll(
  world: World,
  paths: readonly string[],
): Promise<{ readonly kept: readonly Kept[]; readonly findings: readonly Finding[] }> {
  const kept: Kept[] = [];
  const findings: Finding[] = [];
  const nameOf = namesOf();
  const tally = { redactions: 0 };
  for (const recorded of findSamples(world, paths)) {
    const read = await readRecordingFile(world, recorded, tally);
    findings.push(...read.findings);
    for (const { exchange, source } of read.recordings) {
      const text = writeSample({ ...exchange, source });
      kept.push({ exchange, file: { path: nameOf(recorded.file, exchange.sample), text } });
    }
  }
  return { kept, findings };
}
