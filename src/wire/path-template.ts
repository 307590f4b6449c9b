/** A path template such as `/queues/{queue}/tickets`, ready to be matched segment by segment. */
export interface PathTemplate {
  readonly segments: readonly Segment[];
  /** How many segments are fixed text: the more, the more specific. */
  readonly literals: number;
}

/** Fixed text, or the texts around parameters: `('{id}')` is texts `('`, `')` and names `id`. */
type Segment = { readonly text: string } | { readonly texts: readonly string[]; readonly names: readonly string[] };

/** The segments of a path, percent-decoded; empty ones, which repeated slashes make, are dropped. */
export function segmentsOf(path: string): string[] {
  return path
    .split('/')
    .filter((segment) => segment !== '')
    .map(decoded);
}

/** Percent-decoded text, or the text itself where the encoding is broken. */
function decoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Reads a path template; text outside braces is literal. A query or fragment that a definition wrongly carries in its path is left off. */
export function pathTemplate(path: string): PathTemplate {
  const segments = segmentsOf(path.split(/[?#]/, 1)[0] ?? '').map(segment);
  return { segments, literals: segments.filter((part) => 'text' in part).length };
}

function segment(text: string): Segment {
  const parts = text.split(/\{([^{}]*)\}/);
  if (parts.length === 1) return { text };
  return {
    texts: parts.filter((_, index) => index % 2 === 0),
    names: parts.filter((_, index) => index % 2 === 1),
  };
}

/** The parameters of `segments` under `template`, or undefined when they do not match. A parameter is never empty. */
export function matchTemplate(
  template: PathTemplate,
  segments: readonly string[],
): ReadonlyMap<string, string> | undefined {
  if (template.segments.length !== segments.length) return undefined;
  const values = new Map<string, string>();
  for (const [index, part] of template.segments.entries()) {
    const text = segments[index] ?? '';
    if ('text' in part ? part.text !== text : !readParameters(part, text, values)) return undefined;
  }
  return values;
}

/** Fills `values` from one segment: each parameter ends where the text after it first occurs. */
function readParameters(
  { texts, names }: { readonly texts: readonly string[]; readonly names: readonly string[] },
  text: string,
  values: Map<string, string>,
): boolean {
  const first = texts[0] ?? '';
  if (!text.startsWith(first)) return false;
  let from = first.length;
  for (const [index, name] of names.entries()) {
    const after = texts[index + 1] ?? '';
    const last = index === names.length - 1;
    const end = last ? text.length - after.length : text.indexOf(after, from + 1);
    if (end <= from || !text.startsWith(after, end)) return false;
    values.set(name, text.slice(from, end));
    from = end + after.length;
  }
  return from === text.length;
}
