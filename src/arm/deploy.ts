import { isArray, isObject, own, type Json, type JsonObject } from '../core/json.js';
import { writeJson } from '../core/json-write.js';
import { child } from '../core/pointer.js';
import { shorten } from '../core/shorten.js';
import { inOrder, type ArmResource, type Placed } from './deploy-order.js';
import { deployedParameters, type ParameterSource } from './deploy-parameters.js';
import { knownIn, scopeId, type DeploymentScope } from './deploy-scope.js';
import { HOLE } from './hole.js';
import { armScope, MAX_RESULTS, resolved, type ArmProblem, type ArmScope } from './resolve.js';
import { formatResourceId } from './resource-id.js';

/** A template, and what it is deployed with. */
export interface ArmDeployment extends ParameterSource {
  readonly template: JsonObject;
  readonly scope: DeploymentScope;
  /** The region of a resource group that a deployment within the template goes to. */
  readonly regionOf?: (subscription: string, group: string) => string | undefined;
}

/** What a deployment comes to. */
export interface ArmResources {
  /** In an order in which each comes behind those that it depends on. */
  readonly resources: readonly ArmResource[];
  /** Why it would be refused, or cannot be told; nothing is deployed then. */
  readonly problems: readonly ArmProblem[];
}

/** Deployments within deployments. Ours: the engine's own limit is not published. */
const MAX_NESTED = 5;
/** Resources of one template. "Limits for templates", learn.microsoft.com. */
const MAX_RESOURCES = 800;
const DEPLOYMENT = 'microsoft.resources/deployments';
/** What of a resource is for the engine, and not sent. */
const forTheEngine: ReadonlySet<string> = new Set([
  'type',
  'name',
  'apiVersion',
  'dependsOn',
  'condition',
  'copy',
  'comments',
  'scope',
]);

/**
 * The resources of a template: what its engine would ask for. Made for the templates that this tool writes: parameters, variables, conditions,
 * copies of resources, order, and deployments within it that have their own scope. What it does not know is a problem.
 */
export function deployedResources(deployment: ArmDeployment): ArmResources {
  const problems: ArmProblem[] = [];
  const resources = deployed(deployment, { problems, budget: { left: MAX_RESULTS }, pointer: '', depth: 0 });
  return { resources: problems.length === 0 ? resources : [], problems };
}

interface Run {
  readonly problems: ArmProblem[];
  readonly budget: { left: number };
  readonly pointer: string;
  readonly depth: number;
}

function deployed(deployment: ArmDeployment, run: Run): readonly ArmResource[] {
  const { template, scope } = deployment;
  const parameters = deployedParameters(template, deployment, run);
  const scopeAt = (index?: number) => armScope(template, parameters, { ...run, known: knownIn(scope, index) });
  const listed = own(template, 'resources');
  const all = isArray(listed) ? listed : [];
  if (all.length > MAX_RESOURCES || run.depth > MAX_NESTED) {
    run.problems.push({ pointer: run.pointer, message: 'The template is too large.' });
    return [];
  }
  const found = all.flatMap((one, at) => {
    const pointer = child(child(run.pointer, 'resources'), at);
    return isObject(one) ? copies(one, { deployment, run: { ...run, pointer }, scopeAt }) : [];
  });
  return inOrder(found, run);
}

interface InTemplate {
  readonly deployment: ArmDeployment;
  readonly run: Run;
  readonly scopeAt: (index?: number) => ArmScope;
}

function copies(resource: JsonObject, at: InTemplate): readonly Placed[] {
  if (at.run.budget.left < 0) return [];
  const copy = own(resource, 'copy');
  if (!isObject(copy)) return one(resource, at, at.scopeAt());
  const count = resolved(own(copy, 'count') ?? null, at.scopeAt());
  if (typeof count !== 'number' || count < 0 || count > MAX_RESOURCES) {
    at.run.problems.push({
      pointer: child(at.run.pointer, 'copy'),
      message: `The count is ${shorten(count)}, expected 0 to ${MAX_RESOURCES}.`,
    });
    return [];
  }
  return Array.from({ length: count }, (_, index) =>
    at.run.budget.left < 0 ? [] : one(resource, at, at.scopeAt(index)),
  ).flat();
}

function one(resource: JsonObject, at: InTemplate, scope: ArmScope): readonly Placed[] {
  const { run, deployment } = at;
  const { properties, ...head } = resource;
  const { template, ...others } = isObject(properties) ? properties : {};
  const whole = resolved({ ...head, ...(properties !== undefined && { properties: others }) }, scope, run.pointer);
  if (!isObject(whole) || own(whole, 'condition') === false) return [];
  if (!isKnown(whole, run)) return [];
  const [type, name, apiVersion] = ['type', 'name', 'apiVersion'].map((key) => String(own(whole, key) ?? ''));
  const names = (name ?? '').split('/');
  const id = formatResourceId({
    scope: scopeId(deployment.scope),
    type: type ?? '',
    names: [names[0] ?? '', ...names.slice(1)],
  });
  const dependsOn = own(whole, 'dependsOn');
  const placed = { id, name: name ?? '', dependsOn: isArray(dependsOn) ? dependsOn : [], pointer: run.pointer };
  if (type?.toLowerCase() !== DEPLOYMENT) {
    const body = Object.fromEntries(Object.entries(whole).filter(([key]) => !forTheEngine.has(key)));
    return [{ ...placed, resources: [{ id, apiVersion: apiVersion ?? '', body }] }];
  }
  return [{ ...placed, resources: nested(whole, template, at) }];
}

/** Whether the resource is known and affordable; tells why not. */
function isKnown(value: JsonObject, { problems, pointer, budget }: Run): boolean {
  const text = writeJson(value, { indent: 0 });
  budget.left -= text.length;
  // holes are characters that no text holds by itself
  if (text.includes(HOLE))
    problems.push({ pointer, message: 'The resource holds an expression whose value is not known.' });
  if (budget.left < 0) problems.push({ pointer, message: 'The resources of the template are too large together.' });
  return budget.left >= 0;
}

function nested(
  whole: JsonObject,
  template: Json | undefined,
  { deployment, run }: InTemplate,
): readonly ArmResource[] {
  const properties = own(whole, 'properties');
  const options = isObject(properties) ? own(properties, 'expressionEvaluationOptions') : undefined;
  const pointer = child(child(run.pointer, 'properties'), 'template');
  if (!isObject(template) || !isObject(options) || own(options, 'scope') !== 'inner') {
    run.problems.push({ pointer, message: 'The deployment has no template with a scope of its own.' });
    return [];
  }
  const [group, given] = [
    own(whole, 'resourceGroup'),
    isObject(properties) ? own(properties, 'parameters') : undefined,
  ];
  const subscription = String(own(whole, 'subscriptionId') ?? deployment.scope.subscription);
  const location = typeof group === 'string' ? deployment.regionOf?.(subscription, group) : undefined;
  if (typeof group === 'string' && location === undefined)
    run.problems.push({ pointer: run.pointer, message: `The resource group ${shorten(group)} could not be found.` });
  const scope =
    typeof group === 'string' ? { subscription, group: { name: group, location: location ?? '' } } : deployment.scope;
  const inner = { ...deployment, template, scope, parameters: isObject(given) ? given : {} };
  return deployed(inner, { ...run, pointer, depth: run.depth + 1 });
}
