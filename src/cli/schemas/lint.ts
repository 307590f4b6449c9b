import { array } from '../../build/array.js';
import { object } from '../../build/object.js';
import { string } from '../../build/string.js';
import type { Infer } from '../../openapi/infer.js';
import { cardSchema } from './designer.js';
import { count, head, judged, place } from '../schemas.js';

/** Of `lint`. */
export const lintSchema = object(
  {
    ...head,
    documents: count('Definitions that were read.'),
    ...judged,
    fixed: array(
      object(
        { code: string({ description: 'Of the finding that is gone.' }), message: string(), ...place },
        { required: ['code', 'message', 'file', 'pointer'] },
      ),
      {
        description:
          'With --fix: what was changed, at its place in the file as it is now; with --dry-run, as it would be.',
      },
    ),
    unfixed: array(
      object(
        { file: place.file, findings: count('How many of its findings have a fix.') },
        { required: ['file', 'findings'] },
      ),
      { description: 'With --fix: files that it does not change, because they are no JSON.' },
    ),
    difference: string({ description: 'With --dry-run: what --fix would change, as a unified difference.' }),
    cards: array(cardSchema, { description: 'With --designer: what it makes of each operation.' }),
  },
  { required: ['formatVersion', 'ok', 'documents', 'counts', 'findings', 'fixed'] },
);

/** What `lint --json` prints. */
export type LintResult = Infer<typeof lintSchema>;
