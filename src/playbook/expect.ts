import type { SourceDocument } from '../core/document.js';
import type { Finding } from '../core/finding.js';
import { isArray, isObject, own, type Json } from '../core/json.js';
import { didYouMean } from '../core/nearest.js';
import { shorten } from '../core/shorten.js';
import { canonicalKey } from '../openapi/canonical-key.js';
import { expectActions } from './expect-actions.js';
import { expectCalls, expectUsage } from './expect-calls.js';
import { expectComments, expectField, expectTags, expectTasks } from './expect-incident.js';
import { expecting, same, type Check } from './expect-report.js';
import type { PlaybookRun } from './run-playbook.js';

/** What can be expected of a run, by the name in the file. */
const checks: Readonly<Record<string, Check>> = {
  $schema: () => undefined, // for editors
  status: (wanted, here) => {
    if (typeof wanted !== 'string') return here.malformed(`Found ${shorten(wanted)}, expected a status.`);
    same(here, "run's status", { found: here.run.status, wanted });
  },
  error: (wanted, here) => same(here, "run's error", { found: here.run.error?.code ?? null, wanted }),
  actions: expectActions,
  comments: expectComments,
  tasks: expectTasks,
  tags: expectTags,
  severity: expectField('severity'),
  incidentStatus: expectField('status'),
  owner: expectField('owner'),
  classification: expectField('classification'),
  calls: expectCalls,
  usage: expectUsage,
  findings: (wanted, here) => {
    if (!isArray(wanted)) return here.malformed(`Found ${shorten(wanted)}, expected a list of codes.`);
    const found = new Set(here.run.findings.filter(({ severity }) => severity !== 'note').map(({ code }) => code));
    const missing = wanted.filter((code) => typeof code !== 'string' || !found.has(code));
    const other = [...found].filter((code) => !wanted.includes(code));
    if (missing.length > 0) here.unmet(`There is no finding ${shorten(missing)}.`);
    if (other.length > 0) here.unmet(`There are findings ${shorten(other)}, which are not expected.`);
  },
  outputs: (wanted, here) => {
    if (!isObject(wanted)) return here.malformed(`Found ${shorten(wanted)}, expected an object by outputs.`);
    for (const [name, value] of Object.entries(wanted)) {
      const found: Json | undefined = own(here.run.record.outputs, name);
      if (found !== undefined && canonicalKey(found) === canonicalKey(value)) continue;
      here
        .at(name)
        .unmet(
          `The output ${shorten(name)} is ${found === undefined ? 'absent' : shorten(found)}, expected ${shorten(value)}.`,
        );
    }
  },
};

/** What a run did not do that a file expects, in the order of the file. */
export function expectationFindings({ file, value }: SourceDocument, run: PlaybookRun): readonly Finding[] {
  const findings: Finding[] = [];
  const here = expecting(run, file, findings);
  if (!isObject(value)) {
    if (value !== undefined) here.malformed(`Found ${shorten(value)}, expected an object.`);
    return findings;
  }
  for (const [name, wanted] of Object.entries(value)) {
    const check = own(checks, name);
    const names = Object.keys(checks);
    if (check) check(wanted, here.at(name));
    else here.at(name).malformed(`Nothing can be expected of ${shorten(name)}.${didYouMean(name, names)}`);
  }
  return findings;
}

/** Whether a file says how the run ends: then a run that fails may be what is expected. */
export function expectsStatus({ value }: SourceDocument): boolean {
  return isObject(value) && own(value, 'status') !== undefined;
}
