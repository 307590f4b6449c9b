import { isSecretField } from './secret-names.js';

/** The source of a regular expression that finds, behind the name of a secret, the end of an element of XML. */
export const ENCLOSED_HINT = String.raw`>(?<=<\/[\w:.-]{0,80}>)`;

/** The same, in lower case, of a command that has options for secrets. */
export const CURL_HINT = String.raw`curl\s`;

/** `<name>value</name>`, with attributes or without, plain or as CDATA. */
const ELEMENT = /(<(?:[\w-]{1,30}:)?([\w.-]{1,80})(?:\s[^<>]{0,200})?>(?:<!\[CDATA\[)?)([^<]{1,16384})(?=<\\?\/)/g;

/** `name="..."`, the other headers of a part (RFC 7578), an empty line, the value. */
const PART =
  /(name=\\?"([\w.-]{1,80})\\?"[^\r\n\\]{0,200}(?:\r?\n|\\r\\n)(?:[\w-]{1,40}:[^\r\n\\]{0,200}(?:\r?\n|\\r\\n)){0,4}(?:\r?\n|\\r\\n))((?:[^\r\n\\]|\\(?![rn])|\r?\n(?!--)){1,16384})/g;

/** Options of curl that carry a secret: user and password, cookies, a token, a pass phrase. Their values are quoted or one word. */
const CURL_OPTION =
  /(?<before>(?:^|\s)(?:(?<user>-[uU]|--(?:proxy-)?user)|(?<cookie>-b|--cookie)|--(?:oauth2-bearer|pass|proxy-pass|tlspassword))(?:=|\s{1,3}|(?<=-[uUb])))(?:(?<quote>\\{0,3}["'])(?<quoted>(?:(?!\k<quote>)[^\r\n]){1,2048})|(?<word>[^\s"'\\]{1,2048}))/g;

/** Replaces what a secret's name encloses in XML and multipart bodies, and what curl's own options say; `hide` gives what stands for it. */
export function replaceMarkedUp(text: string, hide: (secret: string) => string): string {
  const named = (whole: string, ...groups: string[]) => {
    const [before = '', name = '', enclosed = ''] = groups;
    const value = enclosed.replace(/\]\]>$/, '');
    if (value.startsWith('REDACTED') || value.trim() === '' || !isSecretField(name, value)) return whole;
    return before + hide(value) + enclosed.slice(value.length);
  };
  let result = text;
  if (result.includes('</')) result = result.replace(ELEMENT, named);
  if (result.includes('name=')) result = result.replace(PART, named);
  return /\bcurl\s/.test(result) ? inCurl(result, hide) : result;
}

function inCurl(text: string, hide: (secret: string) => string): string {
  return text.replace(CURL_OPTION, (whole: string, ...rest: unknown[]) => {
    const { before = '', user, cookie, quote = '', quoted, word = '' } = rest.at(-1) as Groups; // replace gives the groups last
    const value = quoted ?? word;
    const start = user === undefined ? 0 : value.indexOf(':') + 1;
    const secret = value.slice(start);
    const isNone = (user !== undefined && start === 0) || (cookie !== undefined && !value.includes('='));
    // `docker run -u 1000:1000`, beside a curl command
    if (isNone || secret === '' || secret.startsWith('REDACTED') || /^\d+:\d+$/.test(value)) return whole;
    return before + quote + value.slice(0, start) + hide(secret);
  });
}

type Groups = Readonly<Record<string, string | undefined>>;
