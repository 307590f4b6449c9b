/** The processor time that this process has used. A busy machine does not lengthen it, as it does the time on the clock. */
export function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
