import { array } from '../../build/array.js';
import { object } from '../../build/object.js';
import { string } from '../../build/string.js';
import type { Infer } from '../../openapi/infer.js';
import { findingSchema, head } from '../schemas.js';

const paths = (description: string) => array(string(), { description });

/** Of `export`. */
export const exportSchema = object(
  {
    ...head,
    as: string({ enum: ['arm', 'bicep', 'terraform', 'stack', 'paconn', 'postman', 'github-actions'] }),
    files: paths('All files of the export.'),
    written: paths('Those that were written.'),
    kept: paths('Those that were there, are to be filled in by a person, and were left as they are.'),
    findings: array(findingSchema, { description: 'What is wrong with the connector; nothing is written then.' }),
  },
  { required: ['formatVersion', 'ok', 'as', 'files', 'written', 'kept', 'findings'] },
);

/** What `export --json` prints. */
export type ExportResult = Infer<typeof exportSchema>;
