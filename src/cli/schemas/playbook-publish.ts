import { array } from '../../build/array.js';
import { boolean } from '../../build/boolean.js';
import { object } from '../../build/object.js';
import { string } from '../../build/string.js';
import type { Infer } from '../../openapi/infer.js';
import { findingSchema, head } from '../schemas.js';
import { obstacles, step, stepRequired, target } from './publish.js';

const what = string({ description: 'For a reader: the role and whose it is, or the rule.' });
const required = ['formatVersion', 'ok', 'steps', 'changes', 'obstacles', 'left', 'findings'] as const;

const planned = {
  target,
  changes: array(findingSchema, {
    description: 'What is deployed of the workflow against what is wanted, by the names of its actions.',
  }),
  obstacles,
  left: array(
    object(
      {
        code: string({
          enum: ['connection-key', 'connection-consent', 'role-unassigned', 'role-unknown', 'rule-refused'],
        }),
        message: string(),
        commands: array(string(), { description: 'To be run in a shell; a link for what only a person can do.' }),
        isRefused: boolean({ description: 'Whether Azure said no, or would: then a publish exits 1.' }),
      },
      { required: ['code', 'message', 'commands', 'isRefused'] },
    ),
    { description: 'What publishing cannot do, with the exact commands for it.' },
  ),
  findings: array(findingSchema, { description: "What is wrong with the workflow's file." }),
};

/** Of `playbook plan`. */
export const playbookPlanSchema = object(
  { ...head, steps: array(object({ ...step, what }, { required: stepRequired })), ...planned },
  { required },
);

/** Of `playbook publish`. */
export const playbookPublishSchema = object(
  {
    ...head,
    steps: array(
      object(
        {
          ...step,
          what,
          result: string({
            enum: ['done', 'unchanged', 'refused', 'stopped'],
            description: 'Refused: Azure said no, and `left` has the command. Stopped: nothing was sent.',
          }),
        },
        { required: [...stepRequired, 'result'] },
      ),
    ),
    published: array(object({ id: string(), hash: string() }, { required: ['id', 'hash'] })),
    kept: array(string(), { description: 'The files that what was replaced was kept in.' }),
    differs: array(findingSchema, { description: 'What still differs, read back: the service changed it.' }),
    stopped: string({ description: 'Why nothing was sent.' }),
    ...planned,
  },
  { required: [...required, 'published'] },
);

/** What `playbook plan --json` prints. */
export type PlaybookPlanResult = Infer<typeof playbookPlanSchema>;
/** What `playbook publish --json` prints. */
export type PlaybookPublishResult = Infer<typeof playbookPublishSchema>;
