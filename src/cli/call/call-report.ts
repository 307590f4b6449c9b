import { writeJson } from '../../core/json-write.js';
import type { Json } from '../../core/json.js';
import type { Body } from '../../http/exchange.js';
import { findingJson } from '../../report/json.js';
import { closingText, findingsText, printable, printableLines, type Style } from '../../report/text.js';
import type { Judgement } from '../judge.js';
import type { CallResult } from '../schemas/call.js';
import type { Meaning } from './meaning.js';
import type { WholeExchange } from './seen-call.js';

/** What `call` did, for its report. Nothing in it has a credential. */
export interface CallReport {
  /** Undefined where the connector could not be read, and nothing was sent. */
  readonly made:
    | {
        /** Called by its operation. */
        readonly exchange: WholeExchange;
        readonly milliseconds: number;
        readonly usage: Readonly<Record<string, number>> | undefined;
        readonly meaning: Meaning | undefined;
        /** The file, where it was recorded. */
        readonly sample: string | undefined;
      }
    | undefined;
  readonly judged: Judgement;
}

/** The fields of the JSON result. */
export function callJson({ made, judged }: CallReport): Omit<CallResult, 'formatVersion' | 'ok'> {
  const findings = { counts: judged.counts, findings: judged.findings.map(findingJson) };
  if (made === undefined) return findings;
  const { exchange, milliseconds, usage, meaning, sample } = made;
  const { request, response } = exchange;
  return {
    operation: exchange.sample,
    request: { method: request.method, url: request.url, headers: request.headers, ...bodyJson(request.body) },
    response: { status: response.status, headers: response.headers, ...bodyJson(response.body) },
    milliseconds,
    ...(usage && { usage }),
    ...(meaning && { meaning: { message: meaning.message, help: meaning.help } }),
    ...(sample !== undefined && { sample }),
    ...findings,
  };
}

function bodyJson(body: Body): { readonly body?: Json; readonly bodyBase64?: string } {
  switch (body.kind) {
    case 'none':
      return {};
    case 'json':
      return { body: body.value };
    case 'text':
      return { body: body.text };
    case 'bytes':
      return { bodyBase64: body.base64 };
  }
}

/** The result for a reader: what was called, what came back, and what the contract says of both. */
export function callText({ made, judged }: CallReport, style: Style): string {
  const found = findingsText(judged.findings, style);
  if (made === undefined) return `${found}Nothing was sent: the connector could not be read.\n${closingText(judged)}`;
  const { request, response } = made.exchange;
  const used = Object.entries(made.usage ?? {}).map(([name, count]) => `${printable(name)} ${count}`);
  const facts = [`${response.status} in ${made.milliseconds} ms`, ...(used.length > 0 ? [used.join(', ')] : [])];
  const lines = [
    printable(`${request.method} ${request.url}`),
    facts.join('; '),
    ...(made.meaning ? [printable(made.meaning.message), printable(made.meaning.help)] : []),
    ...bodyLines(response.body),
    ...(made.sample === undefined ? [] : [`recorded in ${printable(made.sample)}`]),
  ];
  return `${lines.join('\n')}\n${found}${closingText(judged)}`;
}

/** How much of a body a person is shown, in lines and in UTF-16 code units. */
const MOST_LINES = 200;
const MOST_TEXT = 10_000;

function bodyLines(body: Body): readonly string[] {
  if (body.kind === 'none') return [];
  if (body.kind === 'bytes') return [`${Buffer.from(body.base64, 'base64').length} bytes that are no text`];
  const whole = (body.kind === 'json' ? writeJson(body.value) : body.text).trimEnd();
  const shown = whole.slice(0, MOST_TEXT).split('\n').slice(0, MOST_LINES).join('\n');
  const left = whole.length - shown.length;
  const more = left === 0 ? [] : [`… and ${left} characters more: --json prints all of it.`];
  return [printableLines(shown), ...more];
}
