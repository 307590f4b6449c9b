import { finding, type Finding } from '../core/finding.js';
import { testContract, type ContractOptions, type ContractResult } from '../contract/contract.js';
import type { Connector } from '../definition/connector.js';
import type { Exchange } from '../http/exchange.js';
import { notASample } from '../http/rules.js';
import { readSample } from '../http/sample.js';
import type { SampleFile } from './find-samples.js';
import { readJsonFile } from './read-source.js';
import type { World } from './world.js';

/**
 * Tests a connector against the exchanges in `files`. Files are read one at a time and none is kept, so any number takes little memory.
 * A file or an exchange with an error in its text is a failed sample, and not tested; a file that lay in a folder and holds no recording is a skipped one.
 * `onFile` is told how many files were begun.
 */
export function testSamples(
  world: World,
  { connector, files }: { readonly connector: Connector; readonly files: readonly SampleFile[] },
  { onFile, ...options }: ContractOptions & { readonly onFile: (begun: number) => void },
): ContractResult {
  const read: Read = { findings: [], failed: 0, skipped: 0 };
  function* exchanges(): Generator<Exchange> {
    for (const [at, file] of files.entries()) {
      onFile(at + 1);
      yield* readFile(world, file, read);
    }
  }
  const { samples, findings, coverage } = testContract(connector, exchanges(), options);
  return {
    samples: {
      ...samples,
      total: samples.total + read.failed + read.skipped,
      failed: samples.failed + read.failed,
      skipped: samples.skipped + read.skipped,
    },
    findings: [...read.findings, ...findings],
    coverage,
  };
}

/** What reading the files came to, beside the exchanges. */
interface Read {
  readonly findings: Finding[];
  failed: number;
  skipped: number;
}

function readFile(world: World, { file, named }: SampleFile, read: Read): readonly Exchange[] {
  const source = readJsonFile(world, file, !named);
  const report = (findings: readonly Finding[]) => {
    for (const found of findings) read.findings.push({ sample: file, ...found });
  };
  report(source.findings);
  if (source.findings.some(({ severity }) => severity === 'error')) {
    read.failed += 1;
    return [];
  }
  const { recognised, exchanges, findings } = readSample(source);
  report(findings);
  if (recognised) read.failed += new Set(findings.map(({ sample }) => sample)).size;
  else {
    report([noSample(file, named)]);
    read[named ? 'failed' : 'skipped'] += 1;
  }
  return exchanges;
}

/** Skipped with a note where it lay in a folder; whoever named it believes that it is tested. */
function noSample(file: string, named: boolean): Finding {
  const message = 'The file holds no recorded exchange: an object with "request" and "response", or an array of them.';
  const found = finding(notASample, { file, pointer: '', message });
  return named ? { ...found, severity: 'error' } : found;
}
