import { object } from '../../build/object.js';
import type { Infer } from '../../openapi/infer.js';
import { head, judged, paths } from '../schemas.js';

/** Of `playbook build`. */
export const playbookBuildSchema = object(
  {
    ...head,
    files: paths('Every file of the playbooks.'),
    written: paths('Those that were written.'),
    stale: paths('With --check: those that are missing or hold something else.'),
    ...judged,
  },
  { required: ['formatVersion', 'ok', 'files', 'written', 'stale', 'counts', 'findings'] },
);

/** What `playbook build --json` prints. */
export type PlaybookBuildResult = Infer<typeof playbookBuildSchema>;
