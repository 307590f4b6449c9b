import { array } from '../../build/array.js';
import { any } from '../../build/compose.js';
import { integer, number } from '../../build/number.js';
import { object, record } from '../../build/object.js';
import { string } from '../../build/string.js';
import type { Infer } from '../../openapi/infer.js';
import { findingSchema, head, judged } from '../schemas.js';

const message = {
  headers: record(string(), { description: 'Names in lower case, credentials replaced.' }),
  body: any({ description: 'The JSON value, or the text of what is no JSON. Absent where there is none.' }),
  bodyBase64: string({ description: 'The bytes of a body that is no text.' }),
};

/** Of `call`. */
export const callSchema = object(
  {
    ...head,
    operation: string({ description: 'What was called.' }),
    request: object(
      { method: string(), url: string(), ...message },
      { required: ['method', 'url', 'headers'], description: 'What was sent; in place of the key stands REDACTED.' },
    ),
    response: object(
      { status: integer({ minimum: 100, maximum: 599 }), ...message },
      { required: ['status', 'headers'], description: 'What was answered.' },
    ),
    milliseconds: number({ minimum: 0, description: 'From the first byte sent to the last one received.' }),
    usage: record(number(), {
      description: "What the call used, by the names of the connector's contract.json; absent where it names none.",
    }),
    meaning: object(
      { message: string(), help: string() },
      { required: ['message', 'help'], description: 'What a status that is no success means.' },
    ),
    sample: string({ description: 'With --record: the file.' }),
    ...judged,
    findings: array(findingSchema, { description: 'What the contract says of the request and of the answer.' }),
  },
  { required: ['formatVersion', 'ok', 'counts', 'findings'] },
);

/** What `call --json` prints. */
export type CallResult = Infer<typeof callSchema>;
