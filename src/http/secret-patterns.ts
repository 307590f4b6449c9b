import { decodedPart } from './secret-encodings.js';
import { ANNOUNCED } from './secret-prefixes.js';

/** A kind of secret as it looks in running text, whatever stands around it. */
interface SecretPattern {
  /** A character of it that is rare in prose: where it is not, there is no secret. */
  readonly mark: string;
  /** With `mark` before it, a test that holds wherever `pattern` matches: it looks back and ahead from there. */
  readonly hint: string;
  /** One secret. Group 1, where there is one, stays; the rest is replaced. Each repetition is bounded, or cannot start twice in one run. */
  readonly pattern: string;
  /** Whether what the pattern found, without group 1, is one. */
  readonly verify?: (found: string) => boolean;
}

/** Not inside a word. An escaped line break or tab (JSON in a string) ends one. */
const START = String.raw`(?<=^|[^\w-]|\\[nrt])`;
/** Not inside base64, but for its slash, which begins a part of a path too. */
const BASE64_START = String.raw`(?<=^|[^\w+-]|\\[nrt])`;
const BASE64_END = String.raw`(?![\w+=-])`;
/** What tells a token from words joined by hyphens. */
const HAS_DIGIT = String.raw`(?=[\w.~+/%-]{0,80}\d)`;
/** No secret is longer, in characters: private keys of 16,384 bits take 12,700. An unbounded repetition would overflow V8's stack on a long run. */
const LONGEST = 16_384;
const NOT_DONE = '(?!REDACTED)';
const GUID = '[0-9a-fA-F-]{36}';

/** User and password in the base64 of RFC 7617: characters that print. */
function isBasic(found: string): boolean {
  return /^[^\p{C}\ufffd:]{0,256}:[^\p{C}\ufffd]{0,256}$/u.test(Buffer.from(found, 'base64').toString());
}

