import type { Json } from '../../core/json.js';

/**
 * What a playbook is given when an incident starts it, as far as playbooks read it. Everything may be absent or null: the portal's "Run trigger"
 * sends nothing, and an incident need not have a description, tactics, alerts or entities.
 * Source: the definition of the Sentinel connector in github:Azure/logicapps-sdk, and payloads that were recorded.
 */
export interface IncidentBody {
  readonly eventUniqueId?: string | null;
  /** `Incident`. */
  readonly objectSchemaType?: string | null;
  /** `Create` or `Update`. */
  readonly objectEventType?: string | null;
  readonly object?: IncidentObject | null;
  readonly workspaceId?: string | null;
  readonly workspaceInfo?: {
    readonly SubscriptionId?: string;
    readonly ResourceGroupName?: string;
    readonly WorkspaceName?: string;
  } | null;
}

/** An incident. */
export interface IncidentObject {
  /** Its resource id: what the connector's actions want. */
  readonly id?: string | null;
  readonly name?: string | null;
  readonly properties?: IncidentProperties | null;
}

/** What is known of an incident. */
export interface IncidentProperties {
  readonly title?: string | null;
  readonly description?: string | null;
  readonly severity?: 'Informational' | 'Low' | 'Medium' | 'High' | null;
  readonly status?: 'New' | 'Active' | 'Closed' | null;
  readonly incidentNumber?: number | null;
  readonly incidentUrl?: string | null;
  readonly labels?: readonly { readonly labelName?: string | null }[] | null;
  readonly additionalData?: {
    readonly alertsCount?: number | null;
    readonly alertProductNames?: readonly string[] | null;
    readonly tactics?: readonly string[] | null;
    readonly techniques?: readonly string[] | null;
  } | null;
  readonly alerts?: readonly AlertBody[] | null;
  readonly relatedEntities?: readonly EntityBody[] | null;
}

/** An alert of an incident. */
export interface AlertBody {
  readonly id?: string | null;
  readonly properties?: {
    readonly alertDisplayName?: string | null;
    readonly description?: string | null;
    readonly severity?: string | null;
    readonly productName?: string | null;
    readonly tactics?: readonly string[] | null;
  } | null;
}

/** An entity of an incident: an account, a host, an address, ... */
export interface EntityBody {
  readonly id?: string | null;
  readonly kind?: string | null;
  readonly properties?: { readonly [name: string]: Json } | null;
}
