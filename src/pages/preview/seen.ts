import type { Coverage } from '../../contract/coverage.js';
import { html, type Html } from '../look/html.js';

/** Whether a recording shows something that is declared. */
export type Seen = 'seen' | 'not seen';

/** What recordings showed of an operation. Undefined stands for what is no property: nothing is counted there. */
export interface SeenOf {
  /** Whether any exchange belongs to it. */
  readonly operation: Seen;
  status(status: string): Seen;
  /** By pointer; `part` is `request` or a status. */
  property(part: string, pointer: string): Seen | undefined;
}

/** What recordings showed of the operations that messages call by these ids. */
export function seenIn(coverage: Coverage, ids: readonly string[]): (id: string) => SeenOf {
  const known = new Set(ids);
  const operations = namesIn(coverage.operations);
  const statuses = namesIn(coverage.statuses);
  const missing = new Set(
    coverage.properties.missing.flatMap(({ name, pointer }) =>
      beginnings(name, known).map(([id, part]) => `${id} ${part} ${pointer}`),
    ),
  );
  return (id) => ({
    operation: operations.has(id) ? 'not seen' : 'seen',
    status: (status) => (statuses.has(`${id} ${status}`) ? 'not seen' : 'seen'),
    property(part, pointer) {
      if (!/\/properties\/[^/]+$/.test(pointer)) return undefined;
      return missing.has(`${id} ${part} ${pointer}`) ? 'not seen' : 'seen';
    },
  });
}

const namesIn = ({ missing }: Coverage['statuses']): ReadonlySet<string> => new Set(missing.map(({ name }) => name));

/** Words of a name that are looked at: an id with more spaces in it than that has no marks. */
const MOST_WORDS = 20;

/** The ids that a name such as `Get it 200 items[].id` can begin with, each with the part behind it. */
function beginnings(name: string, ids: ReadonlySet<string>): readonly (readonly [id: string, part: string])[] {
  const words = name.split(' ', MOST_WORDS);
  return words.slice(0, -1).flatMap((_, index) => {
    const id = words.slice(0, index + 1).join(' ');
    return ids.has(id) ? [[id, words[index + 1] ?? ''] as const] : [];
  });
}

/** Whether recordings showed something: a mark and a word. */
export function seenMark(seen: Seen | undefined): Html {
  if (seen === undefined) return html``;
  return seen === 'seen' ? html`<span class="seen">✓ seen</span>` : html`<span class="unseen">○ not seen</span>`;
}
