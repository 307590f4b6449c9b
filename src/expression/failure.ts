import { shorten } from '../core/shorten.js';

/**
 * Why an expression has no value. `InvalidTemplate` is the service's code for whatever is wrong with an expression or with what it meets;
 * the others are ours: it would take too much time or memory, or this project does not do it.
 */
export type FailureCode = 'InvalidTemplate' | 'LimitExceeded' | 'NotSupported';

/** Ends an evaluation: thrown by functions, caught where the evaluation began. */
export class Failure extends Error {
  readonly code: FailureCode;

  constructor(message: string, code: FailureCode = 'InvalidTemplate') {
    super(message);
    this.code = code;
  }
}

/** The end of many messages of the service. */
export function usage(anchor: string): string {
  return ` Please see https://aka.ms/logicexpressions${anchor === '' ? '' : `#${anchor}`} for usage details.`;
}

/** A function was given a value of the right type that it cannot use. */
export function notValid(name: string, why = 'The value cannot be converted to the target type.'): Failure {
  return new Failure(`${ofFunction(name)} was invoked with a parameter that is not valid. ${why}`);
}

/** How the sentences of the service begin. */
export function ofFunction(name: string): string {
  return `The template language function '${name}'`;
}

/** How much of a value is shown, in UTF-16 code units. The service shows all of it. */
const MAX_SHOWN = 60;
/** How much is shown of an expression, or of the names of properties. */
const MAX_WRITTEN = 300;

/** A text that expressions are given, within a message. */
export function shown(text: string): string {
  return cut(text, MAX_SHOWN);
}

/** What stands in the expression itself, or names of properties, within a message. */
export function shownWritten(text: string): string {
  return cut(text, MAX_WRITTEN);
}

/** Without quotes, and without what would not print. */
function cut(text: string, max: number): string {
  return shorten(text, max + 2)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replaceAll('\\\\', '\\');
}
