import type { Method } from '../openapi/types.js';
import { spend, type Budget } from './budget.js';
import { announcesVersion, isIdentifier } from './looks.js';
import { addTraffic, newTraffic, type Traffic } from './traffic.js';

/** The paths that begin with the same segments. */
export interface PathNode {
  readonly literals: Map<string, PathNode>;
  /** Where any text can stand for the next segment. */
  parameter: PathNode | undefined;
  /** Whether there were too many literals to keep them apart; `parameter` has them all. */
  joined: boolean;
  /** Of a parameter: the first few of its values, in the order of their texts. */
  readonly values: string[];
  /** Of a parameter: the names that placeholders in recorded paths give it. */
  readonly labels: Set<string>;
  readonly operations: Map<Method, Traffic>;
}

/** With more different segments in one place no definition of at most 256 operations could list them: they are values. */
const MOST_LITERALS = 256;
/** How many values a message can name. */
const VALUES_KEPT = 3;

/** No paths. */
export function newPaths(): PathNode {
  const node = { literals: new Map(), parameter: undefined, joined: false };
  return { ...node, values: [], labels: new Set(), operations: new Map() };
}

/** The traffic of a method and a path, made where it is new; undefined where there is no room for it. A segment that cannot be a name is a parameter. */
export function trafficAt(
  root: PathNode,
  { method, segments }: { readonly method: Method; readonly segments: readonly string[] },
  budget: Budget,
): Traffic | undefined {
  let node: PathNode | undefined = root;
  for (const [index, segment] of segments.entries()) {
    if (node === undefined) return undefined;
    node = isParameter(segment, segments[index - 1])
      ? parameterOf(node, segment, budget)
      : literalOf(node, segment, budget);
  }
  return node && operationOf(node, method, budget);
}

function isParameter(segment: string, before: string | undefined): boolean {
  if (isPlaceholder(segment) || /\p{Surrogate}/u.test(segment)) return true;
  return isIdentifier(segment) && !(announcesVersion(before) && /^\d{1,2}$/.test(segment));
}

/** `{id}`, `<DeploymentName>`, `{{id}}`: a template cannot have braces that are none. */
function isPlaceholder(segment: string): boolean {
  return /[{}]/.test(segment) || /^<.*>$/s.test(segment);
}

function parameterOf(node: PathNode, segment: string, budget: Budget): PathNode {
  const parameter = (node.parameter ??= newPaths());
  if (!isPlaceholder(segment)) keepValue(parameter, segment);
  else {
    const label = segment.replace(/^[<{]+|[>}]+$/g, '');
    if (/^[\w.-]{1,40}$/.test(label) && !parameter.labels.has(label) && spend(budget)) parameter.labels.add(label);
  }
  return parameter;
}

function keepValue({ values }: PathNode, value: string): void {
  if (values.includes(value)) return;
  values.push(value);
  values.sort();
  values.splice(VALUES_KEPT);
}

function literalOf(node: PathNode, segment: string, budget: Budget): PathNode | undefined {
  if (node.joined) return parameterOf(node, segment, budget);
  const known = node.literals.get(segment);
  if (known !== undefined || !spend(budget)) return known;
  const made = newPaths();
  node.literals.set(segment, made);
  return node.literals.size <= MOST_LITERALS ? made : joinAll(node, budget);
}

function joinAll(node: PathNode, budget: Budget): PathNode {
  node.joined = true;
  return joinLiterals(node, [...node.literals.keys()], budget);
}

function operationOf(node: PathNode, method: Method, budget: Budget): Traffic | undefined {
  const known = node.operations.get(method);
  if (known !== undefined || !spend(budget)) return known;
  const made = newTraffic();
  node.operations.set(method, made);
  return made;
}

/** Makes values of a parameter of these segments, and gives the node of the parameter. */
export function joinLiterals(node: PathNode, segments: readonly string[], budget: Budget): PathNode {
  const parameter = (node.parameter ??= newPaths());
  for (const segment of segments) {
    const literal = node.literals.get(segment);
    node.literals.delete(segment);
    keepValue(parameter, segment);
    if (literal !== undefined) addPaths(parameter, literal, budget);
  }
  return parameter;
}

function addPaths(node: PathNode, other: PathNode, budget: Budget): void {
  for (const value of other.values) keepValue(node, value);
  for (const label of other.labels) node.labels.add(label);
  for (const [method, traffic] of other.operations) {
    const known = operationOf(node, method, budget);
    if (known !== undefined) addTraffic(known, traffic, budget);
  }
  if (other.parameter !== undefined) addPaths((node.parameter ??= newPaths()), other.parameter, budget);
  if (other.joined && !node.joined) joinAll(node, budget);
  for (const [segment, literal] of other.literals) {
    const known = literalOf(node, segment, budget);
    if (known !== undefined) addPaths(known, literal, budget);
  }
}
