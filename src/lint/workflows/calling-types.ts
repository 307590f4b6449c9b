import type { WorkflowStep } from '../../workflow/steps.js';

const types: ReadonlySet<string> = new Set(
  'http httpwebhook apiconnection apiconnectionwebhook openapiconnection openapiconnectionwebhook apimanagement function workflow'.split(
    ' ',
  ),
);

/** Whether an action calls a service. */
export function isCalling({ kind, type }: WorkflowStep): boolean {
  return kind === 'action' && types.has(type.toLowerCase());
}
