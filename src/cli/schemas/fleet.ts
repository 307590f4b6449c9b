import { array } from '../../build/array.js';
import { integer } from '../../build/number.js';
import { object, record } from '../../build/object.js';
import { string } from '../../build/string.js';
import type { Infer } from '../../openapi/infer.js';
import { findingSchema, head } from '../schemas.js';

const error = object(
  { code: string(), message: string(), help: string({ description: 'What can be done about it.' }) },
  { required: ['code', 'message', 'help'] },
);

const fleetTarget = object(
  {
    label: string(),
    id: string({ description: 'Of the connector in Azure, behind the cloud and a colon.' }),
    result: string({
      description:
        'Of any command: failed, or skipped (done before, with --resume). Of publish: created, updated, unchanged. Of plan: create, update, none, blocked. Of connect: created, updated. Of drift: same, drifted, unknown. Of unpublish: deleted, absent.',
    }),
    steps: array(object({ action: string(), id: string() }, { required: ['action', 'id'] }), {
      description: 'What was done, or would be, by the id of the resource.',
    }),
    error,
  },
  { required: ['label', 'id', 'result'] },
);

/** Of a command with --fleet. */
export const fleetResultSchema = object(
  {
    ...head,
    fleet: string({ description: 'The fleet file.' }),
    journal: string({ description: 'The file with a line for each target, as JSON.' }),
    counts: record(integer(), { description: 'How many targets came to each result.' }),
    targets: array(fleetTarget, { description: 'In the order of the fleet file.' }),
    stopped: string({ description: 'Why nothing was done.' }),
    findings: array(findingSchema, { description: 'What is wrong with the fleet file: then nothing was done.' }),
  },
  { required: ['formatVersion', 'ok', 'fleet', 'counts', 'targets', 'findings'] },
);

/** What a command prints with --fleet and --json. */
export type FleetResult = Infer<typeof fleetResultSchema>;
