import { own } from '../../core/json.js';
import { integerAt, textAt } from '../arguments.js';
import { Failure, shown } from '../failure.js';
import type { Call, ExpressionFunction } from '../function.js';
import { isList, isRecord, type Value, type ValueObject } from '../value.js';
import { bodyOf } from './workflow.js';

function outputsOfAction(call: Call): Value {
  const name = textAt(call, 0);
  const found = call.scope.find('action', name);
  if (found === undefined) throw new Failure(`The action '${shown(name)}' is not defined in the template.`);
  return isRecord(found) ? (own(found, 'outputs') ?? null) : null;
}

function outputsOfTrigger({ scope }: Call): Value {
  const found = scope.find('trigger', '') ?? null;
  return isRecord(found) ? (own(found, 'outputs') ?? null) : null;
}

/** The value of a header, whatever the case of its name. */
function header(headers: Value, name: string): string | undefined {
  if (!isRecord(headers)) return undefined;
  const [, value] = Object.entries(headers).find(([key]) => key.toLowerCase() === name) ?? [];
  return typeof value === 'string' ? value : undefined;
}

/** The media type of outputs: of their headers, else of the content that is their body. */
function contentType(outputs: Value): string | undefined {
  if (!isRecord(outputs)) return undefined;
  return (
    header(own(outputs, 'headers') ?? null, 'content-type') ?? header(own(outputs, 'body') ?? null, '$content-type')
  );
}

const formTypes = /^\s*(multipart\/form-data|application\/x-www-form-urlencoded)\s*(;|$)/i;

/** Outputs, and what is looked for in them. */
interface Wanted {
  readonly call: Call;
  readonly outputs: Value;
  readonly key: string;
}

/** The values of a field, of a form or of a multipart body: the service keeps the fields beside the content. */
function fields({ call, outputs, key }: Wanted): readonly Value[] {
  const type = contentType(outputs);
  if (type === undefined || !formTypes.test(type)) {
    const supported =
      "Supported form data content types are 'multipart/form-data' and 'application/x-www-form-urlencoded'";
    const why = `The output content is not a valid form data content. ${supported} and ${provided(type)}`;
    throw notRetrieved(call, 'formdata', `${why}.`);
  }
  const form = membersOf(outputs, '$formdata');
  if (form) return form.filter((field) => own(field, 'key') === key).map((field) => own(field, 'value') ?? null);
  const parts = membersOf(outputs, '$multipart') ?? [];
  return parts.filter((part) => nameOf(part) === key).map((part) => own(part, 'body') ?? null);
}

function provided(type: string | undefined): string {
  return `the provided content type is '${type === undefined ? '<null>' : shown(type)}'`;
}

/** The objects in a list that the body of outputs holds. */
function membersOf(outputs: Value, name: string): readonly ValueObject[] | undefined {
  const body = bodyOf(outputs);
  const list = isRecord(body) ? own(body, name) : undefined;
  return list !== undefined && isList(list) ? list.filter(isRecord) : undefined;
}

function nameOf(part: ValueObject): string | undefined {
  const disposition = header(own(part, 'headers') ?? null, 'content-disposition') ?? '';
  const [, quoted, bare] = /;\s*name=(?:"([^"]*)"|([^;\s]*))/i.exec(disposition.slice(0, 10_000)) ?? [];
  return quoted ?? bare;
}

function notRetrieved({ name }: Call, what: string, why: string): Failure {
  return new Failure(
    `The template language function '${name}' failed to retrieve ${what} contents from outputs. ${why}`,
  );
}

function field(wanted: Wanted): Value {
  const [first = null, ...others] = fields(wanted);
  if (others.length === 0) return first;
  const why = `There are more than one items matching the field name '${shown(wanted.key)}'.`;
  throw notRetrieved(wanted.call, 'formdata', why);
}

