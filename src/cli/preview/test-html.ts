import { testPage } from '../../pages/test-page.js';
import type { Case } from '../../report/cases.js';
import type { TestReport } from '../test-report.js';
import { ruleLookup } from './rule-of.js';

/** The result of `test` as a page. */
export async function testHtml({ judged, ...report }: TestReport, cases: readonly Case[]): Promise<string> {
  return testPage({ ...report, ...judged, cases, ruleOf: await ruleLookup() });
}
