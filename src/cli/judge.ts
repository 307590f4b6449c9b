import type { SourceDocument } from '../core/document.js';
import type { Finding, Place } from '../core/finding.js';
import type { Severity } from '../core/severity.js';
import { redactText } from '../http/redact.js';
import { countFindings, rank, type Counts } from '../report/counts.js';
import { inOrder, worst } from '../report/select.js';
import type { findingFlags, Format, Values } from './flags.js';

/** What a command's findings come to. */
export interface Judgement {
  /** Whether none is as bad as `failOn`. */
  readonly ok: boolean;
  /** Of all findings, those that are not printed included. */
  readonly counts: Counts;
  /** Those to print, in the order of documents and places, with line and column where the source is at hand. */
  readonly findings: readonly Finding[];
}

type MaybeSource = SourceDocument | undefined;

/** What decides whether findings fail a run, and how they are shown. */
export interface JudgeOptions {
  readonly failOn: Severity;
  /** How many findings are printed. */
  readonly most: number;
  /** The document of a file, undefined where it has none. Asked for findings that are printed only, file by file. */
  readonly sourceOf: (file: string) => MaybeSource | Promise<MaybeSource>;
}

/** How many findings a person is shown at most, unless --max-findings says otherwise. */
const MOST_AS_TEXT = 100;

/** The same of a page, which folds and groups them. */
const MOST_ON_PAGE = 1000;

/** The formats that a program reads. */
const forPrograms: readonly Format[] = ['json', 'sarif', 'junit'];

/** What decides how many findings are printed. */
type MostFlags = Values<typeof findingFlags> & { readonly json: boolean; readonly format: Format | 'html' };

/** How many findings to print: what --max-findings says, else all for a program {@link MOST_ON_PAGE} on a page and {@link MOST_AS_TEXT} for a person. */
export function mostFindings({ json, format, 'max-findings': most }: MostFlags): number {
  if (format === 'html' && !json) return most ?? MOST_ON_PAGE;
  return most ?? (json || forPrograms.some((one) => one === format) ? Number.POSITIVE_INFINITY : MOST_AS_TEXT);
}

/** Counts all findings, and locates those that will be printed. */
export async function judge(
  findings: readonly Finding[],
  { failOn, most, sourceOf }: JudgeOptions,
): Promise<Judgement> {
  const ok = !findings.some(({ severity }) => rank(severity) <= rank(failOn));
  const located: Finding[] = [];
  for (const found of inOrder(worst(findings, most))) {
    const { declared, ...one } = withoutSecrets(await locate(found, sourceOf));
    located.push(declared ? { ...one, declared: await locate(declared, sourceOf) } : one);
  }
  return { ok, counts: countFindings(findings), findings: inOrder(located) };
}

/** The last gate: a message may repeat a text that was no value yet when credentials were replaced, such as a name or a broken file. */
function withoutSecrets(found: Finding): Finding {
  return { ...found, message: redactText(found.message), pointer: redactText(found.pointer) };
}

async function locate<At extends Place>(place: At, sourceOf: JudgeOptions['sourceOf']): Promise<At> {
  if (place.file === undefined || place.line !== undefined) return place;
  const source = await sourceOf(place.file);
  return source ? { ...place, ...source.locate(place.pointer) } : place;
}

/** Gives the documents at hand, and reads any other as it is asked for, keeping the last one only. */
export function sourcesOf(atHand: readonly SourceDocument[], read: JudgeOptions['sourceOf']): JudgeOptions['sourceOf'] {
  const byFile = new Map(atHand.map((document) => [document.file, document]));
  let last: { readonly file: string; readonly source: ReturnType<JudgeOptions['sourceOf']> } | undefined;
  return (file) => {
    const kept = byFile.get(file);
    if (kept) return kept;
    if (last?.file !== file) last = { file, source: read(file) };
    return last.source;
  };
}
