/** What stands where a credential stood. */
export const REDACTED = 'REDACTED';

/** Schemes of the IANA registry and of Azure that stand before a credential. */
const SCHEME =
  /^(?:(?:Bearer|Basic|Digest|Negotiate|NTLM|DPoP|HOBA|OAuth|ApiKey|Api-Key|Token|Key|SharedKey|SharedKeyLite|SharedAccessSignature|AWS4-HMAC-SHA256)(?:\s+|$))?/i;

/** What stands for a credential in a field or header of this name: its scheme word stays, and so does what is empty, replaced already or a placeholder. */
export function hidden(name: string, value: string): string {
  const scheme = (/auth/i.test(name) ? SCHEME : /^(?:Bearer\s+)?/i).exec(value)?.[0] ?? '';
  return scheme === value || isPlaceholder(value.slice(scheme.length)) ? value : scheme + REDACTED;
}

/**
 * What stands where a value will be: `<your key>`, `{key}`, `{{key}}`, `${KEY}`, `%KEY%`, `***`, `YOUR_API_KEY`, an expression of Logic Apps
 * or of a template, a reference. None of the spelled ones has a digit.
 */
const PLACEHOLDER = new RegExp(
  [
    '<[A-Za-z _.-]{1,80}>',
    '\\$?\\{{1,3}[A-Za-z _.$-]{1,80}\\}{1,3}',
    '\\$[A-Z_]{3,80}',
    '%[A-Z_]{3,80}%',
    '[*.•…-]{3,80}|x{3,80}|X{3,80}|\\*[a-z]{3,20}\\*',
    'your[-_ ][A-Za-z _-]{1,80}|YOUR_[A-Z_]{1,80}|[A-Z]{1,30}_(?:[A-Z]{1,30}_){0,4}(?:KEY|TOKEN|SECRET|PASSWORD)',
    "@\\{?[a-z]{1,40}\\('[\\w $.-]{0,80}'\\).*|\\[[a-zA-Z]{4,40}\\(.*\\)[\\w.]{0,80}\\]",
    '#/[\\w/]{1,200}',
  ]
    .map((whole) => `^(?:${whole})$`)
    .join('|'),
);

/** Whether a text stands for a value that is yet to come. */
export function isPlaceholder(value: string): boolean {
  return value.length <= 512 && PLACEHOLDER.test(value);
}

/** Words that say of a value what it is: a type, that it must be there. */
const ABOUT =
  /^(?:string|str|text|number|integer|int|bool|boolean|any|object|array|list|bytes|securestring|none|null|nil|undefined|true|false|yes|no|required|optional|missing|invalid|empty|hidden|masked|unknown|expired|basic|bearer|apikey|oauth2?)$/i;

/** Whether a single word behind a name and a colon is a value, and neither says something of it nor is code. */
export function isValueWord(word: string): boolean {
  if (ABOUT.test(word) || isPlaceholder(word)) return false;
  return looksRandom(word) || !/[,;()[\]{}]|::|^[-–—#/|>&*!]+$/.test(word);
}

/** Whether a word has letters and digits: no word of a sentence does. */
export function looksRandom(word: string): boolean {
  const beginning = word.slice(0, 64);
  return beginning.length > 5 && /\d/.test(beginning) && /[A-Za-z]/.test(beginning) && !/[\s()[\]{}]/.test(beginning);
}

/** Whether a word may be a name in a program: `settings.key`. */
export function isIdentifier(word: string): boolean {
  return /^[A-Za-z_$][A-Za-z_$.]*$/.test(word);
}
