import type { Context, Route } from '../context.js';
import { findGroup } from '../groups.js';
import { writeJson } from '../../core/json-write.js';
import type { Emulated, EmulatorWorld } from '../message.js';
import { noResource } from '../missing.js';
import { refused, type Reply } from '../reply.js';
import { refusals } from '../refusals.js';
import { find } from '../store.js';
import { ONBOARDING, WORKSPACE, WORKSPACES } from './types.js';
import { withNamedWorkspace } from './workspaces.js';

/** The id of the workspace that a path leads through. */
export function workspaceId(at: ReadonlyMap<string, string>): string {
  return `/subscriptions/${at.get('subscription')}/resourceGroups/${at.get('group')}/providers/${WORKSPACE}/${at.get('workspace')}`;
}

/** An answer of Microsoft Sentinel: of a workspace that is there and that Microsoft Sentinel stands on. */
export function onSentinel(answer: Route['answer']): Route['answer'] {
  return (context) => missingWorkspace(context) ?? notOnboarded(context) ?? answer(context);
}

/** Why nothing can be asked of a workspace that is not there. */
export function missingWorkspace({ emulated, at }: Context): Reply | undefined {
  const id = workspaceId(at);
  return find(emulated.state, id) ? undefined : noResource(id);
}

/** The error is JSON in the message of another one: seen in tests of public repositories on GitHub. */
function notOnboarded({ emulated, at }: Context): Reply | undefined {
  if (find(emulated.state, `${workspaceId(at)}/providers/${ONBOARDING}/default`)) return undefined;
  const { code } = refusals.notOnboarded;
  const message = `Workspace '${at.get('workspace')}' is not onboarded to Microsoft Sentinel. Please onboard through the portal or use the OnboardingStates ARM api to onboard to Sentinel.`;
  return refused(refusals.notOnboarded, writeJson({ error: { code, message } }, { indent: 0 }).trimEnd());
}

interface Naming {
  readonly at: ReadonlyMap<string, string>;
  readonly route: Route;
  readonly world: EmulatorWorld;
}

/** Workspaces are made as they are named, with Microsoft Sentinel on them, unless the settings say otherwise. One that is put is made by that. */
export function withWorkspace(emulated: Emulated, { at, route, world }: Naming): Emulated {
  const isItsGet = route.method === 'GET' && route.path === `${WORKSPACES}/{name}`;
  const name = at.get('workspace') ?? (isItsGet ? at.get('name') : undefined);
  const isMade = emulated.state.settings.workspaces === 'made' && route.method !== 'DELETE';
  if (name === undefined || !isMade || !NAME.test(name)) return emulated;
  const group = `/subscriptions/${at.get('subscription')}/resourceGroups/${at.get('group')}`;
  const [id, location] = [`${group}/providers/${WORKSPACE}/${name}`, findGroup(emulated.state, group)?.location];
  if (location === undefined || find(emulated.state, id)) return emulated;
  return withNamedWorkspace(emulated, id, { now: world.now, location });
}

/** Source: the specification of Microsoft.OperationalInsights. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9-]{1,61}[A-Za-z0-9]$/;
