import type { LeftOver } from '../../azure/playbook/commands.js';
import { stepsOfPlan, type PlaybookPlan } from '../../azure/playbook/plan-playbook.js';
import type { PlaybookStep } from '../../azure/playbook/playbook-request.js';
import type { Finding } from '../../core/finding.js';
import { shorten } from '../../core/shorten.js';
import { plural } from '../../report/counts.js';
import { findingJson } from '../../report/json.js';
import { findingsText, printable, type Style } from '../../report/text.js';
import { placeJson, placeLine } from '../publish/place-json.js';
import { obstacleText } from '../publish/plan-report.js';
import type { PlaybookPlanResult } from '../schemas/playbook-publish.js';
import type { Place } from '../target/place.js';

/** The fields of a plan that a result has; the plan itself may hold keys of others, and is never printed. */
export type PlannedJson = Omit<PlaybookPlanResult, 'formatVersion' | 'ok' | 'steps'>;

/** A result of which only the file could be read. */
export function unplannedJson(findings: readonly Finding[]): PlannedJson {
  return { changes: [], obstacles: [], left: [], findings: findings.map(findingJson) };
}

/** The fields of a plan. `left` is what is left after it was carried out, where it was. */
export function plannedJson(
  plan: PlaybookPlan,
  {
    place,
    findings,
    left = plan.left,
  }: { readonly place: Place; readonly findings: readonly Finding[]; readonly left?: readonly LeftOver[] },
): PlannedJson {
  const { target } = plan.request;
  return {
    target: placeJson(place, target),
    changes: plan.changes.map(findingJson),
    obstacles: plan.obstacles.map((one) => ({ ...one })),
    left: left.map((one) => ({ ...one, commands: [...one.commands] })),
    findings: findings.map(findingJson),
  };
}

/** The steps of a plan as they are printed. */
export function stepsJson(plan: PlaybookPlan): PlaybookPlanResult['steps'] {
  return stepsOfPlan(plan).map((one) => ({ ...one }));
}

/** A plan for a reader: what would be done, what differs, what stands in the way, and what is left to others. */
export function playbookText(
  steps: readonly (PlaybookStep & { readonly result?: string })[],
  { target, changes, obstacles, left, findings }: PlannedJson,
  style: Style,
): string {
  return [
    ...(target ? [`${placeLine(target)}\n`] : []),
    findingsText(findings, style),
    ...steps.map(stepLine),
    ...changesText(changes),
    ...obstacles.map(obstacleText),
    ...leftText(left),
  ].join('');
}

/** `create  workflows "triage": it is not there`. */
function stepLine({ action, id, why, what, result }: PlaybookStep & { readonly result?: string }): string {
  const [type = '', name = ''] = id.split('/').slice(-2);
  const said = result === undefined ? action : `${action} (${result})`;
  return (
    printable(`${said.padEnd(result === undefined ? 7 : 18)} ${what ?? `${type} ${shorten(name)}`}: ${why}`) + '\n'
  );
}

function changesText(changes: PlannedJson['changes']): readonly string[] {
  if (changes.length === 0) return [];
  const lines = changes.map(({ severity, message, code }) => `  ${severity} ${printable(message)}  ${code}\n`);
  return [`${plural(changes.length, 'difference')} in what is deployed:\n`, ...lines];
}

/** What is left to do, each with its commands on lines of their own: to be copied. */
function leftText(left: PlannedJson['left']): readonly string[] {
  if (left.length === 0) return [];
  const lines = left.flatMap(({ code, message, commands }) => [
    `  ${printable(message)}  ${code}\n`,
    ...commands.map((line) => `    ${printable(line)}\n`),
  ]);
  return ['Left to do:\n', ...lines];
}
