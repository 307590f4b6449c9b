import { matchTemplate, pathTemplate, segmentsOf } from '../wire/path-template.js';
import { commentOperations } from './comments.js';
import { entityOperations } from './entities.js';
import { incidentOperations } from './incidents.js';
import type { Operation } from './operation.js';
import { relationOperations } from './relations.js';
import { taskOperations } from './tasks.js';
import { refused, type Answered, type SentinelCall, type Workspace } from './workspace.js';

/** The path of what a workspace of ours never has: watchlists and bookmarks. */
const ELSEWHERE = /^\/(?:V2\/)?(Watchlists|Bookmarks)\//i;

const operations: readonly (Operation & { readonly template: ReturnType<typeof pathTemplate> })[] = [
  ...incidentOperations,
  ...commentOperations,
  ...taskOperations,
  ...relationOperations,
  ...entityOperations,
].map((one) => ({ ...one, template: pathTemplate(one.path) }));

/**
 * What the Sentinel connector answers to a call, and the workspace then; undefined where it has no such operation.
 * Which operations there are: Microsoft's generated client of the connector.
 */
export function sentinelAnswer(workspace: Workspace, call: SentinelCall): Answered | undefined {
  const segments = segmentsOf(call.path);
  for (const { method, template, answer } of operations) {
    const values = method === call.method ? matchTemplate(template, segments) : undefined;
    if (values) return answer(workspace, call, values);
  }
  const elsewhere = ELSEWHERE.exec(call.path)?.[1];
  if (elsewhere === undefined) return undefined;
  return refused(workspace, 404, `The workspace has no ${elsewhere.toLowerCase()}.`);
}
