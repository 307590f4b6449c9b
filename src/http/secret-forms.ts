import { decodedPart } from './secret-encodings.js';
import { isSecretName, isSecretParameter, PARAMETER_NAME } from './secret-names.js';
import { looksRandom } from './secret-values.js';

/** The source of a regular expression, without regard to case, that finds a parameter whose name says little of it in other places. */
export const FORM_HINT = `(?:${PARAMETER_NAME})=(?<=(?:^|[?&])(?:${PARAMETER_NAME})=|[-_]sig(?:nature)?=)`;

const FIELD = /(^|&)([\w.%$[\]-]{1,80})=([^&]+)/g;

/** Replaces the secrets of a text that is a form (`a=b&c=d`) and nothing else; `hide` gives what stands for one. Any other text stays as it was. */
export function replaceInForm(text: string, hide: (secret: string, name: string) => string): string {
  if (!text.includes('=') || /[\s"<>{}]/.test(text)) return text;
  const isGrant = /(?:^|&)grant_type=/.test(text); // RFC 6749
  return text.replace(FIELD, (whole, ...groups: string[]) => {
    const [start = '', field = '', value = ''] = groups;
    const name = decodedPart(field);
    const isSecret = isSecretName(name) || (isSecretParameter(name) && (isGrant || isLongAndRandom(value)));
    return isSecret && !value.startsWith('REDACTED') ? `${start}${field}=${hide(value, name)}` : whole;
  });
}

function isLongAndRandom(value: string): boolean {
  return value.length > 15 && looksRandom(value);
}
