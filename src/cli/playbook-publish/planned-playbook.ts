import type { Finding } from '../../core/finding.js';
import { shellWord } from '../../azure/playbook/commands.js';
import { lookAtPlace } from '../../azure/playbook/place.js';
import { checkRule, planPlaybook, type PlaybookPlan } from '../../azure/playbook/plan-playbook.js';
import { checkedId, checkedPrincipal, checkedWorkflowName, checkedWorkspace } from '../../azure/playbook/ids.js';
import { readWanted } from '../../azure/playbook/read-wanted.js';
import { checkedTags } from '../../azure/tags.js';
import type { Secret } from '../../core/secret.js';
import type { Values } from '../flags.js';
import { sourcesOf, judge } from '../judge.js';
import { givenTags } from '../publish/tags.js';
import { findingJson } from '../../report/json.js';
import { givenKey } from '../target/key.js';
import { placeOf, type Place } from '../target/place.js';
import type { World } from '../world.js';
import { givenPairs } from './given-pairs.js';
import { givenWorkflow, type GivenWorkflow } from './given-workflow.js';
import type { playbookFlags } from './playbook-flags.js';

/** A playbook that was planned; without a plan, its file forbids it. */
export interface PlannedPlaybook {
  readonly place: Place;
  readonly made: PlaybookPlan | undefined;
  /** For a connection that is made. */
  readonly key: Secret | undefined;
  /** With their lines. */
  readonly findings: readonly Finding[];
}

type Flags = Values<typeof playbookFlags> & { readonly quiet: boolean };

/** Reads what the command line names, and plans it. Throws a `Fault` for what is called wrongly or cannot be read. */
export async function plannedPlaybook(world: World, given: string, flags: Flags): Promise<PlannedPlaybook> {
  const asked = askedFor(flags);
  const workflow = await givenWorkflow(world, given, flags);
  const place = await placeOf(world, flags, { name: flags.name ?? 'playbook', location: flags.location });
  const key = await givenKey(world, flags, place.readVault);
  const { name: _name, ...where } = place.target;
  const around = await lookAtPlace(place.client, where);
  const target = { ...around.target, name: flags.name ?? 'playbook' };
  const read = workflow.request ? readWanted(workflow.request, target) : { wanted: undefined, findings: [] };
  const findings = await located(workflow, [...workflow.findings, ...read.findings]);
  if (read.wanted === undefined) return { place, made: undefined, key, findings };
  const made = await planPlaybook(place.client, {
    ...(place.emulator && (await emulated())),
    ...asked,
    wanted: read.wanted,
    target: { ...target, name: checkedWorkflowName(read.wanted.name) },
    obstacles: around.obstacles,
    where: whereText(flags, target),
    version: world.version(),
    hasKey: key !== undefined,
  });
  return { place, made, key, findings };
}

/** What only the emulator tells. */
async function emulated() {
  const { emulatedInsights } = await import('./emulated-insights.js');
  return { securityInsights: emulatedInsights };
}

/** What the flags say that needs nothing read. */
function askedFor(flags: Flags) {
  const { name, workspace, 'security-insights-id': insights, 'model-resource': model } = flags;
  if (name !== undefined) checkedWorkflowName(name);
  const asked = {
    automationRule: flags['automation-rule'],
    chosen: givenPairs('--connection', flags.connection),
    tags: checkedTags(givenTags(flags.tags)),
    ...(workspace !== undefined && { workspace: checkedWorkspace(workspace) }),
    ...(insights !== undefined && { securityInsights: checkedPrincipal(insights, '--security-insights-id') }),
    ...(model !== undefined && { modelResource: checkedId(model, { flag: '--model-resource' }) }),
  };
  checkRule(asked);
  return asked;
}

/** The target as the command line of another command names it. */
function whereText(
  { target, state }: Flags,
  { subscription, group }: { readonly subscription: string; readonly group: string },
): string {
  const folder = state === undefined ? [] : [`--state ${shellWord(state)}`];
  return [`--target ${target ?? ''}`, `--subscription ${subscription}`, `-g ${shellWord(group)}`, ...folder].join(' ');
}

async function located({ loaded }: GivenWorkflow, findings: readonly Finding[]): Promise<readonly Finding[]> {
  const sourceOf = sourcesOf([loaded.source], () => undefined);
  const judged = await judge(findings, { failOn: 'error', most: Number.POSITIVE_INFINITY, sourceOf });
  return judged.findings.map(findingJson);
}
