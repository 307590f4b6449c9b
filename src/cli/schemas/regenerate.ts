import { array } from '../../build/array.js';
import { boolean } from '../../build/boolean.js';
import { any } from '../../build/compose.js';
import { object, record } from '../../build/object.js';
import { string } from '../../build/string.js';
import type { Infer } from '../../openapi/infer.js';
import { diffSchema } from './diff.js';
import { findingSchema, head, judged } from '../schemas.js';

const at = {
  operation: string({ description: 'The name that the connector has for the operation.' }),
  part: string({ description: 'parameters, request, or the status of an answer.' }),
  pointer: string({
    description: 'Into the body, with * for items; of parameters it begins with their place and name.',
  }),
};

const surface = object(
  {
    formatVersion: head.formatVersion,
    service: string(),
    apiVersion: string(),
    source: record(string()),
    operations: record(any()),
  },
  {
    required: ['formatVersion', 'service', 'apiVersion', 'source', 'operations'],
    description: 'What the version offers, as it is written to its file.',
  },
);

/** Of `regenerate`. */
export const regenerateSchema = object(
  {
    ...head,
    surface,
    from: string({
      description: 'The folder of the connector that the changes are against; absent where there was none.',
    }),
    changes: diffSchema.properties.changes,
    breaking: boolean({ description: 'Whether playbooks that exist break.' }),
    losses: array(findingSchema, {
      description: 'What the specification says and the connector cannot, each at its place in the specification.',
    }),
    unreviewed: array(object(at, { required: ['operation', 'part', 'pointer'] }), {
      description: 'What the version has and the overlay does not know: for a person to look at.',
    }),
    relaxations: array(
      object(
        {
          ...at,
          kind: string({ enum: ['null', 'never-null', 'absent', 'required', 'unspecified', 'values', 'type'] }),
          message: string(),
        },
        { required: ['operation', 'part', 'pointer', 'kind', 'message'] },
      ),
      { description: 'Where the overlay, which says what recordings show, overrules the specification.' },
    ),
    drift: array(findingSchema, { description: 'With --samples: what recordings show against the surface.' }),
    files: array(string(), { description: 'Every file of the version.' }),
    written: array(string(), { description: 'Those that were written.' }),
    stale: array(string(), { description: 'With --check: those that are missing or hold something else.' }),
    ...judged,
  },
  {
    required: [
      'formatVersion',
      'ok',
      'surface',
      'changes',
      'breaking',
      'losses',
      'unreviewed',
      'relaxations',
      'drift',
      'files',
      'written',
      'stale',
      'counts',
      'findings',
    ],
  },
);

/** What `regenerate --json` prints. */
export type RegenerateResult = Infer<typeof regenerateSchema>;
