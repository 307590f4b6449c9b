import type { Finding } from '../core/finding.js';
import { exchangeRules } from './exchange-rules.js';

const raised: ReadonlySet<string> = new Set([
  exchangeRules.undeclaredProperty.code,
  exchangeRules.undeclaredStatus.code,
]);

/** The finding as `--strict` judges it: what is undeclared is an error. */
export function strictly(found: Finding): Finding {
  return raised.has(found.code) ? { ...found, severity: 'error' } : found;
}
