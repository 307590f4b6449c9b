import type { Plan, Step } from '../../azure/plan.js';
import type { Obstacle } from '../../azure/preflight.js';
import type { Finding } from '../../core/finding.js';
import { shorten } from '../../core/shorten.js';
import type { Change } from '../../diff/change.js';
import { plural } from '../../report/counts.js';
import { findingJson } from '../../report/json.js';
import { printable } from '../../report/text.js';
import { changeJson } from '../diff/report.js';
import type { PlanResult, TargetJson } from '../schemas/publish.js';
import type { Place } from '../target/place.js';
import { placeJson } from './place-json.js';

/** The fields of a plan that a result has; the plan itself holds signed addresses, and is never printed. */
export type PlannedJson = Omit<PlanResult, 'formatVersion' | 'ok' | 'steps'>;

/** What is not known because the connector's documents have errors. */
export const unplanned: Omit<PlannedJson, 'findings'> = {
  breaking: false,
  changes: [],
  unknown: [],
  workflows: [],
  obstacles: [],
};

/** The fields of a plan. */
export function plannedJson(plan: Plan, place: Place): PlannedJson & { readonly target: TargetJson } {
  return {
    target: placeJson(place, plan.target),
    breaking: plan.breaking,
    changes: plan.changes.map(differenceJson),
    unknown: plan.unknown.map(findingJson),
    workflows: workflowsJson(plan),
    allWorkflowsSeen: plan.allWorkflowsSeen,
    obstacles: plan.obstacles.map((one) => ({ ...one })),
    findings: [],
  };
}

/** A difference between what is deployed and what is wanted: a change of the definition, or a finding. */
export function differenceJson(one: Finding | Change): PlannedJson['changes'][number] {
  return 'effect' in one ? changeJson(one) : findingJson(one);
}

function workflowsJson({ workflows }: Plan): PlannedJson['workflows'] {
  const files = [...new Set(workflows.map(({ file }) => file))];
  return files.map((file) => ({
    file,
    actions: workflows
      .filter((hit) => hit.file === file)
      .flatMap(({ change: { code, message, operation }, call, places }) =>
        places.map(({ pointer, certain }) => ({
          action: call.step.name,
          ...(operation !== undefined && { operation }),
          code,
          message,
          pointer,
          certain,
        })),
      ),
  }));
}

/** A plan for a reader: what would be done, what changes, which workflows that hits, and what stands in the way. */
export function planText(steps: readonly (Step & { readonly result?: string })[], planned: PlannedJson): string {
  const { changes, workflows, unknown, obstacles, allWorkflowsSeen, breaking } = planned;
  return [
    ...steps.map(stepLine),
    ...differencesText(changes),
    ...unknown.map(({ message, code }) => `  ${printable(message)}  ${code}\n`),
    ...(breaking ? workflowLines(workflows, allWorkflowsSeen ?? true) : []),
    ...obstacles.map(obstacleText),
  ].join('');
}

/** `create  customApis "tickets"  it is not there`. */
function stepLine({ action, id, why, result }: Step & { readonly result?: string }): string {
  const [type = '', name = ''] = id.split('/').slice(-2);
  const said = result === undefined ? action : `${action} (${result})`;
  return printable(`${said.padEnd(result === undefined ? 7 : 18)} ${type} ${shorten(name)}: ${why}`) + '\n';
}

/** Differences, those that break first. */
export function differencesText(changes: PlannedJson['changes']): readonly string[] {
  if (changes.length === 0) return [];
  const breaking = changes.filter((one) => one.breaking).length;
  const counted = breaking === 0 ? 'none of them breaking' : `${breaking} of them breaking`;
  const lines = changes.map(({ severity, message, code, pointer, help }) => {
    const at = pointer === '' ? '' : ` (${printable(pointer)})`;
    return `  ${severity} ${printable(message)}${at}  ${code}\n${help === undefined ? '' : `    ${printable(help)}\n`}`;
  });
  return [`${plural(changes.length, 'difference')}, ${counted}:\n`, ...lines];
}

function workflowLines(workflows: PlannedJson['workflows'], isComplete: boolean): readonly string[] {
  const seen = isComplete
    ? []
    : ['  The account may not see all workflows of the subscription: others may be hit too.\n'];
  if (workflows.length === 0) return [...(isComplete ? ['No deployed workflow is hit.\n'] : []), ...seen];
  const lines = workflows.flatMap(({ file, actions }) => [
    `  ${printable(file)}\n`,
    ...actions.map(({ action, message, code }) => `    ${shorten(action)}: ${printable(message)}  ${code}\n`),
  ]);
  return [`${plural(workflows.length, 'deployed workflow')} hit:\n`, ...lines, ...seen];
}

/** What stands in the way, and what can be done about it. */
export function obstacleText({
  code,
  message,
  help,
}: Pick<Obstacle, 'message' | 'help'> & { readonly code: string }): string {
  return `In the way: ${printable(message)}  ${code}\n  ${printable(help)}\n`;
}
