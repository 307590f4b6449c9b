/** A kind of secret as it looks in running text. */
interface SecretPattern {
  /**
   * A test that holds wherever `pattern` matches. It starts with a character that is rare in prose and looks back from there:
   * that makes all of them together one fast pass (3 to 5 ms for the bodies of 873 recordings, a fifth of what the plain spelling takes).
   */
  readonly hint: string;
  /** One secret. Group 1, where there is one, stays; the rest is replaced. Each repetition is bounded, or cannot start twice in one run. */
  readonly pattern: string;
}

/** The source of a regular expression that matches `source` in any case. A flag would do it for the whole, and most secrets are case-sensitive. */
function anyCase(source: string): string {
  return source.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}

/** Not inside a word. An escaped line break or tab (JSON in a string) ends one. */
const START = String.raw`(?<=^|[^\w-]|\\[nrt])`;
/** What tells a token from words joined by hyphens. */
const HAS_DIGIT = String.raw`(?=[\w.~+/%-]{0,80}\d)`;
/** No secret is longer, in characters: private keys of 16,384 bits take 12,700. An unbounded repetition would overflow V8's stack on a long run. */
const LONGEST = 16_384;
const NOT_DONE = '(?!REDACTED)';

/** Names that only a secret has. Running text has them before `:` (JSON in a string) or `=` (a form, a query, a connection string). */
const NAMES = anyCase(
  '(?:api|subscription|functions)[-_]?key|client[-_]?secret|password|(?:access|refresh)[-_]?token|id_token',
);
/** How each of NAMES ends. */
const NAMES_END = anyCase('(?:key|secret|password|token)');
const KEY = anyCase('key');
/** Keys of Azure: 32 hex digits, or 84 letters and digits. */
const AZURE_KEY = '(?:[0-9a-fA-F]{32}|[A-Za-z0-9]{84})(?![A-Za-z0-9])';

