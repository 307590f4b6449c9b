import type { Verification } from '../../azure/verify.js';
import { printable } from '../../report/text.js';

/** What one small call through a connection showed, for a reader. */
export function verificationText({ result, message, help }: Verification): string {
  return `${result}: ${printable(message)}\n${help === undefined ? '' : `  ${printable(help)}\n`}`;
}
