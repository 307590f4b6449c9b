import { object } from '../../build/object.js';
import { string } from '../../build/string.js';
import type { Infer } from '../../openapi/infer.js';
import { count, head } from '../schemas.js';

/** Of `emulate`, when it has ended. Its first line, when it has begun, has the same fields but for `ok` and `requests`. */
export const emulateSchema = object(
  {
    ...head,
    arm: string({ description: 'Where Azure Resource Manager was.' }),
    gateway: string({ description: 'Where calls of connections went: gateway/CONNECTOR/CONNECTION/PATH.' }),
    state: string({ description: 'The folder with its state.' }),
    tls: object(
      {
        url: string({ description: 'The same as arm, with TLS.' }),
        certificate: string({ description: 'The file with the certificate that clients had to trust, in PEM.' }),
      },
      { required: ['url', 'certificate'] },
    ),
    requests: count('How many requests there were.'),
  },
  { required: ['formatVersion', 'ok', 'arm', 'gateway', 'state', 'tls', 'requests'] },
);

/** What `emulate --json` prints. */
export type EmulateResult = Infer<typeof emulateSchema>;
