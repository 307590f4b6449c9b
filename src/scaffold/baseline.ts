import type { Finding } from '../core/finding.js';
import { definitionFiles, propertiesFile } from '../definition/folder.js';

/** What of a connector is wrong already and is taken as it is. */
export interface Suppressed {
  readonly code: string;
  /** The file of the connector's folder. */
  readonly file: string;
  readonly count: number;
}

/** The errors of lint by code and file: a connector that exists may not be able to change. */
export function baselineOf(findings: readonly Finding[]): readonly Suppressed[] {
  const counts = new Map<string, Suppressed>();
  for (const { code, severity, file } of findings) {
    if (severity !== 'error') continue;
    const known = file === propertiesFile ? propertiesFile : definitionFiles[0];
    const key = `${known} ${code}`;
    counts.set(key, { code, file: known, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()];
}

/** The configuration that suppresses them, in a project whose connector is in `folder`. */
export function baselineText(suppressed: readonly Suppressed[], folder: string): string {
  const entries = suppressed.map(({ code, file, count }) => {
    const reason = `${count === 1 ? 'One stood' : `${count} stood`} in what this project was made from.`;
    return `  - code: ${code}\n    file: ${JSON.stringify(`${folder}/${file}`)}\n    reason: ${reason}\n`;
  });
  return `suppressions:\n${entries.join('')}`;
}
