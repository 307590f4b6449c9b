import type { Connector } from '../definition/connector.js';
import { router, type Route } from '../wire/route.js';

/** Connectors are never changed, so each is prepared once. */
const routers = new WeakMap<Connector, ReturnType<typeof router>>();

/** The operation of a connector that a call belongs to. */
export function routed(connector: Connector, call: { readonly method: string; readonly url: string }): Route {
  let known = routers.get(connector);
  if (known === undefined) routers.set(connector, (known = router(connector)));
  return known(call);
}
