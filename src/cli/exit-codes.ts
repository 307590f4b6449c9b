import type { FaultCode } from '../core/fault.js';

/** What the exit code of the process says. Permanent: scripts branch on it. */
export const exitCodes = {
  clean: 0,
  /** Findings at or above --fail-on, stale or drifted files, a run that failed. */
  findings: 1,
  calledWrongly: 2,
  worldFailed: 3,
  ourBug: 70,
} as const;

/** The exit code that goes with each fault. */
export const faultExitCodes: Readonly<Record<FaultCode, number>> = {
  'called-wrongly': exitCodes.calledWrongly,
  'not-found': exitCodes.calledWrongly,
  'nothing-to-do': exitCodes.calledWrongly,
  'not-a-connector': exitCodes.calledWrongly,
  'module-failed': exitCodes.calledWrongly,
  'not-readable': exitCodes.worldFailed,
  'not-writable': exitCodes.worldFailed,
  'no-credential': exitCodes.worldFailed,
  'azure-refused': exitCodes.worldFailed,
  'azure-unreachable': exitCodes.worldFailed,
  'service-unreachable': exitCodes.worldFailed,
};
