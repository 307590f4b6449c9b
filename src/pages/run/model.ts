import type { Finding } from '../../core/finding.js';
import type { Json } from '../../core/json.js';
import type { RunError, Status } from '../../engine/record.js';
import type { ShownIncident } from '../../sentinel/shown.js';
import type { Counts } from '../../report/counts.js';
import type { RuleOf } from '../look/findings-view.js';

/** A run of a playbook to be shown. No secret is in it any more. */
export interface ShownRun {
  readonly name: string;
  /** Undefined where nothing was run: the findings say why. */
  readonly status: Status | undefined;
  readonly ok: boolean;
  readonly error?: RunError | undefined;
  readonly trigger?: { readonly name: string; readonly type: string; readonly outputs?: Json | undefined } | undefined;
  readonly startTime?: string | undefined;
  readonly endTime?: string | undefined;
  /** In document order, containers before what is in them. */
  readonly actions: readonly ShownAction[];
  readonly outputs?: Json | undefined;
  /** The trigger's first, then those that the run created. */
  readonly incidents: readonly ShownIncident[];
  readonly activity: readonly { readonly time: string; readonly what: string }[];
  readonly calls: readonly ShownCall[];
  /** What all calls used together, by name. */
  readonly usage: Readonly<Record<string, number>>;
  readonly findings: readonly Finding[];
  /** Of all findings. */
  readonly counts: Counts;
  readonly ruleOf: RuleOf;
}

/** One time of an action. */
export interface ShownAttempt {
  readonly status: Status;
  readonly code?: string | undefined;
  readonly inputs?: Json | undefined;
  readonly outputs?: Json | undefined;
  readonly error?: RunError | undefined;
  /** ISO 8601, on the run's own clock. */
  readonly startTime: string;
  readonly endTime: string;
}

/** An action, where it stands, and what it waited for. */
export interface ShownAction extends ShownAttempt {
  readonly name: string;
  readonly type: string;
  /** The container that it stands in. */
  readonly parent?: string | undefined;
  /** The branch of the container: `True`, `False`, a case; empty where there is only one. */
  readonly branch: string;
  readonly after: readonly { readonly name: string; readonly statuses: readonly string[] }[];
  readonly retries?: number | undefined;
  /** How often a loop went round. */
  readonly rounds?: number | undefined;
  readonly repetitions?: readonly (ShownAttempt & { readonly indexes: readonly number[] })[] | undefined;
}

/** A call that was sent. */
export interface ShownCall {
  readonly action: string;
  /** Method and address. */
  readonly request: string;
  readonly operation?: string | undefined;
  readonly by: string;
  readonly status?: number | undefined;
  readonly time: string;
}
