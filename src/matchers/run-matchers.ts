import { isObject, type Json, type JsonObject } from '../core/json.js';
import { Secret } from '../core/secret.js';
import { shorten } from '../core/shorten.js';
import { hider } from '../http/known-secrets.js';
import { expectationFindings } from '../playbook/expect.js';
import type { PlaybookRun } from '../playbook/run-playbook.js';
import type { ShownIncident } from '../sentinel/shown.js';
import { assertReceived, findingLines, matched, type Matched } from './matched.js';

/** A text that is held, or a pattern that it matches. */
export type Wanted = string | RegExp;

/** What is said of calls: each that is given must agree. */
export interface CalledLike {
  readonly action?: string;
  /** The key in `$connections`. */
  readonly connection?: string;
  readonly host?: string;
  readonly method?: string;
  readonly path?: string;
  readonly status?: number;
  /** Of the connector that was given for the connection. */
  readonly operation?: string;
  readonly by?: 'mock' | 'sentinel' | 'replay' | 'upstream' | 'nobody';
  /** How many there are; at least one unless it is given. */
  readonly times?: number;
}

/** The run ended as `Succeeded`. */
export function toHaveSucceeded(run: PlaybookRun): Matched {
  return ended(run, 'toHaveSucceeded', { status: 'Succeeded' });
}

/** The run ended as `Failed`; with this code, where one is given. */
export function toHaveFailed(run: PlaybookRun, code?: string): Matched {
  return ended(run, 'toHaveFailed', { status: 'Failed', code });
}

/** The run added a task of this title; with these details, where they are given: as HTML or as a person sees them. */
export function toHaveAddedTask(run: PlaybookRun, title: Wanted, details?: Wanted): Matched {
  const { tasks = [] } = incidentOf(run, 'toHaveAddedTask');
  const found = tasks.filter(
    (task) =>
      agrees(title, [task.title]) &&
      (details === undefined || agrees(details, [task.description ?? '', task.shown.text])),
  );
  const listed = tasks.map((task) => `${shorten(task.title)}: ${shorten(task.shown.text)}`);
  return listing(run, found.length > 0, { what: `a task ${shownWanted(title)}`, listed });
}

/** The run wrote a comment with this text: as HTML or as a person sees it. */
export function toHaveAddedComment(run: PlaybookRun, text: Wanted): Matched {
  const comments = (incidentOf(run, 'toHaveAddedComment').comments ?? []).filter(({ by }) => by !== undefined);
  const found = comments.some(({ message, shown }) => agrees(text, [message, shown.text]));
  return listing(run, found, {
    what: `a comment with ${shownWanted(text)}`,
    listed: comments.map(({ shown }) => shorten(shown.text)),
  });
}

/** The incident has this tag after the run. */
export function toHaveTag(run: PlaybookRun, tag: string): Matched {
  const { tags = [] } = incidentOf(run, 'toHaveTag');
  return listing(run, tags.includes(tag), { what: `the tag ${shorten(tag)}`, listed: tags.map((one) => shorten(one)) });
}

/** The run made such calls. */
export function toHaveCalled(run: PlaybookRun, like: CalledLike): Matched {
  return held(run, 'toHaveCalled', { calls: [like as JsonObject] }); // members that are undefined are not said
}

/** The run did what a file of expectations says, as `playbook run --expect` reads it. */
export function toMeetExpectations(run: PlaybookRun, expectations: Json): Matched {
  return held(run, 'toMeetExpectations', expectations);
}

interface End {
  readonly status: PlaybookRun['status'];
  readonly code?: string | undefined;
}

function ended(run: PlaybookRun, matcher: string, { status, code }: End): Matched {
  assertRun(run, matcher);
  const pass = run.status === status && (code === undefined || run.error?.code === code);
  const wanted = code === undefined ? status : `${status} with ${code}`;
  const why = run.error === undefined ? '' : `\n  ${run.error.code ?? ''}: ${run.error.message ?? ''}`;
  return matched(pass, () =>
    hidden(
      run,
      pass
        ? `Expected the run not to end as ${wanted}.`
        : `Expected the run to end as ${wanted}; it ended as ${run.status}.${why}`,
    ),
  );
}

function held(run: PlaybookRun, matcher: string, expectations: Json): Matched {
  assertRun(run, matcher);
  const document = { file: 'expectations', value: expectations, findings: [], locate: () => ({ line: 1, column: 1 }) };
  const findings = expectationFindings(document, run);
  const pass = findings.length === 0;
  return matched(pass, () =>
    hidden(
      run,
      pass
        ? 'Expected the run not to do that, and it did.'
        : `The run did not do what is expected.\n${findingLines(findings)}`,
    ),
  );
}

function listing(
  run: PlaybookRun,
  pass: boolean,
  { what, listed }: { readonly what: string; readonly listed: readonly string[] },
): Matched {
  const there = listed.length === 0 ? '  There is none.' : listed.map((one) => `  ${one}`).join('\n');
  return matched(pass, () =>
    hidden(run, `Expected the incident ${pass ? 'not ' : ''}to have ${what}. It has:\n${there}`),
  );
}

function shownWanted(wanted: Wanted): string {
  return typeof wanted === 'string' ? shorten(wanted) : String(wanted);
}

function agrees(wanted: Wanted, texts: readonly string[]): boolean {
  return texts.some((text) => (typeof wanted === 'string' ? text.includes(wanted) : new RegExp(wanted).test(text)));
}

function incidentOf(run: PlaybookRun, matcher: string): Partial<ShownIncident> {
  assertRun(run, matcher);
  return run.workspace.incident ?? {};
}

function assertRun(run: PlaybookRun, matcher: string): void {
  assertReceived(isObject(run) && isObject(run.record) && isObject(run.workspace), matcher, 'a run of a playbook');
}

/** A run holds secrets; a message is printed. */
function hidden({ secrets }: PlaybookRun, text: string): string {
  return hider(secrets.map(({ value }) => new Secret(value))).text(text);
}
