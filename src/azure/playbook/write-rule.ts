import type { ArmClient } from '../client.js';
import { ruleBody } from './automation-rule.js';
import { ruleCommand } from './commands.js';
import { whyOf, type Tried } from './give-roles.js';
import { SENTINEL_VERSION } from './ids.js';
import type { RuleStep } from './plan-rule.js';

/** Writes the automation rule. Where it is refused, it is left with the command for it: Sentinel looks at its role on the playbook, which takes minutes to count. */
export async function writeRule(client: ArmClient, { step, wanted }: RuleStep, tenantId: string): Promise<Tried> {
  if (step.action === 'none') return { steps: [{ ...step, result: 'unchanged' }], left: [] };
  const body = ruleBody(wanted, tenantId);
  const { error } = await client.attempt({ method: 'PUT', path: step.id, version: SENTINEL_VERSION, body });
  if (error === undefined) return { steps: [{ ...step, result: 'done' }], left: [] };
  const why = error.code === 'AuthorizationFailed' ? 'The account may not write automation rules' : whyOf(error);
  const message = `${why}: run the command later, or let somebody run it who may. A new role takes some minutes to count.`;
  const left = { code: 'rule-refused', message, commands: [ruleCommand(step.id, body)], isRefused: true } as const;
  return { steps: [{ ...step, result: 'refused' }], left: [left] };
}