const PATTERNS: readonly SecretPattern[] = [
  {
    // keys that begin with sk-, of many AI services
    hint: String.raw`-(?<=sk-)[\w-]{10}`,
    pattern: String.raw`${START}sk-(?:${HAS_DIGIT}[\w-]{10,${LONGEST}}|[A-Za-z0-9]{20,${LONGEST}})`,
  },
  {
    // a JWT, signed (RFC 7515: three parts) or encrypted (RFC 7516: five)
    hint: String.raw`J(?<=eyJ)[\w-]{8}`,
    pattern: String.raw`${START}eyJ[\w-]{8,${LONGEST}}\.(?:eyJ[\w-]{4,${LONGEST}}\.?[\w-]{0,${LONGEST}}|[\w-]{0,${LONGEST}}(?:\.[\w-]{1,${LONGEST}}){3})`,
  },
  {
    // RFC 6750
    hint: String.raw`[bB](?:earer|EARER)\s`,
    pattern: String.raw`((?:[bB]earer|BEARER)\s{1,3})${HAS_DIGIT}[\w.~+/%-]{8,${LONGEST}}={0,2}`,
  },
  {
    // GitHub
    hint: String.raw`_(?<=(?:gh[pousr]|github_pat)_)\w{22}`,
    pattern: String.raw`${START}(?:gh[pousr]_[A-Za-z0-9]{30,${LONGEST}}|github_pat_\w{22,${LONGEST}})`,
  },
  {
    // the id of an AWS key
    hint: '[KS]IA[0-9A-Z]{16}',
    pattern: String.raw`${START}A[KS]IA[0-9A-Z]{16}(?![\w-])`,
  },
  {
    // keys of services that announce them by how they begin, as their own secret scanners list them
    hint: '(?:gsk_|xai-|hf_|AIza|glpat-|xox[abpr]-|npm_|sk_(?:live|test)_|SG[.])(?=[\\w.-]{12})',
    pattern: String.raw`${START}(?:gsk_|xai-|hf_|AIza|glpat-|xox[abpr]-|npm_|sk_(?:live|test)_|SG[.])${HAS_DIGIT}[\w.-]{16,${LONGEST}}`,
  },
  {
    // RFC 7468
    hint: 'PRIVATE KEY',
    pattern: `-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----(?:[^-]|-(?!----)){0,${LONGEST}}(?:-----END [A-Z ]{0,30}PRIVATE KEY-----)?`,
  },
  {
    // the mark inside Azure's keys of 84 characters; SEC101/200 of Microsoft's security-utilities
    hint: 'JQQJ9',
    pattern: String.raw`${START}[A-Za-z0-9]{52}JQQJ9[9DH][A-Za-z0-9]{26}(?![A-Za-z0-9])`,
  },
  {
    // a shared access signature
    hint: '=(?<=sig=)',
    pattern: String.raw`((?:^|[^\w-]|u0026)sig=)${NOT_DONE}[\w%+/.~-]{16,${LONGEST}}={0,2}`,
  },
  {
    // scheme://user:password@host
    hint: String.raw`@(?<=:\/\/[^\s/@?#"'<>\\]{1,256}@)`,
    pattern: String.raw`(:\/\/)[^\s/:@?#"'<>\\]{1,128}:[^\s/@?#"'<>\\]{0,128}(?=@)`,
  },
  {
    // connection strings of Azure
    hint: `=(?<=${KEY}=)`,
    pattern: String.raw`(${anyCase('(?:account|access)key')}=)[\w+/%]{16,${LONGEST}}={0,2}`,
  },
  {
    // a field of a form, a query or a connection string
    hint: `=(?<=${NAMES_END}=)`,
    pattern: String.raw`((?:^|[?&;])[\w-]{0,30}(?:${NAMES})=)${NOT_DONE}[^&\s"'<>;#\\]{4,${LONGEST}}`,
  },
  {
    // a query parameter whose name alone says little
    hint: '=(?<=[?&](?:key|code|token)=)',
    pattern: String.raw`([?&](?:key|code|token)=)${HAS_DIGIT}[\w%+/.~-]{20,${LONGEST}}={0,2}`,
  },
  {
    // JSON in a string, however often escaped
    hint: String.raw`["'](?<=${NAMES_END}\\{0,3}["'])\s{0,3}:`,
    pattern: String.raw`((?:${NAMES})\\{0,3}["']\s{0,3}:\s{0,3}\\{0,3}["'])${NOT_DONE}(?:[^"'\\]|\\[^"'\\]){1,${LONGEST}}`,
  },
  {
    // a key of Azure behind a name that ends in "key"
    hint: String.raw`[:=](?<=${KEY}\d?["'\s\\]{0,4}[:=])["'\s\\]{0,4}[0-9A-Za-z]{32}`,
    pattern: String.raw`((?<!${anyCase('(?:cache|idempotency|partition|public)')}[-_]?)${KEY}\d?["'\s\\]{0,4}[:=]["'\s\\]{0,4})${AZURE_KEY}`,
  },
  {
    // RFC 7617
    hint: '[zZ](?<=[aA]uthoriz|AUTHORIZ)',
    pattern: String.raw`(${anyCase('authorization')}\\{0,3}["']?\s{0,3}[:=]\s{0,3}\\{0,3}["']?[bB]asic\s)${NOT_DONE}(?=[\w+/]{0,80}(?:[\d=+/]|[a-z][A-Z]))[\w+/]{4,${LONGEST}}={0,2}`,
  },
];

const SUSPICIOUS = new RegExp(PATTERNS.map(({ hint }) => hint).join('|'));
const SECRETS = PATTERNS.map(({ hint, pattern }) => ({ hint: new RegExp(hint), pattern: new RegExp(pattern, 'g') }));

/** No secret, with what announces it, is shorter: `;password=abcd`. */
const SHORTEST = 12;

/** Whether a running text may hold a secret. */
export function isSuspicious(text: string): boolean {
  return text.length >= SHORTEST && SUSPICIOUS.test(text);
}

/** Replaces every secret in a running text; `replaced` is called for each. Gives the same text where there is none. */
export function replaceSecrets(text: string, replacement: string, replaced: () => void): string {
  if (!isSuspicious(text)) return text;
  let result = text;
  for (const { hint, pattern } of SECRETS) {
    if (!hint.test(result)) continue;
    result = result.replace(pattern, (_, kept: string | number) => {
      replaced();
      return typeof kept === 'string' ? kept + replacement : replacement; // without a group it is the offset
    });
  }
  return result;
}
