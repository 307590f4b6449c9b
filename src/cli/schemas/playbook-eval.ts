import { any } from '../../build/compose.js';
import { object } from '../../build/object.js';
import { string } from '../../build/string.js';
import type { Infer } from '../../openapi/infer.js';
import { head } from '../schemas.js';

/** Of `playbook eval`. */
export const playbookEvalSchema = object(
  {
    ...head,
    value: any({ description: 'What the expression comes to; not there where `error` is.' }),
    error: object(
      {
        code: string({
          description:
            'InvalidTemplate where the service refuses it, LimitExceeded where it takes too much, NotSupported for what is not done here; that of a finding where the context cannot be read.',
        }),
        message: string({ description: 'As the service words it, where that is known.' }),
        help: string({ description: 'What was probably meant.' }),
      },
      { required: ['code', 'message'] },
    ),
  },
  { required: ['formatVersion', 'ok'] },
);

/** What `playbook eval --json` prints. */
export type PlaybookEvalResult = Infer<typeof playbookEvalSchema>;
