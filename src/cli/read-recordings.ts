import type { SourceDocument } from '../core/document.js';
import { finding, type Finding } from '../core/finding.js';
import { valueAt } from '../core/pointer.js';
import type { Json } from '../core/json.js';
import type { Exchange } from '../http/exchange.js';
import { notASample } from '../http/rules.js';
import { readSample } from '../http/sample.js';
import type { Tally } from '../http/redact.js';
import { recordingRules } from '../recording/rules.js';
import { readRecordings, type Recording, type RecordingsRead } from '../recording/read.js';
import type { FileRead, SampleFile } from './sample-file.js';
import type { World } from './world.js';

/** A file of recordings, whichever format it is in, with where each comes from. */
export interface RecordingFileRead extends FileRead {
  readonly recordings: readonly Recording[];
}

/** Reads the recordings of a file in any format that is known. `tally` counts the credentials that are replaced. */
export async function readRecordingFile(world: World, recorded: SampleFile, tally?: Tally): Promise<RecordingFileRead> {
  const { file, named } = recorded;
  const { recordingSource } = await import('./recording-source.js'); // a chunk that lines are looked up with too
  const source = await recordingSource(world, recorded);
  const wrong = source.findings.filter(({ severity }) => severity === 'error');
  // Of a text with several commands those that can be read are read.
  const broken =
    source.value === undefined || wrong.some(({ code }) => code !== recordingRules.recordingMalformed.code);
  const foreign = broken ? undefined : readRecordings(source, tally);
  const read = broken ? nothing : (withSome(foreign) ?? ownRecordings(source, tally));
  const found = read ?? { recordings: [], findings: [noRecording(recorded, foreign?.format)] };
  const failed = new Set(found.findings.map(({ sample }) => sample)).size;
  return {
    recordings: found.recordings,
    findings: [...source.findings, ...found.findings].map((one) => ({ sample: file, ...one })),
    failed: broken || (read === undefined && named) ? 1 : read === undefined ? 0 : failed + wrong.length,
    skipped: read === undefined && !named ? 1 : 0,
  };
}

/** Undefined also where a format was recognized and nothing in it is an exchange with an API: a HAR of page loads, a collection without examples. */
function withSome(read: RecordingsRead | undefined): RecordingsRead | undefined {
  return read === undefined || read.recordings.length + read.findings.length === 0 ? undefined : read;
}

const nothing = { recordings: [], findings: [] };

function ownRecordings(
  document: SourceDocument,
  tally: Tally | undefined,
): Pick<RecordingFileRead, 'findings' | 'recordings'> | undefined {
  const { recognised, exchanges, findings } = readSample(document, tally);
  const sourceOf = ({ pointers }: Exchange): Json =>
    valueAt(document.value, pointers.request.replace(/\/request$/, '/source')) ?? 'not recorded';
  const recordings = exchanges.map((exchange) => ({ exchange, source: sourceOf(exchange) }));
  return recognised ? { findings, recordings } : undefined;
}

/** Skipped with a note where it lay in a folder; whoever named it believes that it is tested. */
function noRecording({ file, named }: SampleFile, format: string | undefined): Finding {
  const message =
    format === undefined
      ? 'The file holds no recorded exchange in a format that is known.'
      : `The file is a recording (${format}) without an exchange with an API.`;
  const found = finding(notASample, { file, pointer: '', message });
  return named ? { ...found, severity: 'error' } : found;
}
