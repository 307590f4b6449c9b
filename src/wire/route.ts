import { didYouMean } from '../core/nearest.js';
import type { Connector } from '../definition/connector.js';
import { splitUrl } from '../http/url.js';
import type { Method } from '../openapi/types.js';
import { operations, type OperationAt } from '../openapi/walk.js';
import { matchTemplate, pathTemplate, segmentsOf, type PathTemplate } from './path-template.js';

/** The operation that a request belongs to, or why it belongs to none. */
export type Route =
  | {
      readonly at: OperationAt;
      /** Path parameters, percent-decoded. */
      readonly pathValues: ReadonlyMap<string, string>;
      /** Query parameters in order, percent-decoded. */
      readonly query: readonly (readonly [name: string, value: string])[];
    }
  | { readonly unmatched: string };

interface Candidate {
  readonly at: OperationAt;
  readonly template: PathTemplate;
}

/**
 * Gives the function that finds a request's operation: by host (any where the connector's host is open), base path (any where that is open),
 * path template and method. Repeated slashes and percent-encoding are tolerated; where several templates match, the one with the most literal segments wins.
 */
export function router(connector: Connector): (request: { method: string; url: string }) => Route {
  const find = finder(connector);
  let last: { readonly method: string; readonly url: string; readonly route: Route } | undefined;
  return ({ method, url }) => {
    // Recordings of one system mostly share an address.
    if (last?.url !== url || last.method !== method) last = { method, url, route: find({ method, url }) };
    return last.route;
  };
}

function finder({ definition, contract }: Connector): (request: { method: string; url: string }) => Route {
  const base = segmentsOf(definition.basePath ?? '/');
  const candidates = operations(definition)
    .map((at): Candidate => ({ at, template: pathTemplate(at.path) }))
    .toSorted((a, b) => b.template.literals - a.template.literals || length(b) - length(a));
  const host = contract.openHost === true ? undefined : withoutDefaultPort(definition.host);

  return ({ method, url }) => {
    const { host: recordedHost, path, query } = splitUrl(url);
    const recorded = withoutDefaultPort(recordedHost);
    if (host !== undefined && recorded !== undefined && recorded !== host) {
      return { unmatched: `The host is ${recorded}; the connector's is ${host}.` };
    }
    const segments = segmentsOf(path);
    const isOpen = contract.openBasePath === true;
    // What has no host, such as a call in a logic app's run, mostly has no base path either.
    const rests = [below(base, segments), recorded === undefined || isOpen ? segments : undefined];
    const routes = rests.flatMap((rest) =>
      rest ? [chosen({ candidates, rest, isOpen, method, path: `/${rest.join('/')}`, query })] : [],
    );
    return (
      routes.find((route) => 'at' in route) ??
      routes[0] ?? { unmatched: `The path ${path} does not begin with the base path ${definition.basePath}.` }
    );
  };
}

interface Choice {
  readonly candidates: readonly Candidate[];
  readonly rest: readonly string[];
  /** Whether more segments may go before those of the template: the customer's base path. */
  readonly isOpen: boolean;
  readonly method: string;
  readonly path: string;
  readonly query: readonly (readonly [string, string])[];
}

function chosen({ candidates, rest, isOpen, method, path, query }: Choice): Route {
  const otherMethods = new Set<Method>();
  for (const { at, template } of candidates) {
    const pathValues = matchTemplate(template, isOpen ? ending(rest, template) : rest);
    if (pathValues === undefined) continue;
    if (at.method === method.toLowerCase()) return { at, pathValues, query };
    otherMethods.add(at.method);
  }
  if (otherMethods.size > 0) {
    const declared = [...otherMethods].map((name) => name.toUpperCase()).join(', ');
    return { unmatched: `No operation takes ${method} on ${path}; declared there: ${declared}.` };
  }
  const hint = didYouMean(
    path,
    candidates.map(({ at }) => at.path),
  );
  return { unmatched: `No operation has the path ${path}.${hint}` };
}

const length = ({ template }: Candidate): number => template.segments.length;

/** As many of the last segments as the template has. One without fixed text would fit any path: it takes all. */
function ending(segments: readonly string[], { segments: { length: wanted }, literals }: PathTemplate) {
  return literals === 0 ? segments : segments.slice(-wanted);
}

/** The segments after `base`, or undefined when `segments` do not begin with it. */
function below(base: readonly string[], segments: readonly string[]): readonly string[] | undefined {
  return base.every((segment, index) => segment === segments[index]) ? segments.slice(base.length) : undefined;
}

function withoutDefaultPort(host: string | undefined): string | undefined {
  return host?.toLowerCase().replace(/:(443|80)$/, '');
}
