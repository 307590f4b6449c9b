/** The attributes of an element by name; an undefined one is left out. */
type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element of XML. `content` is escaped already. */
export function element(name: string, attributes: Attributes, content: string): string {
  return content === '' ? `${open(name, attributes)}/>` : `${open(name, attributes)}>${content}</${name}>`;
}

/** The start of an element, without the end of its tag. */
export function open(name: string, attributes: Attributes): string {
  const given = Object.entries(attributes).filter(([, value]) => value !== undefined);
  return [`<${name}`, ...given.map(([attribute, value]) => `${attribute}="${escaped(String(value))}"`)].join(' ');
}

const entities: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);

/** What means something in XML, and what XML 1.0 cannot hold in any way, not even as a reference (section 2.2, Char). */
const special = /[&<>"]|[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** The text as XML 1.0 can hold it: what it cannot is spelled out. */
export function escaped(text: string): string {
  return text.replaceAll(
    special,
    (character) => entities.get(character) ?? `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}
