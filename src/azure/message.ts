/** A request that has to be sent as it is. Its body may hold a key: it is never to be shown. */
export interface ArmRequest {
  readonly method: 'GET' | 'PUT' | 'PATCH' | 'POST' | 'DELETE';
  /** Absolute. May be a signed address: it is never to be shown. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON. */
  readonly body?: string;
  /** Whether an access token goes along. It must not where this is false: the address is not one of Azure Resource Manager. */
  readonly authorize: boolean;
  /** After how long the sender gives up. */
  readonly timeoutSeconds: number;
}

/** What came back. */
export interface ArmResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * All that is asked of the outside.
 * `send` rejects where no whole answer came; a `Fault` (no credential) is handed on at once, anything else is tried again.
 * It follows no redirect and repeats nothing itself.
 */
export interface ArmWorld {
  readonly send: (request: ArmRequest) => Promise<ArmResponse>;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
