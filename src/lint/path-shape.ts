/** A path template with its placeholders unnamed, so that templates that no call can tell apart are the same text. Case does not count. */
export function pathShape(path: string): string {
  return path.replace(/\{[^{}/]*\}/g, '{}').toLowerCase();
}
