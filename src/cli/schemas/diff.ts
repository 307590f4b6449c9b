import { array } from '../../build/array.js';
import { boolean } from '../../build/boolean.js';
import { object } from '../../build/object.js';
import { string } from '../../build/string.js';
import type { Infer } from '../../openapi/infer.js';
import { count, findingSchema, head, judged, place } from '../schemas.js';

/** A change between two versions of a connector, in the result of every command that compares. */
export const changeSchema = object(
  {
    ...findingSchema.properties,
    effect: string({ enum: ['narrows', 'widens', 'renames', 'moves', 'rewords'] }),
    direction: string({
      enum: ['sends', 'receives', 'connects', 'shows'],
      description:
        'Whom it is about: what a playbook sends, what it receives, how it connects, what the designer shows.',
    }),
    breaking: boolean({ description: 'Whether playbooks that exist break.' }),
    bump: string({ enum: ['major', 'minor', 'patch'] }),
    operations: array(string(), {
      description: 'All operations that it reaches, 256 at most; `operation` is the first.',
    }),
    help: string({ description: 'What to do instead, on the first breaking change of an operation.' }),
  },
  { required: ['code', 'severity', 'message', 'pointer', 'effect', 'direction', 'breaking', 'bump'] },
);

const { file: _file, ...inFile } = place;
const action = object(
  {
    action: string({ description: 'The action or trigger that calls the operation.' }),
    workflow: string({ description: 'The name of its workflow, where the file has one.' }),
    operation: string({ description: 'The operationId.' }),
    code: string({ description: 'Of the change.' }),
    message: string({ description: 'Of the change.' }),
    ...inFile,
    places: array(
      object(
        {
          action: string({ description: 'The action that the change meets: the call, or one that uses its answer.' }),
          ...inFile,
          certain: boolean({ description: 'False where the file does not tell, because an expression does.' }),
        },
        { required: ['pointer', 'certain'] },
      ),
    ),
  },
  { required: ['action', 'code', 'message', 'pointer', 'places'] },
);

/** Of `diff`. */
export const diffSchema = object(
  {
    ...head,
    breaking: boolean({ description: 'Whether playbooks that exist break.' }),
    bump: string({ enum: ['major', 'minor', 'patch', 'none'], description: 'What the next version has to be.' }),
    operations: object(
      { old: count('Of the old version.'), new: count('Of the new version.'), common: count('In both.') },
      { required: ['old', 'new', 'common'], description: 'How many operations there are.' },
    ),
    ...judged,
    findings: array(findingSchema, { description: 'What is wrong with the documents.' }),
    changes: array(changeSchema, {
      description: 'Each at its place in the new version, or in the old one for what is gone.',
    }),
    playbooks: array(object({ file: place.file, actions: array(action) }, { required: ['file', 'actions'] }), {
      description: 'With --playbooks: each file, and the actions in it that breaking changes hit.',
    }),
  },
  { required: ['formatVersion', 'ok', 'breaking', 'bump', 'operations', 'counts', 'findings', 'changes'] },
);

/** What `diff --json` prints. */
export type DiffResult = Infer<typeof diffSchema>;