function part(call: Call, outputs: Value, index: bigint): Value {
  const type = contentType(outputs);
  if (type === undefined || !/^\s*multipart\//i.test(type)) {
    const why = `The supported multipart content type is 'multipart/*' and ${provided(type)}. `;
    throw notRetrieved(call, 'multipart', why);
  }
  const parts = membersOf(outputs, '$multipart') ?? [];
  const found = index >= 0n && index < BigInt(parts.length) ? parts[Number(index)] : undefined;
  if (found) return own(found, 'body') ?? null;
  const why = `The index value '${index}' exceeds the number of multipart contents '${parts.length}' in the outputs.`;
  throw notRetrieved(call, 'multipart', why);
}

/** Functions on forms and multipart bodies. */
export const formFunctions: readonly ExpressionFunction[] = [
  {
    name: 'formDataMultiValues',
    signature: '(actionName: string, key: string): array',
    summary: 'Gives all values of a field of a form in the outputs of an action.',
    examples: [["formDataMultiValues('Form', 'tag')", ['a', 'b']]],
    evaluate: (call) => fields({ call, outputs: outputsOfAction(call), key: textAt(call, 1) }),
  },
  {
    name: 'formDataValue',
    signature: '(actionName: string, key: string): any',
    summary: 'Gives the value of a field of a form in the outputs of an action; null where it has none of the name.',
    examples: [
      ["formDataValue('Form', 'title')", 'Hello'],
      [
        "formDataValue('Form', 'tag')",
        undefined,
        "The template language function 'formDataValue' failed to retrieve formdata contents from outputs. There are more than one items matching the field name 'tag'.",
      ],
      [
        "formDataValue('Ask', 'tag')",
        undefined,
        "The template language function 'formDataValue' failed to retrieve formdata contents from outputs. The output content is not a valid form data content. Supported form data content types are 'multipart/form-data' and 'application/x-www-form-urlencoded' and the provided content type is 'application/json'.",
      ],
    ],
    evaluate: (call) => field({ call, outputs: outputsOfAction(call), key: textAt(call, 1) }),
  },
  {
    name: 'multipartBody',
    signature: '(actionName: string, index: integer): any',
    summary: 'Gives the body of a part of a multipart body in the outputs of an action.',
    examples: [
      ["multipartBody('Form', 1)", 'a'],
      [
        "multipartBody('Form', 9)",
        undefined,
        "The template language function 'multipartBody' failed to retrieve multipart contents from outputs. The index value '9' exceeds the number of multipart contents '3' in the outputs.",
      ],
    ],
    evaluate: (call) => part(call, outputsOfAction(call), integerAt(call, 1)),
  },
  {
    name: 'triggerFormDataMultiValues',
    signature: '(key: string): array',
    summary: 'Gives all values of a field of a form in the outputs of the trigger.',
    examples: [
      [
        "triggerFormDataMultiValues('x')",
        undefined,
        "The template language function 'triggerFormDataMultiValues' failed to retrieve formdata contents from outputs. The output content is not a valid form data content. Supported form data content types are 'multipart/form-data' and 'application/x-www-form-urlencoded' and the provided content type is 'application/json'.",
      ],
    ],
    evaluate: (call) => fields({ call, outputs: outputsOfTrigger(call), key: textAt(call, 0) }),
  },
  {
    name: 'triggerFormDataValue',
    signature: '(key: string): any',
    summary: 'Gives the value of a field of a form in the outputs of the trigger.',
    examples: [
      [
        "triggerFormDataValue('x')",
        undefined,
        "The template language function 'triggerFormDataValue' failed to retrieve formdata contents from outputs. The output content is not a valid form data content. Supported form data content types are 'multipart/form-data' and 'application/x-www-form-urlencoded' and the provided content type is 'application/json'.",
      ],
    ],
    evaluate: (call) => field({ call, outputs: outputsOfTrigger(call), key: textAt(call, 0) }),
  },
  {
    name: 'triggerMultipartBody',
    signature: '(index: integer): any',
    summary: 'Gives the body of a part of a multipart body in the outputs of the trigger.',
    examples: [
      [
        'triggerMultipartBody(0)',
        undefined,
        "The template language function 'triggerMultipartBody' failed to retrieve multipart contents from outputs. The supported multipart content type is 'multipart/*' and the provided content type is 'application/json'. ",
      ],
    ],
    evaluate: (call) => part(call, outputsOfTrigger(call), integerAt(call, 0)),
  },
];
