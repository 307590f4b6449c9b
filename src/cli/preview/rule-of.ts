import type { RuleOf } from '../../pages/look/findings-view.js';
import { rules } from '../rules.js';

/** The rules of all findings, for a page. */
export function ruleLookup(): RuleOf {
  const byCode = new Map(rules.map((rule) => [rule.code, rule]));
  return (code) => byCode.get(code);
}
