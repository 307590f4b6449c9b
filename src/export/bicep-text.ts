import { isArray, isObject, type Json } from '../core/json.js';

/** A text of Bicep, in quotation marks. */
export function bicepText(text: string): string {
  return `'${bicepPart(text)}'`;
}

/** A text within quotation marks that already stand. */
export function bicepPart(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('${', '\\${');
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  return escaped.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, (found) => {
    const known = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }[found];
    return known ?? `\\u{${found.charCodeAt(0).toString(16)}}`;
  });
}

/** A value of Bicep; `line` begins a line at its level. Numbers with a fraction have no literal there. */
export function bicepValue(value: Json, line: string): string {
  if (typeof value === 'string') return bicepText(value);
  const inner = `${line}  `;
  if (isArray(value)) {
    if (value.length === 0) return '[]';
    return `[${value.map((one) => inner + bicepValue(one, inner)).join('')}${line}]`;
  }
  if (isObject(value)) {
    const members = Object.entries(value).map(([key, one]) => `${inner}${bicepKey(key)}: ${bicepValue(one, inner)}`);
    return members.length === 0 ? '{}' : `{${members.join('')}${line}}`;
  }
  return typeof value === 'number' && !Number.isInteger(value) ? `json('${value}')` : String(value);
}

/** The key of an object: in quotation marks where it is no identifier. */
export function bicepKey(key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) ? key : bicepText(key);
}
