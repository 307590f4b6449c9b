import { isArray, isObject, type Json } from '../core/json.js';
import { formatResourceId } from './resource-id.js';

/** Where a template is deployed. */
export interface DeploymentScope {
  /** The id of the subscription. */
  readonly subscription: string;
  /** Undefined at the scope of the subscription. */
  readonly group?: { readonly name: string; readonly location: string };
}

/** The id of a scope. */
export function scopeId({ subscription, group }: DeploymentScope): string {
  return `/subscriptions/${subscription}${group ? `/resourceGroups/${group.name}` : ''}`;
}

type ArmFunction = (given: readonly Json[]) => Json | undefined;

/** Two texts, where both are. */
function texts(given: readonly Json[], apply: (one: string, other: string) => Json): Json | undefined {
  const [one, other] = given;
  return typeof one === 'string' && typeof other === 'string' ? apply(one, other) : undefined;
}

function sizeOf(value: Json | undefined): number | undefined {
  if (typeof value === 'string' || isArray(value)) return value.length;
  return isObject(value) ? Object.keys(value).length : undefined;
}

/** Functions whose result a deployment needs, and an analysis of a template does not. "ARM template functions", learn.microsoft.com: case does not count. */
const comparing: ReadonlyMap<string, ArmFunction> = new Map<string, ArmFunction>([
  ['startswith', (given) => texts(given, (one, other) => one.toLowerCase().startsWith(other.toLowerCase()))],
  ['endswith', (given) => texts(given, (one, other) => one.toLowerCase().endsWith(other.toLowerCase()))],
  ['equals', ([one, other]) => (typeof one === 'object' ? undefined : one === other)],
  ['not', ([one]) => (typeof one === 'boolean' ? !one : undefined)],
  ['length', ([one]) => sizeOf(one)],
  ['empty', ([one]) => one === null || sizeOf(one) === 0],
]);

/** What is known of a deployment: where it goes, and which of several resources it is. */
export function knownIn(
  scope: DeploymentScope,
  index: number | undefined,
): (name: string, given: readonly Json[]) => Json | undefined {
  const functions = new Map<string, ArmFunction>([
    ...comparing,
    ['subscription', () => ({ id: `/subscriptions/${scope.subscription}`, subscriptionId: scope.subscription })],
    ['resourcegroup', () => scope.group && { id: scopeId(scope), ...scope.group }],
    ['copyindex', ([offset = 0]) => (index === undefined ? undefined : index + Number(offset))],
    ['resourceid', (given) => idOf(given, scope)],
    ['subscriptionresourceid', (given) => idOf(given, { subscription: scope.subscription })],
  ]);
  return (name, given) => functions.get(name)?.(given);
}

/** The id that `(type, name...)` name in the scope; undefined where a subscription or a group is named before them. */
function idOf(given: readonly Json[], scope: DeploymentScope): string | undefined {
  const [type = '', first = '', ...others] = given.filter((each) => typeof each === 'string');
  if (!type.includes('/') || given.some((each) => typeof each !== 'string')) return undefined;
  return formatResourceId({ scope: scopeId(scope), type, names: [first, ...others] });
}
