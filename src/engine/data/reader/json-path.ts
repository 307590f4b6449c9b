/** A step of a path: the name of a member or the index of an item. */
export type Step = string | number;

/** A name with one of these is put in brackets: Newtonsoft.Json, `JsonPosition`. */
const special = /[. '/"[\]()\t\n\r\f\b\\\u0085\u2028\u2029]/;
const escapes: ReadonlyMap<string, string> = new Map([
  ['\\', '\\\\'],
  ["'", "\\'"],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['\f', '\\f'],
  ['\b', '\\b'],
  ['\u0085', '\\u0085'],
  ['\u2028', '\\u2028'],
  ['\u2029', '\\u2029'],
]);

/** A path and one more step, as Newtonsoft.Json writes it: `rows[1].name`, `['a b'][0]`. */
export function pathTo(path: string, step: Step): string {
  if (typeof step === 'number') return `${path}[${step}]`;
  if (!special.test(step)) return path === '' ? step : `${path}.${step}`;
  const name = step.replaceAll(/[\\'\n\r\t\f\b\u0085\u2028\u2029]/g, (found) => escapes.get(found) ?? found);
  return `${path}['${name}']`;
}
