import type { RuleOf } from '../../pages/look/findings-view.js';

/** The rules of all findings, for a page. Loaded by themselves: every page shares them. */
export async function ruleLookup(): Promise<RuleOf> {
  const { rules } = await import('../rules.js');
  const byCode = new Map(rules.map((rule) => [rule.code, rule]));
  return (code) => byCode.get(code);
}
