import type { Route } from './context.js';
import { routes } from './routes.js';

/** The route that a path and method belong to, what stands in its placeholders, and the id that it names. */
export interface Match {
  readonly route: Route;
  readonly at: ReadonlyMap<string, string>;
  readonly id: string;
}

/** A segment of a route's path. */
interface Part {
  readonly text: string;
  /** The name of a placeholder. */
  readonly name?: string;
  readonly lower: string;
}

/** A route with its path taken apart. */
interface Prepared {
  readonly route: Route;
  readonly parts: readonly Part[];
  /** Whether any number of segments may go before. */
  readonly isOnScope: boolean;
  /** Whether the last part is something to do, and not a part of the id. */
  readonly isAction: boolean;
}

const prepared: readonly Prepared[] = routes.map((route) => {
  const isOnScope = route.path.startsWith('{scope}');
  const parts = route.path.split('/').slice(1).map(partOf);
  return { route, parts, isOnScope, isAction: route.method === 'POST' };
});

function partOf(text: string): Part {
  return { text, lower: text.toLowerCase(), ...(text.startsWith('{') && { name: text.slice(1, -1) }) };
}

/** The matches of a path, whatever the method: none, or the methods that it has. */
export function matches(segments: readonly string[]): Match[] {
  const lower = segments.map((segment) => segment.toLowerCase());
  return prepared.filter((one) => fits(one, lower)).map((one) => matchOf(one, segments));
}

function fits({ parts, isOnScope }: Prepared, lower: readonly string[]): boolean {
  const before = lower.length - parts.length;
  if (isOnScope ? before < 2 || lower[0] !== 'subscriptions' : before !== 0) return false;
  for (let index = parts.length - 1; index >= 0; index -= 1) {
    const part = parts[index];
    if (part?.name === undefined && part?.lower !== lower[before + index]) return false;
  }
  return true;
}

function matchOf({ route, parts, isAction }: Prepared, segments: readonly string[]): Match {
  const before = segments.length - parts.length;
  const at = new Map<string, string>();
  const spelling = segments.map((segment, index) => {
    const part = parts[index - before];
    if (part?.name !== undefined) at.set(part.name, segment);
    return part === undefined ? spelled(segment) : part.name === undefined ? part.text : segment;
  });
  const subscription = segments[0]?.toLowerCase() === 'subscriptions' ? segments[1] : undefined;
  if (subscription !== undefined) at.set('subscription', subscription);
  return { route, at, id: `/${(isAction ? spelling.slice(0, -1) : spelling).join('/')}` };
}

/** Scopes come in any case; ids have it one way. */
function spelled(segment: string): string {
  return segment.toLowerCase() === 'resourcegroups' ? 'resourceGroups' : segment;
}
