import { array } from '../build/array.js';
import { boolean } from '../build/boolean.js';
import { any } from '../build/compose.js';
import { integer, number } from '../build/number.js';
import { object } from '../build/object.js';
import { string } from '../build/string.js';
import type { Infer } from '../openapi/infer.js';

/*
 * What each command prints with --json. Each value is a JSON Schema (draft 4) in the package, `schemas/NAME.schema.json`, and, inferred, a
 * TypeScript type. Fields are never removed or renamed; more may be added, so nothing here is closed.
 */

const severity = () => string({ enum: ['error', 'warning', 'note'] });
/** A number of things. */
export const count = (description: string) => integer({ minimum: 0, description });
/** A list of files. */
export const paths = (description: string) => array(string(), { description });

/** Where something stands. */
export const place = {
  file: string({ description: 'Relative to the current folder, with /.' }),
  pointer: string({ description: 'JSON Pointer (RFC 6901) into the file; empty for the whole of it.' }),
  line: integer({ minimum: 1 }),
  column: integer({ minimum: 1, description: 'In UTF-16 code units.' }),
};

/** One finding, in the result of every command that gives them. */
export const findingSchema = object(
  {
    code: string({ description: 'Permanent. `explain CODE` says what it means.' }),
    severity: severity(),
    message: string(),
    ...place,
    declared: object(place, { required: ['pointer'], description: 'What the value was held against.' }),
    count: integer({ minimum: 2, description: 'How many equal findings this one stands for.' }),
    sample: string({ description: 'The recorded exchange.' }),
    operation: string({ description: 'The operationId.' }),
  },
  { required: ['code', 'severity', 'message', 'pointer'] },
);

/** The fields of every result that has findings. */
export const judged = {
  counts: object(
    { error: count('Errors.'), warning: count('Warnings.'), note: count('Notes.') },
    {
      required: ['error', 'warning', 'note'],
      description: 'Of all findings, those that --max-findings left out included.',
    },
  ),
  findings: array(findingSchema),
};

const share = object(
  {
    declared: count('How many the definition declares.'),
    seen: count('How many of them the samples show.'),
    percent: number({ minimum: 0, maximum: 100 }),
    missing: array(object({ name: string(), pointer: string() }, { required: ['name', 'pointer'] })),
  },
  { required: ['declared', 'seen', 'percent', 'missing'] },
);

const strength = object(
  {
    mutants: count('How many facts are declared: in each mutant one of them is something else.'),
    killed: count('How many mutants the samples would notice: they give a finding then that they do not give now.'),
    percent: number({ minimum: 0, maximum: 100 }),
    survivors: array(
      object(
        {
          kind: string({
            description:
              'What is something else: path, method, status, type, nullable, enum, name, optional, required, bound, additional, default or wider.',
          }),
          message: string({
            description: 'What no sample shows. Facts that one more sample could show have the same message.',
          }),
          file: place.file,
          pointer: place.pointer,
        },
        { required: ['kind', 'message', 'file', 'pointer'] },
      ),
      { description: 'The mutants that no sample would notice.' },
    ),
  },
  { required: ['mutants', 'killed', 'percent', 'survivors'], description: 'With --strength.' },
);

/** The fields that every result begins with. */
export const head = {
  formatVersion: integer({ enum: [1] }),
  ok: boolean({ description: 'Whether the exit code is 0.' }),
};

/** Of `test`. */
export const testSchema = object(
  {
    ...head,
    samples: object(
      {
        total: count('All exchanges, and the files that held none.'),
        passed: count('Without an error.'),
        failed: count('With an error, or not readable.'),
        unmatched: count('Of no operation of the connector.'),
        skipped: count('Files in a folder that hold no exchange, and exchanges without the half to be tested.'),
      },
      { required: ['total', 'passed', 'failed', 'unmatched', 'skipped'] },
    ),
    ...judged,
    coverage: object(
      { operations: share, statuses: share, properties: share, enums: share },
      { required: ['operations', 'statuses', 'properties', 'enums'] },
    ),
    strength,
  },
  { required: ['formatVersion', 'ok', 'samples', 'counts', 'findings', 'coverage'] },
);

/** Of `build`. */
export const buildSchema = object(
  {
    ...head,
    files: paths('Every file of the connectors.'),
    written: paths('Those that were written.'),
    stale: paths('With --check: those that are missing or hold something else.'),
    ...judged,
  },
  { required: ['formatVersion', 'ok', 'files', 'written', 'stale', 'counts', 'findings'] },
);

const rule = object(
  {
    code: string(),
    severity: severity(),
    summary: string(),
    why: string(),
    source: string(),
    examples: object({ bad: array(any()), good: array(any()) }, { required: ['bad', 'good'] }),
  },
  { required: ['code', 'severity', 'summary', 'why', 'source', 'examples'] },
);
const brief = object(
  { code: string(), severity: severity(), summary: string() },
  { required: ['code', 'severity', 'summary'] },
);

/** Of `explain`. */
export const explainSchema = object(
  { ...head, rule, rules: array(brief, { description: 'In place of `rule` where no code was given: all of them.' }) },
  { required: ['formatVersion', 'ok'] },
);

/** Of a command that could not do its work. */
export const faultSchema = object(
  {
    ...head,
    fault: object({ code: string(), message: string(), help: string() }, { required: ['code', 'message', 'help'] }),
  },
  { required: ['formatVersion', 'ok', 'fault'] },
);

/** What `test --json` prints. */
export type TestResult = Infer<typeof testSchema>;
/** What `build --json` prints. */
export type BuildResult = Infer<typeof buildSchema>;
/** What `explain --json` prints. */
export type ExplainResult = Infer<typeof explainSchema>;
/** What any command prints with --json that could not do its work. */
export type FaultResult = Infer<typeof faultSchema>;
