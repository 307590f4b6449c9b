import type { SourceDocument } from '../core/document.js';
import type { Json, JsonObject } from '../core/json.js';
import { tooLarge } from '../core/limits.js';
import { lines } from '../core/lines.js';
import { locator, type Placed } from '../core/places.js';
import type { Rule } from '../core/rule.js';
import { textFindings } from '../core/text-findings.js';
import { answerIn, bodyAlone, type Answer } from './curl-answer.js';
import { commandsIn, type Command } from './curl-commands.js';
import { sliceOf } from './curl-excerpt.js';
import { placesOf, responsePlaced } from './curl-places.js';
import { requestIn } from './curl-request.js';
import type { OffsetReport } from './http-message.js';
import { recordingRules } from './rules.js';

/** The longest text with commands that is read, in UTF-16 code units. Nobody pastes more, and where each character stood takes memory. */
const MAX_PASTED = 2 * 1024 * 1024;
/** What a body without a status line is taken to have been answered with. */
const ASSUMED_STATUS = 200;

/**
 * Reads a text with pasted curl commands, each with the answer behind it, if there is one, as a document in the sample format:
 * one exchange, or a list of them. Undefined for a text without a curl command.
 *
 * The value has the exchanges that could be read, and is undefined where none could. What is wrong with the others is in `findings`,
 * and so is a note for each answer without a status. Places are those of the text: `/request/body/a` is where `a` stands in the command.
 */
export function readCurl(file: string, text: string): SourceDocument | undefined {
  const notes = notesOf(file, text);
  const commands = commandsIn(text.slice(0, MAX_PASTED), notes.wrong);
  if (commands.length === 0) return undefined;
  if (text.length > MAX_PASTED)
    return { ...notes.document(undefined), findings: [tooLarge(file, text.length, MAX_PASTED)] };
  const read = commands.flatMap((command) => readCommand(text, command, notes));
  const [first] = read;
  if (first === undefined && notes.count() === 0) return undefined;
  if (read.length < 2) return notes.document(first);
  return notes.document({
    value: read.map(({ value }) => value),
    places: () => ({ offset: 0, children: read.map(({ places }) => places()) }),
  });
}

/** A part of the document, and where its values stand. */
interface Read {
  readonly value: Json;
  readonly places: () => Placed;
}

/** The exchange of a command; none where something was reported, or nothing is meant. */
function readCommand(text: string, command: Command, notes: Notes): readonly Read[] {
  const before = notes.count();
  const request = requestIn(command, notes.wrong);
  if (request === undefined && notes.count() === before) return [];
  const answer = answerIn(text, command.behind, notes.wrong);
  if (request === undefined || notes.count() > before) return [];
  const { method, url, headers, body } = request;
  const value = {
    formatVersion: 1,
    source: 'a pasted curl command',
    request: { method, url, headers: headersOf(headers), ...(body && { body: body.text }) },
    ...(answer && { response: responseOf(answer, notes) }),
  };
  return [{ value, places: () => placesOf(request, answer) }];
}

/**
 * Reads the file beside a command that holds its answer: what `curl -i` or `curl -v` prints, or a body alone.
 * The value is a response in the sample format; pointers and places are those of the response.
 */
export function readResponseText(file: string, text: string): SourceDocument {
  const notes = notesOf(file, text);
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const span = { start, end: text.length };
  const answer = answerIn(text, span, notes.wrong) ?? bodyAlone(sliceOf(text, start, text.length), start);
  if (notes.count() > 0) return notes.document(undefined);
  return notes.document({ value: responseOf(answer, notes), places: () => responsePlaced(answer) });
}

/** What is said of a file. */
interface Notes {
  /** Tells what cannot be read. */
  readonly wrong: OffsetReport;
  /** Tells that an answer without a status begins at `offset`. */
  assumed(offset: number): void;
  /** How often something was said. */
  count(): number;
  /** The document, with all that was said. */
  document(read: Read | undefined): SourceDocument;
}

function notesOf(file: string, text: string): Notes {
  const position = lines(text);
  const { report, list } = textFindings(file, position);
  let count = 0;
  const say = (rule: Rule<string>, offset: number, message: string) => {
    count += 1;
    report(rule, { offset, pointer: '', message });
  };
  return {
    wrong: (offset, message) => say(recordingRules.recordingMalformed, offset, message),
    assumed: (offset) =>
      say(
        recordingRules.statusAssumed,
        offset,
        `The answer has no status line; the status is taken to be ${ASSUMED_STATUS}, expected a paste of "curl -i".`,
      ),
    count: () => count,
    document: (read) => ({
      file,
      value: read?.value,
      findings: list(),
      locate: locator(read?.places ?? (() => 0), position),
    }),
  };
}

function responseOf({ status, start, headers, body }: Answer, notes: Notes): JsonObject {
  if (status === undefined) notes.assumed(start);
  return {
    status: status ?? ASSUMED_STATUS,
    headers: headersOf(headers),
    ...(body.text !== '' && { body: body.text }),
  };
}

/** By name in lower case; several values of one name are a list. */
function headersOf(headers: Answer['headers']): JsonObject {
  const values = new Map<string, string[]>();
  for (const { name, value } of headers) {
    const known = values.get(name.toLowerCase());
    if (known === undefined) values.set(name.toLowerCase(), [value]);
    else known.push(value);
  }
  return Object.fromEntries([...values].map(([name, all]) => [name, all.length === 1 ? (all[0] ?? '') : all]));
}
