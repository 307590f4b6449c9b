/** Words that a secret's name may hold; a quick test before the exact ones. */
const HINT = /key|secret|passw|token|auth|cookie|signature/i;

/**
 * Names of headers and fields, without separators and in lower case, whose value is a secret whatever it looks like.
 * A list, not "ends in key": `x-ratelimit-key` holds a model's name and `x-time-per-token` a number.
 */
const SECRET_NAMES: ReadonlySet<string> = new Set([
  'accesskey',
  'accesstoken',
  'accountkey',
  'aegsaskey',
  'aegsastoken',
  'authorization',
  'authtoken',
  'clientsecret',
  'cookie',
  'functionskey',
  'idtoken',
  'ocpapimsubscriptionkey',
  'password',
  'privatekey',
  'proxyauthorization',
  'refreshtoken',
  'sastoken',
  'secretaccesskey',
  'setcookie',
  'sharedaccesskey',
  'sharedaccesssignature',
  'subscriptionkey',
  'xaccesstoken',
  'xamzsecuritytoken',
  'xauthtoken',
  'xfunctionskey',
  'xmsauthorizationauxiliary',
]);

/** Names whose value is a secret only where it has a key's shape: Azure calls them `key1`, `primaryKey`, `secret`. */
const KEY_LIKE = /(?:key\d?|secret|^token)$/i;
/** Names that end like a key's and hold none: `cache_key`, `idempotency-key`, `partitionKey`. */
const NO_KEY = /(?:cache|idempotency|partition|row|sort|public|websocket)[-_. ]?key$/i;
/** A key of Azure: 32 hex digits (older services), 84 letters and digits (AI services since 2024), 64 or 32 bytes in base64 (storage, service bus). */
const KEY_SHAPE = /^(?:[0-9a-fA-F]{32}|[A-Za-z0-9]{84}|[A-Za-z0-9+/]{86}==|[A-Za-z0-9+/]{43}=)$/;

/** What a name says of its value: a secret; a secret if it looks like a key; nothing. */
type NameKind = 'secret' | 'key-like' | 'other';

function judge(name: string): NameKind {
  if (!HINT.test(name)) return 'other';
  const plain = name.replace(/[-_. ]/g, '').toLowerCase();
  if (SECRET_NAMES.has(plain) || plain.endsWith('apikey')) return 'secret';
  return KEY_LIKE.test(name) && !NO_KEY.test(name) ? 'key-like' : 'other';
}

/** Recordings repeat few names often: to judge each anew takes nearly half the time of reading them (callgrind: 168 of 372 million instructions). */
const judged = new Map<string, NameKind>();
/** More names than thousands of recordings of one API have; fewer than would fill the memory. */
const MAX_JUDGED = 2000;

function kindOf(name: string): NameKind {
  const known = judged.get(name);
  if (known !== undefined) return known;
  const kind = judge(name);
  if (judged.size < MAX_JUDGED) judged.set(name, kind);
  return kind;
}

/** Whether `value` in a field or header of this name is a credential: by the name alone, or by a key-like name and the value's shape. */
export function isSecretField(name: string, value: string): boolean {
  const kind = kindOf(name);
  return kind === 'secret' || (kind === 'key-like' && KEY_SHAPE.test(value));
}

/** Whether a query parameter's value is a credential, by its name in any case. Of a SAS only `sig` is one: the rest says what it allows. */
export function isSecretParameter(name: string): boolean {
  return /^(?:key|code|sig|signature|token)$/i.test(name) || kindOf(name) === 'secret';
}
