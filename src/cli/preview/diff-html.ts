import { diffPage } from '../../pages/diff-page.js';
import { foldedText, groupsOf, summaryText, type DiffReport } from '../diff/report.js';
import { ruleLookup } from './rule-of.js';

/** The result of `diff` as a page. */
export async function diffHtml(report: DiffReport): Promise<string> {
  const { old, new: other, isRead, result, judged, playbooks } = report;
  const { groups, folded } = groupsOf(judged.changes);
  return diffPage({
    old,
    new: other,
    isRead,
    result,
    summary: summaryText(report),
    groups,
    folded: folded.map((all) => ({
      text: foldedText(all),
      names: all.map(({ operation = '' }) => operation),
    })),
    others: judged.others,
    playbooks,
    ruleOf: await ruleLookup(),
  });
}
