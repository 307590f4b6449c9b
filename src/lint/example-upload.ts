import type { JsonObject } from '../core/json.js';

/** For examples: an operation that takes a form with one field of this type. */
export function upload(consumes: string, field: JsonObject): Readonly<Record<string, JsonObject>> {
  const parameter = {
    name: 'file',
    in: 'formData',
    required: true,
    description: 'What to keep.',
    'x-ms-summary': 'File',
  };
  const post = {
    operationId: 'KeepFile',
    summary: 'Keep a file',
    description: 'Keeps a file with the tickets.',
    consumes: [consumes],
    parameters: [{ ...parameter, ...field }],
    responses: { '200': { description: 'The ticket.', schema: { $ref: '#/definitions/Ticket' } } },
  };
  return { '/paths/~1files': { post } };
}
