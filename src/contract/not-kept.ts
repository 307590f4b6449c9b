import { finding, type Finding, type Place } from '../core/finding.js';
import { exchangeRules } from './exchange-rules.js';

/** The note that a body, which stands at `pointer` in the recording, was left out or cut off there, and not tested. */
export function bodyNotKept(half: 'request' | 'response', pointer: string, declared: Place): Finding {
  const message = `The recorder did not keep the whole body of the ${half}: it was not tested.`;
  return finding(exchangeRules.bodyNotKept, { pointer, message, declared });
}
