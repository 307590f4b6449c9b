import { changed, type ValueChanges } from '../../core/changed.js';
import { readJson } from '../../core/json-read.js';
import { writeJson } from '../../core/json-write.js';
import type { SourceDocument } from '../../core/document.js';
import { exampleWorkflow } from './example-workflow.js';

/** An example of a rule: what it changes in a workflow of which nothing is to be said (`example-workflow.ts`). */
export interface WorkflowExample {
  /** Values by JSON Pointer; undefined takes the key or the item away, `-` at the end adds to a list. */
  readonly change: ValueChanges;
  /** Where exactly the rule reports, in order. Empty in a good example. */
  readonly at: readonly string[];
}

/** The file that an example describes. */
export function fileOf({ change }: WorkflowExample): SourceDocument {
  return readJson('workflow.json', writeJson(changed(exampleWorkflow, change)));
}