const PATTERNS: readonly SecretPattern[] = [
  {
    // keys that begin with sk-, of many AI services
    mark: '-',
    hint: String.raw`(?<=sk-)[\w-]{10}`,
    pattern: String.raw`${START}sk-(?:${HAS_DIGIT}[\w-]{10,${LONGEST}}|[A-Za-z0-9]{20,${LONGEST}})`,
  },
  {
    // a JWT, signed (RFC 7515: three parts) or encrypted (RFC 7516: five)
    mark: 'J',
    hint: String.raw`(?<=eyJ)[\w-]{8}`,
    pattern: String.raw`${START}eyJ[\w-]{8,${LONGEST}}\.(?:eyJ[\w-]{4,${LONGEST}}\.?[\w-]{0,${LONGEST}}|[\w-]{0,${LONGEST}}(?:\.[\w-]{1,${LONGEST}}){3})`,
  },
  {
    // RFC 6750
    mark: '[bB]',
    hint: String.raw`(?:earer|EARER)[\s+]`,
    pattern: String.raw`((?:[bB]earer|BEARER)(?:\s{1,3}|[+]))${NOT_DONE}${HAS_DIGIT}[\w.~+/%-]{8,${LONGEST}}={0,2}`,
  },
  {
    // RFC 7617
    mark: '[bB]',
    hint: String.raw`(?:asic|ASIC)\s{1,3}\S(?=\S{0,60}[A-Z0-9=+/])`,
    pattern: String.raw`((?:[bB]asic|BASIC)\s{1,3})[\w+/-]{4,1024}={0,2}`,
    verify: isBasic,
  },
  {
    // the same in a form
    mark: '[bB]',
    hint: '(?:asic|ASIC)[+]',
    pattern: String.raw`((?:[bB]asic|BASIC)[+])(?:[\w/-]|%2[BbFf]){4,1024}(?:=|%3[Dd]){0,2}`,
    verify: (found) => isBasic(decodedPart(found)),
  },
  {
    // GitHub
    mark: '_',
    hint: String.raw`(?<=(?:gh[pousr]|github_pat)_)\w{22}`,
    pattern: String.raw`${START}(?:gh[pousr]_[A-Za-z0-9]{30,${LONGEST}}|github_pat_\w{22,${LONGEST}})`,
  },
  {
    // the id of an AWS key
    mark: '[KS]',
    hint: 'IA[0-9A-Z]{16}',
    pattern: String.raw`${START}A[KS]IA[0-9A-Z]{16}(?![\w-])`,
  },
  ...ANNOUNCED.map(({ beginnings, mark, rest }) => ({
    mark,
    hint: `(?<=(?:${beginnings})${mark})${rest}`,
    pattern: `${START}(?:${beginnings})${mark}${HAS_DIGIT}${rest}(?:[\\w-]|[.](?=\\w)){0,${LONGEST}}`,
  })),
  {
    // RFC 7468
    mark: 'P',
    hint: 'RIVATE KEY',
    pattern: `-----BEGIN [A-Z ]{0,30}PRIVATE KEY(?: BLOCK)?-----(?:[^-]|-(?!----)){0,${LONGEST}}(?:-----END [A-Z ]{0,30}PRIVATE KEY(?: BLOCK)?-----)?`,
  },
  {
    // the mark inside Azure's keys of 84 characters; SEC101/200 of Microsoft's security-utilities, as the next three
    mark: 'J',
    hint: 'QQJ9',
    pattern: String.raw`${START}[A-Za-z0-9]{52}JQQJ9[9DH][A-Za-z0-9]{26}(?![A-Za-z0-9])`,
  },
  {
    // the mark in other keys of Azure: storage, Cosmos DB, Event Hubs, Service Bus, API Management, Functions, Search and so on
    mark: 'A',
    hint: '(?:(?<=[+]A)(?:St|Ba|MC|Eh|Sb|Rm|CR)|CDb|PIM|IoT|z(?:Ca|Fu|Se)|ZEG)(?=[\\w+/-]{5})(?<=[\\w+/-]{37})',
    pattern: String.raw`${BASE64_START}(?:[\w+/-]{76}(?:\+A(?:St|Ba|MC)|ACDb|APIM)[\w+/-]{6}==|[\w+/-]{33}(?:\+A(?:Eh|Sb|Rm)|AIoT|AzCa|AZEG)[\w+/-]{6}=|[\w-]{44}AzFu[\w-]{6}==|[\w+/-]{42}(?:AzSe|\+ACR)[\w+/-]{6})${BASE64_END}`,
  },
  {
    // a client secret of Entra ID
    mark: '~',
    hint: '(?<=[78]Q~)',
    pattern: String.raw`(?<=^|[^\w.~+-]|\\[nrt])[\w.~-]{3}[78]Q~[\w.~-]{31,34}(?![\w~+-])`,
  },
  {
    // a personal access token of Azure DevOps
    mark: 'A',
    hint: 'ZDO[A-Za-z0-9]{4}',
    pattern: String.raw`${START}[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}(?![A-Za-z0-9])`,
  },
  {
    // a shared access signature
    mark: '=',
    hint: '(?<=sig=)',
    pattern: String.raw`((?:^|[^\w-]|u0026)sig=)${NOT_DONE}[\w%+/.~-]{16,${LONGEST}}={0,2}`,
  },
  {
    // scheme://user:password@host
    mark: '@',
    hint: String.raw`(?<=:\/\/[^\s/@?#"'<>\\]{1,256}@)`,
    pattern: String.raw`(:\/\/)[^\s/:@?#"'<>\\]{0,128}:[^\s/@?#"'<>\\]{0,128}(?=@)`,
  },
  {
    // a query parameter whose name alone says little
    mark: '=',
    hint: '(?<=[?&](?:key|code|token)=)',
    pattern: String.raw`([?&](?:key|code|token)=)${HAS_DIGIT}[\w%+/.~-]{20,${LONGEST}}={0,2}`,
  },
  {
    // an address that whoever knows it may post to: Slack, Discord, Teams
    mark: '\\/',
    hint: String.raw`(?<=(?:hooks\.slack\.com\/services|\/api\/webhooks\/\d{10,20}|\/IncomingWebhook)\/)`,
    pattern: String.raw`(hooks\.slack\.com\/services\/|\/api\/webhooks\/\d{10,20}\/|\/IncomingWebhook\/)${NOT_DONE}(?:[0-9a-f]{32}\/${GUID}(?:\/[\w-]{1,80})?|[\w/-]{20,200})`,
  },
  {
    // a bot of Telegram, in the path or as a header
    mark: ':',
    hint: 'AA(?<=[0-9]{8}:AA)',
    pattern: String.raw`(?<=^|[^\w-]|\\[nrt]|bot)[0-9]{8,10}:AA[\w-]{33}(?![\w-])`,
  },
  {
    // a refresh token of Google
    mark: '\\/',
    hint: String.raw`\/0(?<=1\/\/0)`,
    pattern: String.raw`${START}1\/\/0[\w-]{20,${LONGEST}}`,
  },
];

const MARKS = [...new Set(PATTERNS.map(({ mark }) => mark))];

/** All marks, as the inside of a class of characters. */
export const PATTERN_MARKS = MARKS.map((mark) => mark.replace(/^\[(.*)\]$/, '$1').replace('-', '\\-')).join('');

/** The hints of all patterns as the source of one regular expression: each mark is looked for once. */
export const PATTERN_HINT = MARKS.map((mark) => {
  const hints = PATTERNS.filter((pattern) => pattern.mark === mark).map(({ hint }) => hint);
  return `${mark}(?:${hints.join('|')})`;
}).join('|');

const SECRETS = PATTERNS.map(({ mark, hint, pattern, verify }) => ({
  hint: new RegExp(`${mark}(?:${hint})`),
  pattern: new RegExp(pattern, 'g'),
  verify,
}));

/** Replaces every secret that is known by its look; `hide` gives what stands for it. Gives the same text where there is none. */
export function replaceKnownLooks(text: string, hide: (secret: string) => string): string {
  let result = text;
  for (const { hint, pattern, verify } of SECRETS) {
    if (!hint.test(result)) continue;
    result = result.replace(pattern, (whole: string, group: string | number) => {
      const kept = typeof group === 'string' ? group : ''; // without a group it is the offset
      const secret = whole.slice(kept.length);
      return verify?.(secret) === false ? whole : kept + hide(secret);
    });
  }
  return result;
}
