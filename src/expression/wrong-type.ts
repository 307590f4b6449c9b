import { usageOf } from './counts.js';
import { Failure, ofFunction } from './failure.js';
import { typeName, type Value } from './value.js';

/** A function was given a value that it does not take. `expects` follows its name in the service's sentence. */
export function wrongType(name: string, expects: string, value: Value): Failure {
  const given = `The provided value is of type '${typeName(value)}'`;
  return new Failure(`${ofFunction(name)} expects ${expects}. ${given}.${usageOf(name)}`);
}
