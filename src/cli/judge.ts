import type { SourceDocument } from '../core/document.js';
import type { Finding, Place } from '../core/finding.js';
import type { Severity } from '../core/severity.js';
import { redactText } from '../http/redact.js';
import { countFindings, rank, type Counts } from '../report/counts.js';
import { inOrder, worst } from '../report/select.js';
import type { commonFlags, findingFlags, Values } from './flags.js';

/** What a command's findings come to. */
export interface Judgement {
  /** Whether none is as bad as `failOn`. */
  readonly ok: boolean;
  /** Of all findings, those that are not printed included. */
  readonly counts: Counts;
  /** Those to print, in the order of documents and places, with line and column where the source is at hand. */
  readonly findings: readonly Finding[];
}

/** What decides whether findings fail a run, and how they are shown. */
export interface JudgeOptions {
  readonly failOn: Severity;
  /** How many findings are printed. */
  readonly most: number;
  /** The document of a file, undefined where it has none. Asked for findings that are printed only, file by file. */
  readonly sourceOf: (file: string) => SourceDocument | undefined;
}

/** How many findings a person is shown at most, unless --max-findings says otherwise. */
const MOST_AS_TEXT = 100;

/** How many findings to print: what --max-findings says, else all for a program and {@link MOST_AS_TEXT} for a person. */
export function mostFindings(flags: Values<typeof findingFlags & typeof commonFlags>): number {
  return flags['max-findings'] ?? (flags.json || flags.format === 'json' ? Number.POSITIVE_INFINITY : MOST_AS_TEXT);
}

/** Counts all findings, and locates those that will be printed. */
export function judge(findings: readonly Finding[], { failOn, most, sourceOf }: JudgeOptions): Judgement {
  const ok = !findings.some(({ severity }) => rank(severity) <= rank(failOn));
  const located = inOrder(worst(findings, most)).map((found) => ({
    ...withoutSecrets(locate(found, sourceOf)),
    ...(found.declared && { declared: locate(found.declared, sourceOf) }),
  }));
  return { ok, counts: countFindings(findings), findings: inOrder(located) };
}

/** The last gate: a message may repeat a text that was no value yet when credentials were replaced, such as a name or a broken file. */
function withoutSecrets(found: Finding): Finding {
  return { ...found, message: redactText(found.message), pointer: redactText(found.pointer) };
}

function locate<At extends Place>(place: At, sourceOf: JudgeOptions['sourceOf']): At {
  if (place.file === undefined || place.line !== undefined) return place;
  const source = sourceOf(place.file);
  return source ? { ...place, ...source.locate(place.pointer) } : place;
}

/** Gives the documents at hand, and reads any other as it is asked for, keeping the last one only. */
export function sourcesOf(
  atHand: readonly SourceDocument[],
  read: (file: string) => SourceDocument | undefined,
): JudgeOptions['sourceOf'] {
  const byFile = new Map(atHand.map((document) => [document.file, document]));
  let last: { readonly file: string; readonly source: SourceDocument | undefined } | undefined;
  return (file) => {
    const kept = byFile.get(file);
    if (kept) return kept;
    if (last?.file !== file) last = { file, source: read(file) };
    return last.source;
  };
}
