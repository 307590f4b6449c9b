import { canonicalOfRecorded, isPathOf, type CanonicalRequest } from '../engine/outgoing/canonical-request.js';
import type { Exchange, RecordedResponse } from '../http/exchange.js';
import type { Answer, Response } from './answer.js';

/** Recorded exchanges by what they were asked. */
export interface Recorded {
  readonly count: number;
  readonly byKey: ReadonlyMap<string, readonly RecordedAnswer[]>;
}

interface RecordedAnswer {
  readonly path: readonly string[];
  readonly answer: Answer;
}

/** Makes recorded exchanges ready to answer any number of runs; those without an answer are left out. */
export function recordedAnswers(exchanges: Iterable<Exchange>): Recorded {
  const byKey = new Map<string, RecordedAnswer[]>();
  let count = 0;
  for (const { sample, file, request, response, pointers } of exchanges) {
    if (response === undefined) continue;
    count += 1;
    const { key, path } = canonicalOfRecorded(request);
    const from = { file, sample, pointer: pointers.response, bodyPointer: pointers.responseBody };
    const one = { path, answer: { by: 'replay' as const, reply: responseOf(response), from } };
    const there = byKey.get(key);
    if (there) there.push(one);
    else byKey.set(key, [one]);
  }
  return { count, byKey };
}

/** Begins a run: equal requests are answered first in, first out; when all were given, with the last. */
export function replay({ byKey }: Recorded): (request: CanonicalRequest) => Answer | undefined {
  const given = new Set<RecordedAnswer>();
  return ({ key, path }) => {
    const fitting = byKey.get(key)?.filter((one) => isPathOf(one.path, path)) ?? [];
    const found = fitting.find((one) => !given.has(one)) ?? fitting.at(-1);
    if (found) given.add(found);
    return found?.answer;
  };
}

/** Headers of how an answer once was sent, not of what it says. */
const ofTheWire: ReadonlySet<string> = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'keep-alive',
  'set-cookie',
  'transfer-encoding',
]);

/** A recorded answer as an action gets it: JSON as a value, text as it is, bytes in base64. */
export function responseOf({ status, headers, contentType, body }: RecordedResponse): Response {
  const kept = Object.entries(headers).filter(([name]) => !ofTheWire.has(name));
  const answer = { statusCode: status, headers: Object.fromEntries(kept) };
  switch (body.kind) {
    case 'none':
      return answer;
    case 'json':
      return { ...answer, body: body.recorded };
    case 'text':
      return { ...answer, body: body.text };
    case 'bytes':
      return {
        ...answer,
        body: { '$content-type': contentType ?? 'application/octet-stream', $content: body.base64 },
      };
  }
}
