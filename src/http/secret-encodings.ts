/** The sources of regular expressions that find what may hold a text in another encoding: percent escapes, base64 of JSON, data URLs. */
export const ENCODING_HINT = String.raw`%[0-9A-Fa-f]{2}|J(?<=eyJ)[\w+/-]{20}|w(?<=ew)o[\w+/-]{20}|W3s[\w+/-]{20}|;base64,`;

/** What that begins with, as the inside of a class of characters. */
export const ENCODING_MARKS = '%JwW;';

/** The shortest base64 that is looked at, in characters: nothing that is known by its look is shorter than 18 bytes. */
const SHORTEST = 24;
/** Base64 of a JSON object or array inside a text, or of anything in a data URL, begins here. */
const INNER_START = /(?:eyJ|ewo|W3s)(?<=(?:^|[^\w.+/-])...)(?=[\w+/-]{20})|;base64,(?=[\w+/-]{16})/g;
/** What bytes that are no text show at once: characters that no text holds, and where they are no UTF-8. */
const BINARY = /[^\t\n\r -~\u00a0-\ufffc\ufffe\uffff]/;

/** The text that `base64` stands for, in either alphabet; undefined where it stands for bytes that are no UTF-8 text. */
function textOfBase64(base64: string): string | undefined {
  const beginning = Buffer.from(base64.slice(0, 64), 'base64').toString();
  if (BINARY.test(beginning.slice(0, -3))) return undefined; // the last character may be cut
  const text = Buffer.from(base64, 'base64').toString();
  return text.includes('\ufffd') ? undefined : text;
}

/** A whole text that is base64 of another text: that text. */
export function decodedWhole(text: string): string | undefined {
  const space = text.indexOf(' '); // in nearly every text: to look for it first takes half the time
  if (text.length < SHORTEST || (space >= 0 && space < text.length - PADDING)) return undefined;
  if (/[^\w+/\r\n-]/.test(text.slice(0, -PADDING))) return undefined;
  return /^[\w+/-]*={0,2}\s*$/.test(text.slice(-PADDING)) ? textOfBase64(text) : undefined;
}

/** As many characters as may end a base64 text that are not of its alphabet: `==`, line breaks. */
const PADDING = 6;

/** A text with `redact` done to what it stands for, where it is base64 of a text. */
export function redactBase64(text: string, redact: (text: string) => string): string {
  const plain = decodedWhole(text);
  if (plain === undefined) return text;
  const redacted = redact(plain);
  if (redacted === plain) return text;
  return Buffer.from(redacted).toString(/[-_]/.test(text) ? 'base64url' : 'base64');
}

/** A text with `redact` done to the parts of it that are in base64. */
export function redactInnerBase64(text: string, redact: (text: string) => string): string {
  let result = '';
  let done = 0;
  for (const { index, 0: found } of text.matchAll(INNER_START)) {
    const start = found.startsWith(';') ? index + found.length : index;
    if (start < done) continue;
    const end = endOfBase64(text, start);
    const base64 = text.slice(start, end);
    if (text[end] === '.' && /[\w-]/.test(text[end + 1] ?? '')) continue; // a JWT
    result += text.slice(done, start) + redactBase64(base64, redact);
    done = end;
  }
  return result + text.slice(done);
}

function endOfBase64(text: string, start: number): number {
  const other = /[^\w+/=-]/g;
  other.lastIndex = start;
  return other.exec(text)?.index ?? text.length;
}

/** What ends a value in a URL or a form: between two of these percent escapes may stand. */
const DELIMITER = /([\s"<>\\&=?#;,/])/;

/** A text with `redact` done to the parts of it that are percent-encoded. */
export function redactPercent(text: string, redact: (text: string) => string): string {
  if (!/%[0-9A-Fa-f]{2}/.test(text)) return text;
  return text
    .split(DELIMITER)
    .map((part) => {
      const plain = part.includes('%') ? decodedPart(part) : part;
      if (plain === part) return part;
      const redacted = redact(plain);
      return redacted === plain ? part : encodedLike(part, redacted);
    })
    .join('');
}

/** Percent-encoded, but for the characters that stand as they are in `model`. */
function encodedLike(model: string, text: string): string {
  return encodeURIComponent(text).replace(/%[2-7][0-9A-F]/g, (escape) => {
    const character = String.fromCharCode(parseInt(escape.slice(1), 16));
    return character !== '%' && model.includes(character) ? character : escape;
  });
}

/** A percent-encoded text decoded; one with a broken escape stays as it was. */
export function decodedPart(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
