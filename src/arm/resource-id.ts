/** A resource's id, taken apart: `/subscriptions/S/resourceGroups/G/providers/Microsoft.Web/customApis/N`. */
export interface ResourceId {
  /** What stands before `/providers/`: a subscription, a resource group, another resource, or `''`. */
  readonly scope: string;
  /** The type with its namespace: `Microsoft.Web/customApis`, `Microsoft.Web/locations/managedApis`. */
  readonly type: string;
  /** A name for each part of the type behind the namespace. */
  readonly names: readonly [string, ...string[]];
}

const MARK = '/providers/';

/** Takes an id apart; undefined where it is none. Of an extension's id, which names two providers, the last one counts. */
export function parseResourceId(id: string): ResourceId | undefined {
  const at = id.toLowerCase().lastIndexOf(MARK);
  if (at < 0) return undefined;
  const [namespace, ...rest] = id.slice(at + MARK.length).split('/');
  const types = rest.filter((_, index) => index % 2 === 0);
  const [first, ...others] = rest.filter((_, index) => index % 2 === 1);
  if (namespace === undefined || first === undefined || rest.includes('')) return undefined;
  if (types.length !== others.length + 1) return undefined;
  return { scope: id.slice(0, at), type: [namespace, ...types].join('/'), names: [first, ...others] };
}

/** Puts an id together. */
export function formatResourceId({ scope, type, names }: ResourceId): string {
  const [namespace = '', ...types] = type.split('/');
  return [scope + MARK + namespace, ...types.flatMap((part, index) => [part, names[index] ?? ''])].join('/');
}
