import type { JsonObject } from '../core/json.js';
import type { Shelf } from './shelf.js';

/** All that the emulator keeps: plain data, which `readState` reads. It holds no key. A definition may have int64 bounds: `writeJson` and `readJson` keep them. */
export interface EmulatorState {
  readonly formatVersion: 1;
  readonly settings: EmulatorSettings;
  /** By id in lower case. */
  readonly groups: Shelf<ResourceGroup>;
  /** By id in lower case. */
  readonly resources: Shelf<Resource>;
  /** Registration states that are not `Registered`, by `subscription/namespace` in lower case. */
  readonly registrations: Readonly<Record<string, string>>;
}

/** How the emulator behaves where a test or a demonstration wants it otherwise. */
export interface EmulatorSettings {
  /** The region of what is made without one. */
  readonly location: string;
  /** The subscriptions that there are. Default: any GUID is one. */
  readonly subscriptions?: readonly string[];
  /** Whether a resource group is made when it is first named, or has to be made as in Azure. */
  readonly groups: 'made' | 'asked for';
  /** The same for Log Analytics workspaces, which Microsoft Sentinel then stands on. */
  readonly workspaces: 'made' | 'asked for';
  /** The object id of the service principal Azure Security Insights: who starts playbooks. */
  readonly securityInsightsId: string;
  /** Policies that deny. */
  readonly policies: readonly Policy[];
  /** Actions that the caller may not do, such as `Microsoft.Web/customApis/write`. */
  readonly forbidden: readonly string[];
  /** The connectors of Microsoft that there are in each region. */
  readonly managedApis: readonly ManagedApi[];
  /** What `?export=true` gives: the definition as it was sent, as the gateway has it (its address, and the connection's id in each path), or the resource alone. */
  readonly exportGives: 'original' | 'modified' | 'resource';
  /** In which api-version a connector's GET shows `backendService`: the real responses that we have, of 2016-06-01, do not. */
  readonly serviceUrlIn: 'preview' | 'never' | 'always';
  /** How many resources a list has before it goes on behind `nextLink`. */
  readonly pageSize: number;
}

/** A policy assignment that denies what would be written. */
export interface Policy {
  readonly name: string;
  /** The id of the scope that it holds for: a subscription, a group or a resource. */
  readonly scope: string;
  /** Resource types that it is about. Default: all. */
  readonly types?: readonly string[];
}

/** A connector that Microsoft runs. */
export interface ManagedApi {
  readonly name: string;
  /** What its GET shows as `properties`. */
  readonly properties: JsonObject;
}

/** A resource group. */
export interface ResourceGroup {
  /** As it was first named. */
  readonly id: string;
  readonly name: string;
  readonly location: string;
  readonly tags?: JsonObject;
  /** It was deleted, and is not made by naming it. */
  readonly isDeleted?: true;
}

/** A resource of any type. */
export interface Resource {
  /** As it was first named. */
  readonly id: string;
  /** As Azure spells it, such as `Microsoft.Web/customApis`. */
  readonly type: string;
  readonly name: string;
  readonly location?: string;
  readonly tags?: JsonObject;
  readonly kind?: string;
  /** Such as `{ "type": "SystemAssigned", "principalId", "tenantId" }`. */
  readonly identity?: JsonObject;
  /** What was sent, without secrets. */
  readonly properties: JsonObject;
  /** ISO 8601. */
  readonly created: string;
  /** ISO 8601. */
  readonly changed: string;
}
