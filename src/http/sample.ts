import type { SourceDocument } from '../core/document.js';
import { finding, type Finding } from '../core/finding.js';
import { isArray, isObject, own, type Json } from '../core/json.js';
import type { Exchange } from './exchange.js';
import type { Tally } from './redact.js';
import { readExchange } from './recorded-exchange.js';
import { sampleMalformed } from './rules.js';

/** What a file of recorded exchanges holds. */
export interface SampleRead {
  /** Those that could be read, in the file's order, with their credentials replaced. */
  readonly exchanges: readonly Exchange[];
  /** What is wrong with the others. */
  readonly findings: readonly Finding[];
  /** False for a JSON file that is no recording at all, such as an index. */
  readonly recognised: boolean;
}

/** Reads a file in the project's own sample format (`sampleSchema`): one exchange, or an array of them. `tally` counts the credentials that are replaced. */
export function readSample({ file, value }: SourceDocument, tally: Tally = { redactions: 0 }): SampleRead {
  const exchanges: Exchange[] = [];
  const findings: Finding[] = [];
  const recorded = recordedIn(value);
  for (const { item, pointer, number } of recorded) {
    const sample = number === undefined ? file : `${file}#${number}`;
    const before = findings.length;
    const exchange = readExchange(item, {
      pointer,
      tally,
      report: (at, message) => findings.push(finding(sampleMalformed, { file, sample, pointer: at, message })),
    });
    if (exchange !== undefined && findings.length === before) exchanges.push({ sample, file, ...exchange });
  }
  return { exchanges, findings, recognised: recorded.length > 0 };
}

interface Recorded {
  readonly item: Json;
  readonly pointer: string;
  /** Counts from 1, in a file of several. */
  readonly number?: number;
}

/** The values that are meant as exchanges, well-formed or not; none where the file is something else. */
function recordedIn(value: Json | undefined): readonly Recorded[] {
  if (isArray(value)) {
    return value.some(looksRecorded)
      ? value.map((item, index) => ({ item, pointer: `/${index}`, number: index + 1 }))
      : [];
  }
  return value !== undefined && looksRecorded(value) ? [{ item: value, pointer: '' }] : [];
}

function looksRecorded(value: Json): boolean {
  return isObject(value) && (isObject(own(value, 'request')) || isObject(own(value, 'response')));
}
