import { array } from '../../build/array.js';
import { integer } from '../../build/number.js';
import { object } from '../../build/object.js';
import { string } from '../../build/string.js';
import type { Infer } from '../../openapi/infer.js';
import { count, head, judged } from '../schemas.js';

/** Of `preview`. */
export const previewSchema = object(
  {
    ...head,
    file: string({ description: 'The page. Relative to the current folder, with /.' }),
    bytes: integer({ minimum: 0, description: 'Its size.' }),
    connectors: array(
      object(
        { name: string(), file: string(), operations: count('Those with a card.') },
        { required: ['name', 'file', 'operations'] },
      ),
      { description: 'Those that could be read, and are shown.' },
    ),
    ...judged,
  },
  { required: ['formatVersion', 'ok', 'file', 'bytes', 'connectors', 'counts', 'findings'] },
);

/** What `preview --json` prints. */
export type PreviewResult = Infer<typeof previewSchema>;
