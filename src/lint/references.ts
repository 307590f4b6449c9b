import type { Operation } from '../openapi/types.js';
import { argumentsOf, type CallArgument, type DynamicCall } from './dynamic-calls.js';
import { inputsNamed, type Named } from './inputs.js';
import type { Subject } from './subject.js';

/** An argument that is taken from what the user gave, in one operation where that is asked for. */
interface ReferenceAt {
  readonly call: DynamicCall;
  readonly argument: CallArgument;
  readonly reference: string;
  /** The operation that is designed. */
  readonly operation: Operation;
  /** What the reference stands for there. */
  readonly source: Named;
}

/** Every reference of every dynamic call, in each operation where it counts. */
function* references(subject: Subject): Generator<ReferenceAt> {
  for (const call of subject.dynamicCalls) {
    const callers = subject.callers.get(call.node) ?? [];
    for (const argument of argumentsOf(call)) {
      const { reference } = argument;
      if (reference === undefined) continue;
      for (const { operation } of callers) {
        yield { call, argument, reference, operation, source: inputsNamed(subject, operation, reference) };
      }
    }
  }
}

/** Calls `check` for each reference until it gives a message, which is reported once, whatever the number of operations. */
export function eachReference(
  subject: Subject,
  check: (at: ReferenceAt) => string | undefined,
  report: (pointer: string, message: string) => void,
): void {
  let reported: string | undefined;
  for (const at of references(subject)) {
    if (at.argument.pointer === reported) continue;
    const message = check(at);
    if (message === undefined) continue;
    reported = at.argument.pointer;
    report(reported, message);
  }
}
