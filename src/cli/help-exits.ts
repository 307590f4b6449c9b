import { exitCodes } from './exit-codes.js';
import type { FlagTable } from './flags.js';

/** What exit code 1 says beside what the flags of a command tell. */
const findingsOf: Readonly<Record<string, string>> = {
  diff: 'a change that breaks playbooks',
  regenerate: 'a change that breaks playbooks',
  publish: 'it was stopped, or the service changed what was sent',
  connect: 'it was stopped, or the connection does not work',
  drift: 'a difference, or what cannot be compared',
  unpublish: 'it was stopped',
  export: 'the connector has errors',
  call: 'an answer that is no success',
  'playbook run': 'a run that failed, or is not what --expect says',
  'playbook eval': 'an expression without a value',
  'playbook publish': 'it was stopped, or the service changed what was sent',
};

/** What each exit code of a command says. */
export function exitsOf(name: string, flags: FlagTable): readonly (readonly [code: string, means: string])[] {
  const own = Object.hasOwn(findingsOf, name) ? findingsOf[name] : undefined;
  const bad = [
    ...(Object.hasOwn(flags, 'fail-on') ? ['findings at or above --fail-on'] : []),
    ...(Object.hasOwn(flags, 'check') ? ['with --check, stale files'] : []),
    ...(Object.hasOwn(flags, 'exit-code') ? ['with --exit-code, something that would change'] : []),
    ...(own === undefined ? [] : [own]),
  ];
  const says = (code: number, means: string): readonly [string, string] => [String(code), means];
  return [
    says(exitCodes.clean, 'done'),
    ...(bad.length > 0 ? [says(exitCodes.findings, bad.join('; '))] : []),
    says(exitCodes.calledWrongly, 'called wrongly'),
    says(exitCodes.worldFailed, 'a file, the network or a service failed'),
  ];
}
