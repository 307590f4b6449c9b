import { array } from '../../build/array.js';
import { object } from '../../build/object.js';
import { string } from '../../build/string.js';
import type { Infer } from '../../openapi/infer.js';
import { count, head, judged } from '../schemas.js';

const paths = (description: string) => array(string(), { description });

/** Of `import`. */
export const importSchema = object(
  {
    ...head,
    written: paths('The samples that were written.'),
    unchanged: paths('Samples that were there already, with the same content.'),
    skipped: paths('Files that gave no sample.'),
    redactions: count('How many credentials were replaced.'),
    ...judged,
  },
  { required: ['formatVersion', 'ok', 'written', 'unchanged', 'skipped', 'redactions', 'counts', 'findings'] },
);

/** What `import --json` prints. */
export type ImportResult = Infer<typeof importSchema>;
