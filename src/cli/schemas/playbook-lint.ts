import { object } from '../../build/object.js';
import type { Infer } from '../../openapi/infer.js';
import { count, head, judged } from '../schemas.js';

/** Of `playbook lint`. */
export const playbookLintSchema = object(
  {
    ...head,
    documents: count('Files with workflows.'),
    workflows: count('Workflows in them.'),
    ...judged,
  },
  { required: ['formatVersion', 'ok', 'documents', 'workflows', 'counts', 'findings'] },
);

/** What `playbook lint --json` prints. */
export type PlaybookLintResult = Infer<typeof playbookLintSchema>;
