import type { JsonObject } from '../core/json.js';

/** For examples: an operation without parameters, of which no rule has anything to say. */
export const exampleOperation: JsonObject = {
  operationId: 'ReadAnotherTicket',
  summary: 'Read another ticket',
  description: 'Reads a ticket that nobody has asked for.',
  responses: { '200': { description: 'The ticket.', schema: { $ref: '#/definitions/Ticket' } } },
};
