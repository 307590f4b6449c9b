import type { Finding } from '../core/finding.js';
import { contractTest, type ContractOptions, type ContractResult, type Verdict } from '../contract/contract.js';
import type { Connector } from '../definition/connector.js';
import type { Exchange } from '../http/exchange.js';
import type { SampleFile } from './sample-file.js';
import { readOthers, readSamples } from './read-samples.js';
import type { World } from './world.js';

/** Is told what came of an exchange. */
export type OnExchange = (exchange: Exchange, verdict: Verdict) => void;

interface Listeners {
  /** Is told how many files were begun. */
  readonly onFile: (begun: number) => void;
  readonly onExchange?: OnExchange | undefined;
}

/**
 * Tests a connector against the exchanges in `files`. Files are read one at a time and none is kept, so any number takes little memory.
 * A file or an exchange with an error in its text is a failed sample, and not tested; a file that lay in a folder and holds no recording is a skipped one.
 */
export async function testSamples(
  world: World,
  { connector, files }: { readonly connector: Connector; readonly files: readonly SampleFile[] },
  { onFile, onExchange, ...options }: ContractOptions & Listeners,
): Promise<ContractResult> {
  const test = contractTest(connector, options);
  const findings: Finding[] = [];
  let [failed, skipped] = [0, 0];
  for (const [at, file] of files.entries()) {
    onFile(at + 1);
    const read = readSamples(world, file) ?? (await readOthers(world, file));
    for (const found of read.findings) findings.push(found);
    failed += read.failed;
    skipped += read.skipped;
    for (const { exchange } of read.recordings) {
      const verdict = test.add(exchange);
      onExchange?.(exchange, verdict);
    }
  }
  const { samples, ...result } = test.result();
  return {
    ...result,
    samples: {
      ...samples,
      total: samples.total + failed + skipped,
      failed: samples.failed + failed,
      skipped: samples.skipped + skipped,
    },
    findings: [...findings, ...result.findings],
  };
}
