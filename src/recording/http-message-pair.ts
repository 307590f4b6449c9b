import type { Position, SourceDocument } from '../core/document.js';
import { finding } from '../core/finding.js';
import { isObject, type Json } from '../core/json.js';
import { recordingRules } from './rules.js';

/** One recording that was read from two files. Where a value stands is told with the file, and with the pointer that the value has there. */
export interface PairedDocument extends SourceDocument {
  locate(pointer: string): Position & { readonly file: string; readonly pointer: string };
}

/**
 * The inputs and the outputs of a call in a logic app's run, each in a file of its own, as one document `{ inputs, outputs }`,
 * whose `file` is that of the inputs. Its value is undefined where one of the two could not be read.
 */
export function pairUp(inputs: SourceDocument, outputs: SourceDocument): PairedDocument {
  const isWhole = inputs.value !== undefined && outputs.value !== undefined;
  return {
    file: inputs.file,
    value: isWhole ? { inputs: inputs.value, outputs: outputs.value } : undefined,
    findings: [...inputs.findings, ...outputs.findings],
    locate(pointer) {
      const [, part = '', rest = ''] = /^\/(inputs|outputs)(?=\/|$)([^]*)$/.exec(pointer) ?? [];
      return located(part === 'outputs' ? outputs : inputs, rest);
    },
  };
}

/**
 * A command, as `readCurl` gives it, with the answer in the file beside it, as `readResponseText` gives that: one exchange in the sample format,
 * whose `file` is that of the command. Its value is undefined where one of the two could not be read.
 */
export function withAnswer(command: SourceDocument, answer: SourceDocument): PairedDocument {
  const { value } = command;
  const problem = value === undefined ? undefined : notAnswerable(value);
  const wrong =
    problem === undefined
      ? []
      : [
          finding(recordingRules.recordingMalformed, {
            file: answer.file,
            pointer: '',
            ...answer.locate(''),
            message: problem,
          }),
        ];
  const isWhole = isObject(value) && problem === undefined && answer.value !== undefined;
  return {
    file: command.file,
    value: isWhole ? { ...value, response: answer.value } : undefined,
    findings: [...command.findings, ...answer.findings, ...wrong],
    locate(pointer) {
      const rest = /^\/response(?=\/|$)([^]*)$/.exec(pointer)?.[1];
      return rest === undefined ? located(command, pointer) : located(answer, rest);
    },
  };
}

function notAnswerable(command: Json): string | undefined {
  if (!isObject(command))
    return 'The file beside this one has several commands, expected one, which this is the answer to.';
  return Object.hasOwn(command, 'response')
    ? 'The command beside this file has an answer behind it, expected only one answer.'
    : undefined;
}

function located(document: SourceDocument, pointer: string): ReturnType<PairedDocument['locate']> {
  return { ...document.locate(pointer), file: document.file, pointer };
}
