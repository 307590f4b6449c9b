const titlesByName: ReadonlyMap<string, string> = new Map([
  ['body', 'Body'],
  ['headers', 'Headers'],
  ['queries', 'Queries'],
  ['pathparameters', 'Path Parameters'],
  ['statuscode', 'Status Code'],
]);

/** What the designer calls something right in the answer that has no title. */
export function knownTitle(name: string): string {
  if (!name.startsWith('x-ms-')) return titlesByName.get(name.toLowerCase()) ?? name;
  const words = name.slice('x-ms-'.length).split('-');
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
}
