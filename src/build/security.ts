import type { ConnectionParameter, OAuthSettings } from '../definition/connector.js';
import type { SecurityScheme } from '../openapi/types.js';

/** How a connection proves who it is, said once: the scheme of the definition, and what the connection's form asks for. */
export interface Security {
  /** What the definition calls the scheme. */
  readonly name: string;
  readonly scheme: SecurityScheme;
  readonly scopes: readonly string[];
  readonly connectionParameters: Readonly<Record<string, ConnectionParameter>>;
  /** What stands before the key in its header. */
  readonly keyPrefix?: string;
}

/** The words of one field of the connection's form. */
export interface FieldText {
  readonly title?: string;
  readonly description?: string;
  readonly tooltip?: string;
}

/**
 * A key that every call sends in a header or in the query. The connection's form asks for it and hides it.
 * It is sent exactly as typed: where the service wants `Bearer <key>`, say so in `title` and `description`, and in `prefix`:
 * `connect` then puts it before a key that lacks it.
 *
 * @example
 * apiKey({ in: 'header', name: 'X-Api-Key', title: 'API Key', description: 'From the settings of your account.' })
 */
export function apiKey(options: FieldText & KeyPlace): Security {
  const {
    in: location,
    name,
    prefix,
    title = 'API Key',
    description = 'The API key of the service.',
    tooltip,
  } = options;
  return {
    name: 'api_key',
    scheme: { type: 'apiKey', in: location, name },
    scopes: [],
    connectionParameters: { api_key: field({ title, description, tooltip, tabIndex: 2, clearText: false }) },
    ...(prefix !== undefined && { keyPrefix: prefix }),
  };
}

/** Where a request carries a key. */
interface KeyPlace {
  readonly in: 'header' | 'query';
  readonly name: string;
  /** What stands before the key, with the space: `Bearer `. */
  readonly prefix?: string;
}

/**
 * A user name and a password.
 *
 * @example
 * basic({ username: { title: 'Account' } })
 */
export function basic(options: { readonly username?: FieldText; readonly password?: FieldText } = {}): Security {
  const username = {
    title: 'User name',
    description: 'The user name of the account.',
    ...options.username,
    tabIndex: 2,
    clearText: true,
  };
  const password = {
    title: 'Password',
    description: 'The password of the account.',
    ...options.password,
    tabIndex: 3,
    clearText: false,
  };
  return {
    name: 'basic',
    scheme: { type: 'basic' },
    scopes: [],
    connectionParameters: { username: field(username), password: field(password) },
  };
}

/** What {@link oauth2} takes. */
export interface OAuthOptions {
  readonly authorizationUrl: string;
  readonly tokenUrl: string;
  /** The token URL unless said otherwise. */
  readonly refreshUrl?: string;
  /** What each scope allows, by its name. All of them are asked for. */
  readonly scopes: Readonly<Record<string, string>>;
  /** Not a secret. The client secret is given when the connector is published. */
  readonly clientId: string;
  /** Whatever else the platform keeps of it, e.g. `{ identityProvider: 'aad', customParameters: ... }`. */
  readonly settings?: Partial<OAuthSettings>;
}

/**
 * OAuth 2 with a sign-in in the browser (the flow `accessCode`), the one that a connection can do.
 *
 * @example
 * oauth2({ authorizationUrl, tokenUrl, scopes: { 'tickets.read': 'Read tickets.' }, clientId: '00000000-0000-...' })
 */
export function oauth2(options: OAuthOptions): Security {
  const { authorizationUrl, tokenUrl, refreshUrl = tokenUrl, scopes, clientId } = options;
  const names = Object.keys(scopes);
  const settings: OAuthSettings = {
    identityProvider: 'oauth2',
    clientId,
    scopes: names,
    redirectMode: 'GlobalPerConnector',
    properties: { IsFirstParty: 'False' },
    customParameters: {
      authorizationUrl: { value: authorizationUrl },
      tokenUrl: { value: tokenUrl },
      refreshUrl: { value: refreshUrl },
    },
    ...options.settings,
  };
  return {
    name: 'oauth2',
    scheme: { type: 'oauth2', flow: 'accessCode', authorizationUrl, tokenUrl, scopes },
    scopes: names,
    connectionParameters: { token: { type: 'oauthSetting', oAuthSettings: settings } },
  };
}

/** A field of the connection's form, as portals write it: also a user name is a `securestring`, and `required` is a text. */
function field(text: Required<Pick<FieldText, 'title' | 'description'>> & FieldLook): ConnectionParameter {
  const { title: displayName, description, tooltip = description, tabIndex, clearText } = text;
  const constraints = { tabIndex, clearText, required: 'true' } as const;
  return { type: 'securestring', uiDefinition: { displayName, description, tooltip, constraints } };
}

interface FieldLook {
  readonly tooltip?: string | undefined;
  /** Its place in the form. */
  readonly tabIndex: number;
  /** Whether the form shows what is typed. */
  readonly clearText: boolean;
}
