import type { ArmResource } from '../arm/deploy-order.js';
import type { JsonObject } from '../core/json.js';
import type { Emulated, EmulatorWorld } from './message.js';
import type { Reply } from './reply.js';
import type { Source } from './source.js';

/** What a route works with: a request of Azure Resource Manager that nothing speaks against so far. */
export interface Context {
  readonly emulated: Emulated;
  readonly world: EmulatorWorld;
  /** What stands in the placeholders of the path, as it came, percent-decoded. */
  readonly at: ReadonlyMap<string, string>;
  readonly query: ReadonlyMap<string, string>;
  readonly apiVersion: string;
  /** The id of the resource, group or subscription that the path names, with the spelling of the request. */
  readonly id: string;
  /** `{}` where the route takes none. */
  readonly body: JsonObject;
  /** Writes a resource as a request of its own would: what a deployment does. */
  readonly write: (emulated: Emulated, resource: ArmResource) => Reply;
}

/** One thing that Azure Resource Manager can be asked. */
export interface Route {
  readonly method: 'GET' | 'PUT' | 'PATCH' | 'POST' | 'DELETE';
  /** Literal segments match in any case; `{scope}` at the beginning is any number of segments. */
  readonly path: string;
  /** The right that it needs, as roles name it. */
  readonly action: string;
  /** The api-versions that it has. */
  readonly versions: readonly string[];
  /** Where the answer comes from. */
  readonly source: Source;
  /** Whether it takes a body, which must be a JSON object. */
  readonly takesBody?: true;
  readonly answer: (context: Context) => Reply;
}
