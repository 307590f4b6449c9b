import { HOLE } from '../arm/hole.js';
import type { ConnectorCall } from '../workflow/calls.js';
import type { Sent } from '../workflow/sent.js';
import type { HitPart, Step } from './change.js';

/** A place at which a call sends something, or lacks it. */
export interface SentPlace {
  /** Where it stands in the file; what is missing would stand in it. */
  readonly pointer: string;
  /** False where an expression stands for it, or around it, and only a run knows. */
  readonly certain: boolean;
}

/** A node of what is sent, and whether it is known that the way leads to it. */
interface Reached {
  readonly node: Sent;
  readonly certain: boolean;
}

/** Where a call sends the part; with `missing`, where it sends what would hold the part, and not the part. */
export function sentPlaces(call: ConnectorCall, part: HitPart, missing: boolean): readonly SentPlace[] {
  const { pointer } = call.step;
  // Power Automate's calls and forms keep their parts under names of another kind
  if (call.operationId !== undefined || part.in === 'formData') return [{ pointer, certain: false }];
  if (part.in === 'path') return missing ? [] : [{ pointer, certain: true }];
  const sent = call.sent.get(groups[part.in] ?? 'body');
  const way = part.in === 'body' ? part.fields : [part.name ?? '', ...part.fields];
  if (sent === undefined)
    return missing && way.length === (part.in === 'body' ? 0 : 1) ? [{ pointer, certain: true }] : [];
  const anyCase = part.in === 'header';
  const start: Reached = { node: sent, certain: true };
  const last = way.at(-1);
  if (!missing) return reached(start, way, anyCase).map(({ node, certain }) => ({ pointer: node.pointer, certain }));
  if (last === undefined) return [];
  return reached(start, way.slice(0, -1), anyCase).flatMap((holder) => lacking(holder, last, anyCase));
}

const groups: Readonly<Partial<Record<HitPart['in'], string>>> = { query: 'queries', header: 'headers' };

function reached(start: Reached, way: readonly (string | Step)[], anyCase: boolean): readonly Reached[] {
  let here: readonly Reached[] = [start];
  for (const to of way) {
    const nodes = here.flatMap((one) => next(one, to, anyCase));
    here = [...new Map(nodes.map((one) => [one.node, one])).values()];
  }
  return here;
}

function next({ node, certain }: Reached, to: string | Step, anyCase: boolean): readonly Reached[] {
  if (node.kind === 'unknown') return [{ node, certain: false }];
  if (typeof to === 'string') {
    const named = node.kind === 'object' ? membersNamed(node.members, to, anyCase) : [];
    return named.map((member) => ({ node: member.node, certain: certain && member.certain }));
  }
  return below(node, to).map((inner) => ({ node: inner, certain }));
}

function below(node: Sent, to: Step): readonly Sent[] {
  if (to.step === 'depth') return [node, ...allBelow(node)];
  if (to.step === 'item') return node.kind === 'array' ? node.items : [];
  return node.kind === 'object' ? [...node.members.values()] : [];
}

/** The members of this name, and those whose name only a run knows. */
function membersNamed(members: ReadonlyMap<string, Sent>, name: string, anyCase: boolean): readonly Reached[] {
  const exact = members.get(name);
  if (exact) return [{ node: exact, certain: true }];
  return [...members].flatMap(([key, member]): readonly Reached[] => {
    if (key.includes(HOLE)) return [{ node: { kind: 'unknown', pointer: member.pointer }, certain: false }];
    return anyCase && key.toLowerCase() === name.toLowerCase() ? [{ node: member, certain: true }] : [];
  });
}

function allBelow(node: Sent): Sent[] {
  const inner = node.kind === 'array' ? node.items : node.kind === 'object' ? [...node.members.values()] : [];
  return inner.flatMap((each) => [each, ...allBelow(each)]);
}

function lacking({ node, certain }: Reached, name: string | Step, anyCase: boolean): readonly SentPlace[] {
  const { pointer } = node;
  if (node.kind === 'unknown') return [{ pointer, certain: false }];
  if (node.kind !== 'object' || typeof name !== 'string') return [];
  const there = membersNamed(node.members, name, anyCase);
  if (there.some((member) => member.certain)) return [];
  return [{ pointer, certain: certain && there.length === 0 }];
}
