import type { Secret } from '../core/secret.js';
import { redactText } from '../http/redact.js';

/** Longer texts of others are cut, in UTF-16 code units. */
const MOST_SHOWN = 400;

/** What others said, fit to be shown: on one line, short, without credentials, signed addresses and the secrets that were just sent. */
export function tidy(text: string, secrets: readonly Secret[] = []): string {
  let open = text;
  for (const secret of secrets) for (const form of formsOf(secret)) open = open.replaceAll(form, '[secret]');
  // what does not print becomes a space; the short cut comes last: half a credential has no look of one
  const line = redactText(open.slice(0, MOST_LOOKED_AT))
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  return line.length <= MOST_SHOWN ? line : `${line.slice(0, MOST_SHOWN - 1)}…`;
}

/** Of a text only this much is looked at, in UTF-16 code units: redaction takes time, and little is shown. */
const MOST_LOOKED_AT = 16_384;

/** A secret as it stands in a text, in JSON, in an address and in base64; one of a few characters would be found in any text. */
function formsOf(secret: Secret): string[] {
  const value = secret.reveal();
  const bare = value.slice(value.indexOf(' ') + 1);
  const forms = [value, bare].flatMap((one) => [
    one,
    JSON.stringify(one).slice(1, -1),
    encodeURIComponent(Buffer.from(one).toString()),
    Buffer.from(one).toString('base64'),
  ]);
  return [...new Set(forms)].filter((form) => form.length >= 4).sort((a, b) => b.length - a.length);
}
