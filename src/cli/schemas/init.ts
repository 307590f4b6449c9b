import { array } from '../../build/array.js';
import { object } from '../../build/object.js';
import { string } from '../../build/string.js';
import type { Infer } from '../../openapi/infer.js';
import { count, head, judged } from '../schemas.js';

const suppression = object(
  {
    code: string(),
    file: string({ description: 'The file of the connector that it is about.' }),
    count: count('How many findings it is about.'),
  },
  { required: ['code', 'file', 'count'] },
);

/** Of `init`. */
export const initSchema = object(
  {
    ...head,
    folder: string({ description: 'Of the project, relative to the current folder.' }),
    connector: string({ description: 'What the connector is called; absent where nothing was written.' }),
    files: array(string(), { description: 'The files of the project, relative to the current folder, with /.' }),
    suppressed: array(suppression, { description: 'Errors of lint that connector-kit.yaml suppresses.' }),
    ...judged,
  },
  { required: ['formatVersion', 'ok', 'folder', 'files', 'suppressed', 'counts', 'findings'] },
);

/** What `init --json` prints. */
export type InitResult = Infer<typeof initSchema>;
