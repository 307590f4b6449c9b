import { array } from '../../build/array.js';
import { object } from '../../build/object.js';
import { string } from '../../build/string.js';
import type { Infer } from '../../openapi/infer.js';
import { count, head } from '../schemas.js';

/** Of `record`, when it ends. Its first line has `formatVersion` and `url` only. */
export const recordSchema = object(
  {
    ...head,
    url: string({ description: 'Where it listened.' }),
    written: array(string(), { description: 'The samples, in the order in which they were whole.' }),
    redactions: count('How many credentials were replaced.'),
    notKept: count('How many exchanges were passed on and not kept: cut off, not answered, or too large.'),
  },
  { required: ['formatVersion', 'ok', 'url', 'written', 'redactions', 'notKept'] },
);

/** What `record --json` prints at its end. */
export type RecordResult = Infer<typeof recordSchema>;
