/** How long something took on the run's own clock: `350 ms`, `2.5 s`, `1 h 5 min`. Empty where it took no time. */
export function durationText({ startTime, endTime }: { readonly startTime: string; readonly endTime: string }): string {
  const milliseconds = Date.parse(endTime) - Date.parse(startTime);
  if (!Number.isFinite(milliseconds) || milliseconds <= 0) return '';
  if (milliseconds < 1000) return `${milliseconds} ms`;
  if (milliseconds < 60_000) return `${Math.round(milliseconds / 100) / 10} s`;
  const seconds = Math.round(milliseconds / 1000);
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? parts([minutes, 'min'], [seconds % 60, 's'])
    : parts([Math.floor(minutes / 60), 'h'], [minutes % 60, 'min']);
}

/** Those that are not 0. */
function parts(...given: readonly (readonly [count: number, unit: string])[]): string {
  return given
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(' ');
}
