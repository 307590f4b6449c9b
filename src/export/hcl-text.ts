import { isArray, isObject, type Json } from '../core/json.js';

/** A text of Terraform's language, in quotation marks. */
export function hclText(text: string): string {
  return `"${hclPart(text)}"`;
}

/** A text within quotation marks that already stand. */
export function hclPart(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('${', () => '$${')
    .replaceAll('%{', '%%{');
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  return escaped.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, (found) => {
    const known = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }[found];
    return known ?? `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** A value of Terraform's language, as `terraform fmt` writes it; `line` begins a line at its level. */
export function hclValue(value: Json, line: string): string {
  if (typeof value === 'string') return hclText(value);
  if (isObject(value)) {
    return hclObject(
      Object.entries(value).map(([key, one]) => [key, hclValue(one, `${line}  `)]),
      line,
    );
  }
  if (!isArray(value)) return String(value);
  return `[${value.map((one) => hclValue(one, line)).join(', ')}]`;
}

/** An object of which the values are written already. */
export function hclObject(members: readonly (readonly [string, string])[], line: string): string {
  if (members.length === 0) return '{}';
  return `{${hclLines(
    members.map(([key, value]) => [hclKey(key), value]),
    `${line}  `,
  )}${line}}`;
}

/** `name = value` a line: the signs below one another where lines follow each other, and neither is longer than a line. */
export function hclLines(members: readonly (readonly [string, string])[], line: string): string {
  const widths = new Map<number, number>();
  let group = 0;
  const groups = members.map(([key, value], index) => {
    const before = members[index - 1]?.[1];
    if (value.includes('\n') || before?.includes('\n')) group += 1;
    widths.set(group, Math.max(widths.get(group) ?? 0, key.length));
    return group;
  });
  return members
    .map(([key, value], index) => `${line}${key.padEnd(widths.get(groups[index] ?? 0) ?? 0)} = ${value}`)
    .join('');
}

function hclKey(key: string): string {
  return /^[A-Za-z_][\w-]*$/.test(key) ? key : hclText(key);
}
