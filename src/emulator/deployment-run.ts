import { deployedResources, type ArmDeployment } from '../arm/deploy.js';
import { deployedOutputs } from '../arm/deploy-outputs.js';
import type { ArmResource } from '../arm/deploy-order.js';
import { isObject, own, type Json, type JsonObject } from '../core/json.js';
import type { Context } from './context.js';
import { findGroup } from './groups.js';
import type { Emulated } from './message.js';
import { normalRegion } from './regions.js';
import { refused, type Reply } from './reply.js';
import { refusals } from './refusals.js';
import { badContent } from './resource-body.js';
import type { EmulatorState } from './state.js';

/** What a template comes to. */
interface Evaluated {
  readonly resources: readonly ArmResource[];
  readonly outputs: JsonObject;
  readonly refusal?: never;
}

/** Evaluates the template of a deployment's body; or why it is refused before anything is made. */
export function evaluated({ emulated, at, body }: Context): Evaluated | { readonly refusal: Reply } {
  const properties = own(body, 'properties');
  if (!isObject(properties)) return { refusal: badContent('properties', 'an object') };
  const [template, parameters] = [own(properties, 'template'), own(properties, 'parameters') ?? {}];
  if (own(properties, 'templateLink') !== undefined || own(properties, 'parametersLink') !== undefined) {
    return {
      refusal: refused(refusals.badLink, 'The emulator fetches nothing: send the template and its parameters.'),
    };
  }
  if (!isObject(template)) return { refusal: badContent('properties.template', 'an object') };
  if (!isObject(parameters)) return { refusal: badContent('properties.parameters', 'an object') };
  if (String(own(properties, 'mode')).toLowerCase() !== 'incremental') {
    return { refusal: refused(refusals.badMode, "The emulator deploys with the mode 'Incremental' only.") };
  }
  const deployment = deploymentOf(emulated.state, at, { template, parameters });
  const { resources, problems } = deployedResources(deployment);
  const [problem] = problems;
  if (problem === undefined) return { resources, outputs: deployedOutputs(deployment) };
  const message = `Deployment template validation failed: '${problem.message}' (${problem.pointer})`;
  return { refusal: refused(refusals.badTemplate, message) };
}

function deploymentOf(
  state: EmulatorState,
  at: ReadonlyMap<string, string>,
  given: Pick<ArmDeployment, 'template'> & { readonly parameters: JsonObject },
): ArmDeployment {
  const [subscription = '', name] = [at.get('subscription'), at.get('group')];
  const regionOf = (of: string, group: string) => {
    const found = findGroup(state, `/subscriptions/${of}/resourceGroups/${group}`)?.location;
    return found ?? (state.settings.groups === 'made' ? state.settings.location : undefined);
  };
  const group = name === undefined ? undefined : { name, location: regionOf(subscription, name) ?? '' };
  return { ...given, scope: { subscription, ...(group && { group }) }, regionOf };
}

/** What came of the resources of a deployment: those that were made stay where one failed. */
interface Made {
  readonly emulated: Emulated;
  readonly ids: readonly string[];
  /** Of the first one that failed, the error of its own request. */
  readonly error?: Json;
}

/** Makes resources one after the other. */
export function made({ emulated, write }: Context, resources: readonly ArmResource[]): Made {
  const ids: string[] = [];
  let after = emulated;
  for (const { id, apiVersion, body } of resources) {
    const one = { id: ofGroup(id), apiVersion, body };
    const reply = write(after, one);
    after = reply.emulated ?? after;
    if (reply.status >= 300) {
      const error = isObject(reply.body) ? own(reply.body, 'error') : undefined;
      return { emulated: after, ids, error: { target: one.id, ...(isObject(error) && error) } };
    }
    ids.push(one.id);
  }
  return { emulated: after, ids };
}

/** A template writes a resource group like any other type; its address is of another form. */
function ofGroup(id: string): string {
  return id.replace(/\/providers\/microsoft\.resources\/resourcegroups\//i, '/resourceGroups/');
}

/** The region of a deployment at a subscription, which says where Azure keeps what it knows of it. */
export function regionIn(body: JsonObject): string {
  const location = own(body, 'location');
  return typeof location === 'string' ? normalRegion(location) : '';
}
