import { Secret } from '../core/secret.js';
import { hider } from '../http/known-secrets.js';
import { redactText } from '../http/redact.js';

/** Longer texts of others are cut, in UTF-16 code units. */
const MOST_SHOWN = 400;

/** What others said, fit to be shown: on one line, short, without credentials, signed addresses and the secrets that were just sent. */
export function tidy(text: string, secrets: readonly Secret[] = []): string {
  const open = hider(withBare(secrets)).text(text);
  // what does not print becomes a space; the short cut comes last: half a credential has no look of one
  const line = redactText(open.slice(0, MOST_LOOKED_AT))
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  return line.length <= MOST_SHOWN ? line : `${line.slice(0, MOST_SHOWN - 1)}…`;
}

/** Of a text only this much is looked at, in UTF-16 code units: redaction takes time, and little is shown. */
const MOST_LOOKED_AT = 16_384;

/** With the word before a key, and without. */
function withBare(secrets: readonly Secret[]): Secret[] {
  return secrets.flatMap((secret) => {
    const value = secret.reveal();
    return [secret, new Secret(value.slice(value.indexOf(' ') + 1))];
  });
}
