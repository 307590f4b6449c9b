import type { Json } from '../core/json.js';
import type { Document, Schema } from '../openapi/types.js';

/**
 * A connector: the one value that flows through everything. Plain readonly data.
 * Builders make it, a folder on disk stores it, checks read it, the publisher sends it; nobody mutates it.
 */
export interface Connector {
  /** What files and messages call it, e.g. `contoso-tickets`. */
  readonly name: string;
  /** The OpenAPI 2.0 definition: `apiDefinition.swagger.json`. */
  readonly definition: Document;
  /** Connection parameters and branding: `apiProperties.json`. */
  readonly properties: ApiProperties;
  /** What its answers must hold beyond the definition: `contract.json`. */
  readonly contract: Contract;
}

/** `apiProperties.json`, as paconn and the Power Platform write it. */
export interface ApiProperties {
  readonly properties: {
    /** By name; the name of an API key's parameter is `api_key` in 511 of 526 published connectors. */
    readonly connectionParameters?: Readonly<Record<string, ConnectionParameter>>;
    /** `#RRGGBB`. */
    readonly iconBrandColor?: string;
    readonly capabilities?: readonly string[];
    readonly publisher?: string;
    readonly stackOwner?: string;
    readonly [other: string]: Json | undefined | object;
  };
}

/** One thing that a connection asks for: a key, a setting, a sign-in or a gateway. */
export interface ConnectionParameter {
  readonly type: 'string' | 'securestring' | 'int' | 'bool' | 'gatewaySetting' | 'oauthSetting';
  readonly uiDefinition?: UiDefinition;
  readonly oAuthSettings?: OAuthSettings;
  readonly gatewaySettings?: { readonly dataSourceType?: string; readonly connectionDetails?: readonly Json[] };
  readonly allowedValues?: readonly { readonly value: Json; readonly text?: string }[];
  readonly defaultValue?: Json;
}

/** What the connection's form shows. `required` and `hidden` are strings: that is how the service wants them. */
export interface UiDefinition {
  readonly displayName: string;
  readonly description: string;
  readonly tooltip?: string;
  readonly constraints?: {
    readonly required?: 'true' | 'false';
    readonly hidden?: 'true' | 'false';
    readonly clearText?: boolean;
    readonly tabIndex?: number;
    readonly allowedValues?: readonly { readonly value: Json; readonly text?: string }[];
    readonly default?: Json;
    readonly capability?: readonly string[];
  };
}

/** How a connection signs in: the identity provider and the registered application. */
export interface OAuthSettings {
  readonly identityProvider: 'oauth2' | 'oauth2generic' | 'aad' | 'aadcertificate' | 'facebook';
  readonly clientId?: string;
  readonly scopes?: readonly string[];
  readonly redirectMode?: 'Global' | 'Direct' | 'GlobalPerConnector';
  readonly redirectUrl?: string;
  readonly properties?: Readonly<Record<string, Json>>;
  readonly customParameters?: Readonly<Record<string, { readonly value: string }>>;
}

/** What a connector knows of itself that OpenAPI 2.0 cannot say: `contract.json`. Used by the contract test. */
export interface Contract {
  readonly formatVersion: 1;
  /**
   * True when each customer has a host of their own and the definition's host only stands for it (`--resource` or `--endpoint` fills it):
   * a recorded exchange may then have any host.
   */
  readonly openHost?: boolean;
  /** True when the base path is the customer's too: a recorded request then belongs to the operation whose path its own ends in. */
  readonly openBasePath?: boolean;
  /** True when the customer's server decides which header carries the key, if any, and the definition's only stands for it (`--key-header` names it). */
  readonly openKeyHeader?: boolean;
  /** The upstream API version that it was made for, e.g. `2024-10-21`. */
  readonly apiVersion?: string;
  /** Stands where the service no longer answers that version. */
  readonly retired?: Retired;
  /** What stands before the key in its header, with the space: `Bearer `. Who makes a connection may give the key alone. */
  readonly keyPrefix?: string;
  /** How the key of a connection is tried, where no operation can be called without inputs. */
  readonly probe?: Probe;
  /** By operationId. */
  readonly operations: Readonly<Record<string, OperationContract>>;
}

/** A call that costs nothing and changes nothing, whatever the service answers. */
export interface Probe {
  /** The operationId. */
  readonly operation: string;
  readonly parameters?: Readonly<Record<string, Json>>;
  readonly body?: Json;
  /** What the service answers where it takes the key, usually that what was named is not there: the status, and a text in the body. */
  readonly answers: readonly { readonly status: number; readonly says?: string }[];
}

/** When a version stopped answering, and who says so. */
export interface Retired {
  /** `YYYY-MM-DD`, where the date is known. */
  readonly on?: string;
  /** The page that says so. */
  readonly source: string;
}

/** What `contract.json` says of one operation. */
export interface OperationContract {
  /** What the API takes beyond what the connector sends. */
  readonly request?: { readonly wider?: Wider };
  /** By status code, or `2XX`-like ranges, or `default`. */
  readonly responses?: Readonly<Record<string, ResponseContract>>;
}

/** What `contract.json` says of the answers with one status. */
export interface ResponseContract {
  /**
   * What an answer must hold, as a schema without `$ref` (usually `required`, `minItems`, `enum`).
   * It stands here because a `required` response property in the definition would make the designer write `['x']`, which fails on an error body.
   */
  readonly expect?: Schema;
  readonly wider?: Wider;
  /** What a call used, such as what it is paid by: by name, a JSON Pointer to the number in the answer's body. */
  readonly usage?: Readonly<Record<string, string>>;
}

/**
 * Places where the API allows more than OpenAPI 2.0 (without `oneOf`) or the connector can say: pattern -> what else is allowed there.
 * A pattern is a JSON Pointer into the body in which `*` stands for any one token, e.g. `/messages/*\/content`.
 * A recorded value that the definition refuses and this allows is a note, not an error.
 */
export type Wider = Readonly<Record<string, Schema>>;
