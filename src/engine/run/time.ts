let last = { time: Number.NaN, text: '' };

/** The last moment that a date can be, in milliseconds since 1970. */
const LAST = 8_640_000_000_000_000;

/** A moment as ISO 8601 in UTC. */
export function isoTime(time: number): string {
  if (last.time !== time) last = { time, text: new Date(Math.min(time, LAST)).toISOString() };
  return last.text;
}

const duration = /^P(?:(\d{1,9})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:\.\d{1,9})?)S)?)?$/i;

/** How long a duration of ISO 8601 is, in milliseconds, such as `PT1H30M`; undefined for anything else, also for one in months. */
export function durationMs(text: unknown): number | undefined {
  const parts = typeof text === 'string' ? duration.exec(text) : null;
  if (!parts || /[PT]$/i.test(parts[0])) return undefined;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
}
