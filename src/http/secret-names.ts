/** Words of which the name of a secret, in lower case, holds at least one: a quick test before the exact ones. */
const HINT = /key|secret|pass|pwd|token|auth|cookie|otp|code|assertion|response|principal|verifier|sess|sig/;

/** Words that end many names; alone they are a secret's only before a long value. */
const LAST_WORD = '(?:key|secret|token)';

/**
 * What the name of a secret may end with, in lower case, as the source of a regular expression: for a quick look at a running
 * text. It begins with literal letters and looks back from there, which is what makes it quick.
 */
export const NAME_END = [
  String.raw`${LAST_WORD}(?:(?<=[\w-]${LAST_WORD})|(?=[\s"'\\:=]{1,12}[\w.~+/-]{24}))`,
  'key[0-9]|api[-_]?keys|secret[-_]?text|pass[-_]?(?:words?|phrase|code|wd)[0-9]?|confirm(?:ation)?|pwd|authorization|auxiliary',
  'zumo[-_]auth|cookie2?|(?:auth|authorization|device|mfa|time|otp|verification)[-_]?code|otp|verifier|sess(?:ion)?id',
  '(?:client|saml)[-_]?(?:assertion|response|principal)|access[-_]?signature',
].join('|');

/** What a query parameter that is a secret may be called, beyond the above. */
export const PARAMETER_NAME = 'key|code|token|pass|auth|jwt|hmac|assertion|sig|signature';

/**
 * Names of headers and fields whose value is a secret whatever it looks like, in lower case with `_` between words.
 * A list, not "ends in key": `x-ratelimit-key` holds a model's name and `x-time-per-token` a number.
 */
const SECRET = new RegExp(
  [
    'api_?keys?',
    '(?:pass_?(?:words?|phrase|code|wd))[0-9]?(?:_?confirm(?:ation)?)?',
    '(?:^|_)pwd',
    '(?:^|_)(?:access|account|admin|auth|decryption|encryption|functions?|master|private|secret|sas|shared_?access|signing|subscription)_?key',
    '(?:^|_)(?:access|api|auth|bearer|bot|csrf|id|identity|jwt|oauth|private|refresh|sas|security|session|vault|xsrf)_?token',
    '(?:^|_)(?:api|app|application|bot|client|consumer|jwt|oauth|otp|shared|signing|totp|webhook)_?secret',
    '(?:^|_)(?:secret_?text|access_?key_?secret)',
    '(?:^|_)(?:authorization(?:_auxiliary)?|zumo_auth|(?:set_?)?cookie2?)',
    '(?:^|_)(?:t?otp|(?:auth|authorization|device|mfa|one_?time|otp|verification)_?code)',
    '(?:^|_)(?:client_?assertion|code_?verifier|saml_?(?:assertion|response)|shared_?access_?signature|client_?principal)',
    '(?:^|_)(?:jsessionid|phpsessid)',
  ]
    .map((ending) => `${ending}$`)
    .join('|'),
);

/** Names of query parameters and form fields that are secrets there, and may be anything elsewhere. Of a SAS only `sig` is one: the rest says what it allows. */
const SECRET_PARAMETER = /^(?:key|code|token|pass|auth|jwt|hmac|assertion)$|(?:^|_)sig(?:nature)?$/;

/** Names whose value is a secret only where it has a key's shape: Azure calls them `key1`, `primaryKey`, `secret`. */
const KEY_LIKE = /(?:key\d?|secret|^token)$/i;
/** Names that end like a key's and hold none: `cache_key`, `idempotency-key`, `partitionKey`. */
const NO_KEY = /(?:cache|idempotency|partition|row|sort|public|websocket)[-_. ]?key$/i;
/** A key of Azure: 32 hex digits (older services), 84 letters and digits (AI services since 2024), 64 or 32 bytes in base64 (storage, service bus). */
const KEY_SHAPE = /^(?:[0-9a-fA-F]{32}|[A-Za-z0-9]{84}|[A-Za-z0-9+/]{86}==|[A-Za-z0-9+/]{43}=)$/;
/** What a `token` or `secret` is that is no word: no tokenizer makes pieces like it. */
const OPAQUE = /^(?=[^\d]{0,80}\d)(?=[^A-Za-z]{0,80}[A-Za-z])[\w.~+/=-]{24,4096}$/;
/** A folder, which is what `pwd` names in a shell. */
const FOLDER = /^(?:[/~]|[A-Z]:\\)/;

/** No name that says something is longer, in characters; of a longer one the end is looked at. */
const LONGEST_NAME = 80;

/** What a name says of its value: a secret; a secret if it looks like a key; nothing. */
type NameKind = 'secret' | 'key-like' | 'other';

/** How a name is spelled: as it is, and with its humps (`xApiKey`) as separators. Headers come in any case, so both count. */
function spellings(name: string): readonly string[] {
  const end = name.slice(-LONGEST_NAME);
  const humps = end.replace(/([a-z\d])([A-Z])/g, '$1_$2').replace(/([A-Z])([A-Z][a-z])/g, '$1_$2');
  return [end, humps].map((spelling) => spelling.replace(/[^A-Za-z0-9]+/g, '_').toLowerCase());
}

function judge(name: string): NameKind {
  if (!HINT.test(name.toLowerCase())) return 'other';
  if (spellings(name).some((spelling) => SECRET.test(spelling))) return 'secret';
  return KEY_LIKE.test(name) && !NO_KEY.test(name) ? 'key-like' : 'other';
}

/** Recordings repeat few names often: to judge each anew takes nearly half the time of reading them (callgrind: 168 of 372 million instructions). */
const judged = new Map<string, NameKind>();
/** More names than thousands of recordings of one API have; fewer than would fill the memory. */
const MAX_JUDGED = 2000;

/** What a name says of what stands behind it. */
export function kindOfName(name: string): NameKind {
  const known = judged.get(name);
  if (known !== undefined) return known;
  const kind = judge(name);
  if (judged.size < MAX_JUDGED && name.length <= LONGEST_NAME) judged.set(name, kind);
  return kind;
}

/** Whether what stands in a field or header of this name is a credential whatever it looks like. */
export function isSecretName(name: string): boolean {
  return kindOfName(name) === 'secret';
}

/** Whether `value` in a field or header of this name is a credential: by the name alone, or by a key-like name and the value's shape. */
export function isSecretField(name: string, value: string): boolean {
  switch (kindOfName(name)) {
    case 'secret':
      return !(FOLDER.test(value) && /pwd$/i.test(name));
    case 'key-like':
      return KEY_SHAPE.test(value) || (/^(?:token|secret)$/i.test(name) && OPAQUE.test(value));
    default:
      return false;
  }
}

/** Whether the value of a query parameter or a form's field of this name, in any case, is a credential. */
export function isSecretParameter(name: string): boolean {
  return kindOfName(name) === 'secret' || spellings(name).some((spelling) => SECRET_PARAMETER.test(spelling));
}
