import { shorten } from '../../core/shorten.js';
import { argumentsOf, isNewer } from '../dynamic-calls.js';
import { queueCall, withArea, withRegion } from '../example-dynamic.js';
import { inputsNamed } from '../inputs.js';
import { eachReference } from '../references.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';
import { asType, fits } from '../typed-value.js';

const area = `${queueCall}/parameters/area`;

export const dynamicArgumentType: LintRule = {
  code: 'dynamic-argument-type',
  severity: 'note',
  certification: 'warning',
  summary: 'An argument of a dynamic call is of the type that the called operation declares.',
  why: 'In an address a number and its text are the same, but in a body the service refuses the wrong one.',
  source: `${validatorPage} (OperationParameterTypeMismatch, OperationParameterStaticTypeMismatch)`,
  published: { files: 0, of: 161 },
  codes: ['OperationParameterTypeMismatch', 'OperationParameterStaticTypeMismatch'],
  examples: {
    bad: [
      { definition: { ...withArea({ type: 'integer' }), [area]: '5' }, at: [area] },
      {
        definition: { ...withArea({ type: 'integer' }), ...withRegion(), [area]: { parameter: 'region' } },
        at: [area],
      },
    ],
    good: [{ definition: { ...withArea({ type: 'integer' }), [area]: 5 }, at: [] }],
  },
  check(subject, report) {
    const typeOf = (called: Parameters<typeof inputsNamed>[1], name: string) =>
      inputsNamed(subject, called, name).inputs[0]?.node;
    for (const call of subject.dynamicCalls) {
      if (call.target === undefined) continue;
      for (const { name, pointer, literal } of argumentsOf(call)) {
        if (literal === undefined) continue;
        const to = typeOf(call.target.operation, name);
        if (to === undefined || fits(literal, to)) continue;
        const value = asType(literal, to.type);
        const at = isNewer(call) ? `${pointer}/value` : pointer;
        const message = `The argument ${shorten(name)} is ${shorten(literal)}, expected the type ${shorten(to.type)}.`;
        report(at, message, value === undefined ? {} : { fix: { set: at, value } });
      }
    }
    eachReference(
      subject,
      ({ call, argument, reference, source }) => {
        const from = source.inputs[0]?.node.type;
        const to = call.target && typeOf(call.target.operation, argument.name)?.type;
        if (from === undefined || to === undefined || from === to) return undefined;
        if (to === 'number' && from === 'integer') return undefined;
        return `The argument ${shorten(argument.name)} is of type ${shorten(to)}, but ${shorten(reference)}, from which it is taken, is of type ${shorten(from)}.`;
      },
      report,
    );
    return {};
  },
};
