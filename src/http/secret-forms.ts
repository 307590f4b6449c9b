import { decodedPart } from './secret-encodings.js';
import { isSecretName, isSecretParameter, PARAMETER_NAME } from './secret-names.js';
import { looksRandom } from './secret-values.js';

/** The source of a regular expression that finds, in lower case, a parameter whose name says little of it in other places. */
export const FORM_HINT = `(?:(?:^|[?&])(?:${PARAMETER_NAME})|[-_]sig(?:nature)?)=`;

const FIELD_NAME = /^[\w.%$[\]-]{1,80}$/;

/** Replaces the secrets of a text that is a form (`a=b&c=d`) and nothing else; `hide` gives what stands for one. Any other text stays as it was. */
export function replaceInForm(text: string, hide: (secret: string, name: string) => string): string {
  if (!text.includes('=') || /[\s"<>{}]/.test(text)) return text;
  const isGrant = /(?:^|&)grant_type=/.test(text); // RFC 6749
  // Not one regular expression: over a value of millions of characters that runs out of stack.
  return text
    .split('&')
    .map((part) => {
      const equals = part.indexOf('=');
      const [field, value] = [part.slice(0, Math.max(equals, 0)), part.slice(equals + 1)];
      if (value === '' || value.startsWith('REDACTED') || !FIELD_NAME.test(field)) return part;
      const name = decodedPart(field);
      const isSecret = isSecretName(name) || (isSecretParameter(name) && (isGrant || isLongAndRandom(value)));
      return isSecret ? `${field}=${hide(value, name)}` : part;
    })
    .join('&');
}

function isLongAndRandom(value: string): boolean {
  return value.length > 15 && looksRandom(value);
}
