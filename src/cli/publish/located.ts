import type { Finding } from '../../core/finding.js';
import type { Style } from '../../report/text.js';
import { findingsText } from '../../report/text.js';
import { findingJson } from '../../report/json.js';
import type { Loaded } from '../loaded.js';
import { judge, sourcesOf } from '../judge.js';

/** What is wrong with a connector's documents, with its lines: for the result of a command that could do no more than read them. */
export async function located({ findings, documents }: Loaded): Promise<readonly Finding[]> {
  const options = {
    failOn: 'error',
    most: Number.POSITIVE_INFINITY,
    sourceOf: sourcesOf(documents, () => undefined),
  } as const;
  return (await judge(findings, options)).findings.map(findingJson);
}

/** The same for a reader, with what comes of it. */
export function unsoundText(findings: readonly Finding[], style: Style): string {
  return `${findingsText(findings, style)}Nothing was sent: the connector has errors.\n`;
}
