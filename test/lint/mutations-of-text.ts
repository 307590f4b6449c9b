const pieces = [
  '\0',
  '\uFEFF',
  '\\ud800',
  '"\\udfff"',
  '\u2028',
  '\u001B[31m',
  '\u009B31m',
  '\u007F',
  '\t',
  '\r',
  '{',
  '[',
  '}',
  ']',
  ',',
  ': ',
  '- ',
  '? ',
  '| \n',
  '&a ',
  '*a',
  '<<: *a\n',
  '!!binary ',
  '%YAML 1.1\n',
  '---\n',
  '#',
  "'",
  '"',
  '\\',
  '1e999',
  '-0',
  '9'.repeat(400),
  '['.repeat(300),
  '{"a":'.repeat(300),
  '"__proto__": ',
  '"$ref": "#/definitions/Ticket"',
  '"x-ms-dynamic-values": ',
];

/** A text with one to three things done to it: cut off, left out, doubled, swapped, put in. */
export function mangled(text: string, random: () => number): string {
  let result = text;
  for (let left = 1 + Math.floor(random() * 3); left > 0; left -= 1) result = mangledOnce(result, random);
  return result;
}

function mangledOnce(text: string, random: () => number): string {
  const place = () => Math.floor(random() * (text.length + 1));
  const [a = 0, b = 0, c = 0] = [place(), place(), place()].toSorted((one, other) => one - other);
  const near = Math.min(b, a + Math.floor(random() * 40));
  const piece = pieces[Math.floor(random() * pieces.length)] ?? '';
  const changes = [
    () => text.slice(0, b),
    () => text.slice(0, a) + text.slice(near),
    () => text.slice(0, a) + text.slice(c),
    () => text.slice(0, near) + text.slice(a),
    () => text.slice(0, a) + text.slice(b, c) + text.slice(a, b) + text.slice(c),
    () => text.slice(0, a) + piece + text.slice(a),
    () => text.slice(0, a) + piece + text.slice(near),
    () => text.slice(0, a) + text.slice(a).replace(/"[^"\n]*"/, piece),
    () => text.slice(0, a) + text.slice(a).replace(/[^\n]*\n/, ''),
    () => text.slice(0, a) + text.slice(a).replace(/\b\d+\b/, '9'.repeat(30)),
  ];
  return changes[Math.floor(random() * changes.length)]?.() ?? text;
}

/** The bytes of a text; now and then some of them are not UTF-8. */
export function bytesOf(text: string, random: () => number): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  if (random() < 0.1 && bytes.length > 0)
    bytes[Math.floor(random() * bytes.length)] = 0x80 + Math.floor(random() * 128);
  return bytes;
}
