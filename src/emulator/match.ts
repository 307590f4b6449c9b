import type { Route } from './context.js';
import { routes } from './routes.js';

/** The route that a path and method belong to, what stands in its placeholders, and the id that it names. */
export interface Match {
  readonly route: Route;
  readonly at: ReadonlyMap<string, string>;
  readonly id: string;
}

/** A route with its path taken apart. */
interface Prepared {
  readonly route: Route;
  readonly parts: readonly string[];
  /** Whether any number of segments may go before. */
  readonly isOnScope: boolean;
  /** Whether the last part is something to do, and not a part of the id. */
  readonly isAction: boolean;
}

const prepared: readonly Prepared[] = routes.map((route) => {
  const isOnScope = route.path.startsWith('{scope}');
  const parts = route.path.split('/').slice(1);
  return { route, parts, isOnScope, isAction: route.method === 'POST' };
});

/** The matches of a path, whatever the method: none, or the methods that it has. */
export function matches(segments: readonly string[]): Match[] {
  return prepared.flatMap(({ route, parts, isOnScope, isAction }) => {
    const before = isOnScope ? segments.length - parts.length : 0;
    if (isOnScope ? before < 2 || segments[0]?.toLowerCase() !== 'subscriptions' : segments.length !== parts.length)
      return [];
    const here = segments.slice(before);
    const at = valuesOf(parts, here);
    if (at === undefined) return [];
    const scope = segments.slice(0, before).map(spelled);
    const subscription = segments[0]?.toLowerCase() === 'subscriptions' ? segments[1] : undefined;
    if (subscription !== undefined) at.set('subscription', subscription);
    const spelling = parts.map((part, index) => (part.startsWith('{') ? (here[index] ?? '') : part));
    return [{ route, at, id: `/${[...scope, ...(isAction ? spelling.slice(0, -1) : spelling)].join('/')}` }];
  });
}

function valuesOf(parts: readonly string[], segments: readonly string[]): Map<string, string> | undefined {
  const at = new Map<string, string>();
  for (const [index, part] of parts.entries()) {
    const segment = segments[index] ?? '';
    if (part.startsWith('{')) at.set(part.slice(1, -1), segment);
    else if (part.toLowerCase() !== segment.toLowerCase()) return undefined;
  }
  return at;
}

/** Scopes come in any case; ids have it one way. */
function spelled(segment: string): string {
  return segment.toLowerCase() === 'resourcegroups' ? 'resourceGroups' : segment;
}
