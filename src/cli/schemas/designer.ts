import { array } from '../../build/array.js';
import { boolean } from '../../build/boolean.js';
import { any } from '../../build/compose.js';
import { integer } from '../../build/number.js';
import { object } from '../../build/object.js';
import { string } from '../../build/string.js';

/*
 * The cards of `lint --designer`.
 */

const pointer = (what: string) => string({ description: `${what}: a JSON Pointer (RFC 6901) into the definition.` });

const source = object(
  {
    operationId: string({ description: 'Absent where something built into the service answers.' }),
    arguments: array(
      object(
        {
          name: string(),
          value: any({ description: 'What is always given.' }),
          field: string({ description: 'The name of the field whose value is given.' }),
        },
        { required: ['name'] },
      ),
    ),
  },
  { required: ['arguments'], description: 'The call of another operation.' },
);

const control = object(
  {
    kind: string({
      description:
        'text, html, dropdown, array, object or raw (JSON is typed), file, dictionary, editor; list, tree and schema are filled by another operation.',
    }),
    options: array(object({ title: string(), value: any() }, { required: ['title', 'value'] }), {
      description: 'Of a dropdown.',
    }),
    item: any({ description: 'Of an array: the control of one item.' }),
    fields: array(any(), { description: 'Of an array of objects: the fields of one item, which look like this one.' }),
    editor: string({ description: 'What x-ms-editor names.' }),
    source,
  },
  { required: ['kind'] },
);

const field = object(
  {
    key: string({ description: 'Where the value goes, as the designer writes it: body.$.messages.' }),
    name: string(),
    where: string({ enum: ['path', 'query', 'header', 'body', 'formData'] }),
    pointer: pointer('Where it is declared'),
    label: string(),
    placeholder: string(),
    type: string({ description: 'any where nothing is said of it.' }),
    format: string(),
    control,
    required: boolean({ description: 'Whether it is marked as required.' }),
    default: any(),
    visibility: string({ enum: ['important', 'none', 'advanced', 'internal'] }),
    shown: string({
      enum: ['first', 'advanced', 'never'],
      description: 'From the start, below "Advanced parameters", or never: then only a default is sent.',
    }),
    encoded: integer({ enum: [1, 2], description: 'How often a value in the path is percent-encoded.' }),
    isCallbackUrl: boolean(),
  },
  { required: ['key', 'name', 'where', 'pointer', 'label', 'type', 'control', 'required', 'visibility', 'shown'] },
);

const output = object(
  {
    key: string({ description: 'Where the value is, as the designer writes it: body.$.choices.[*].message.' }),
    pointer: pointer('Where it is declared'),
    title: string(),
    description: string(),
    type: string({ description: 'any where nothing is said of it.' }),
    format: string(),
    visibility: string({ enum: ['important', 'none', 'advanced'] }),
    expression: string({ description: 'What picking it writes, without the @.' }),
    loops: array(string(), { description: 'The lists that it is in, outermost first: a loop goes over each.' }),
    required: boolean({
      description: 'Whether it and all that it is in is required: the expression then fails without it.',
    }),
    dynamic: source,
  },
  { required: ['key', 'pointer', 'title', 'type', 'visibility', 'expression', 'loops', 'required'] },
);

const step = object(
  {
    name: string(),
    definition: any({ description: 'The action or trigger as a Consumption workflow stores it.' }),
    standIns: array(string(), {
      description: 'JSON Pointers into `definition`: where a label stands in for what a person fills in.',
    }),
  },
  { required: ['name', 'definition', 'standIns'] },
);

/** What the designer makes of one operation. */
export const cardSchema = object(
  {
    file: string({ description: 'The definition. Relative to the current folder, with /.' }),
    operationId: string(),
    kind: string({ enum: ['action', 'trigger'] }),
    method: string(),
    path: string(),
    pointer: pointer('The operation'),
    title: string(),
    description: string(),
    visibility: string({ enum: ['important', 'none', 'advanced'] }),
    fields: array(field, { description: 'In the order in which they are shown.' }),
    dropped: array(
      object({ name: string(), where: string(), pointer: string() }, { required: ['name', 'where', 'pointer'] }),
      { description: 'Parameters that have no field.' },
    ),
    answer: string({ description: 'What the outputs come from: a status, default, or notification.' }),
    outputs: array(output),
    step,
    opensAs: any({
      description:
        'The operationId that the designer takes the stored step for, where it is another; null where it finds none.',
    }),
    failure: string({ description: 'Why the designer cannot show the operation.' }),
    isCut: boolean({ description: 'Whether there is more than is told.' }),
  },
  {
    required: [
      'file',
      'operationId',
      'kind',
      'method',
      'path',
      'pointer',
      'title',
      'visibility',
      'fields',
      'dropped',
      'outputs',
      'step',
    ],
  },
);
