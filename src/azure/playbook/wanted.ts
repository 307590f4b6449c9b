import type { JsonObject } from '../../core/json.js';
import type { Secret } from '../../core/secret.js';
import type { Tags } from '../tags.js';

/** A workflow with all that it needs where it is published. Prints no secret: where one goes stands its mark. */
export interface WantedPlaybook {
  readonly name: string;
  readonly definition: JsonObject;
  /** The values of its parameters but for `$connections`, by name. */
  readonly values: JsonObject;
  /** What stands for the marks in the values: those that are known. */
  readonly secrets: ReadonlyMap<string, Secret>;
  readonly connections: readonly WantedConnection[];
  /** What its template tags it with. */
  readonly tags: Tags;
  /** What its resource says beside the definition: the state, who may call it, an integration account. */
  readonly settings: JsonObject;
  /** The ids of the user-assigned identities that its resource has. */
  readonly identities: readonly string[];
  /** What of Microsoft Sentinel starts it. */
  readonly trigger: SentinelTrigger | undefined;
  /** The HTTP actions that sign in as the playbook. */
  readonly signIns: readonly SignIn[];
}

/** What starts a playbook: new incidents, new alerts, or a person at an entity. */
export type SentinelTrigger = 'Incidents' | 'Alerts' | 'entity';

/** A connection that a workflow uses. */
export interface WantedConnection {
  /** In `$connections`. */
  readonly key: string;
  /** That of its resource, unless another one is chosen. */
  readonly name: string;
  readonly api: { readonly kind: 'custom' | 'managed'; readonly name: string };
  /** What the file calls its custom connector, where the command line says that it has another name in Azure; `''` where the file does not say. */
  readonly called?: string;
  /** Whether the playbook signs in as itself. */
  readonly identity: boolean;
  /** The id of the user-assigned identity that it does that with, in place of its own. */
  readonly userIdentity?: string;
}

/** An HTTP action that signs in with the managed identity. */
export interface SignIn {
  readonly action: string;
  /** What the token is for, such as `https://vault.azure.net`; an expression, or `''` where nothing is said. */
  readonly audience: string;
}

/** The name of the connector that Microsoft runs for Sentinel. */
export const SENTINEL_API = 'azuresentinel';

/** What of a workflow's resource is set beside its definition. Source: WorkflowProperties, 2019-05-01. */
export const settingNames = [
  'state',
  'accessControl',
  'integrationAccount',
  'integrationServiceEnvironment',
  'endpointsConfiguration',
] as const;

/** Whether a connection leads to Microsoft Sentinel as the playbook. */
export function isSentinelByIdentity({ api, identity }: WantedConnection): boolean {
  return identity && api.kind === 'managed' && api.name.toLowerCase() === SENTINEL_API;
}
