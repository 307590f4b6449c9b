import type { Finding } from '../core/finding.js';

/** Collects findings in order; notes that say the same of the same declared place in other exchanges or list items become one, with a count. */
export function folder(): { add(found: Finding): void; all(): readonly Finding[] } {
  const slots: { found: Finding; count: number }[] = [];
  const notes = new Map<string, { found: Finding; count: number }>();
  return {
    add(found) {
      const key = found.severity === 'note' ? sameness(found) : undefined;
      const earlier = key === undefined ? undefined : notes.get(key);
      if (earlier) {
        earlier.count += 1;
        return;
      }
      const slot = { found, count: 1 };
      slots.push(slot);
      if (key !== undefined) notes.set(key, slot);
    },
    all: () => slots.map(({ found, count }) => (count === 1 ? found : { ...found, count })),
  };
}

/** Equal for notes that differ only in the exchange and in the positions within lists. */
function sameness({ code, operation, pointer, declared }: Finding): string {
  const place = pointer.replaceAll(/\/\d+(?=\/|$)/g, '/*');
  return JSON.stringify([code, operation, place, declared?.file, declared?.pointer]);
}
