import { invariant } from '../../core/fault.js';
import type { Finding } from '../../core/finding.js';
import { isObject, own, type JsonObject } from '../../core/json.js';
import { writeJson } from '../../core/json-write.js';
import type { Secret } from '../../core/secret.js';
import { redactJson } from '../../http/redact.js';
import { objectAt } from '../../workflow/find.js';
import type { ArmClient } from '../client.js';
import { connectionBody } from '../connection-body.js';
import { calledWrongly, obstructed } from '../faults.js';
import type { Replaced } from '../publish.js';
import { ourTags } from '../tags.js';
import { LOGIC_VERSION, WEB_VERSION } from '../target.js';
import type { BoundConnection } from './bind-connections.js';
import { principalOf, type LeftOver } from './commands.js';
import { isUndone, workflowChanges } from './compare-workflow.js';
import { giveRoles } from './give-roles.js';
import { writeRule } from './write-rule.js';
import { eachOnce, type PlaybookPlan } from './plan-playbook.js';
import type { DonePlaybookStep } from './playbook-request.js';
import { withSecrets } from './secret-marks.js';
import { identityIn, workflowBody, workflowHash, type WorkflowIdentity } from './workflow-body.js';

/** What a plan is carried out with. */
export interface PlaybookOptions {
  /** For a connection to a custom connector that is made. */
  readonly key?: Secret;
  /** Keeps what is replaced. Called before it is replaced, which is not done where this fails. */
  readonly keep?: (replaced: Replaced) => Promise<void>;
}

/** What was done. */
export interface PublishedPlaybook {
  readonly steps: readonly DonePlaybookStep[];
  readonly published: readonly { readonly id: string; readonly hash: string }[];
  /** What still differs, read back after publishing: the service changed it. */
  readonly differs: readonly Finding[];
  readonly left: readonly LeftOver[];
}

/**
 * Carries out a plan: connections, the workflow, roles, the rule; each write once. Safe to repeat: where nothing changes nothing is sent.
 * Throws a `Fault` before anything is sent where something stands in the way; a role or a rule that is refused does not stop the rest.
 */
export async function publishPlaybook(
  client: ArmClient,
  plan: PlaybookPlan,
  options: PlaybookOptions = {},
): Promise<PublishedPlaybook> {
  const [first] = plan.obstacles;
  if (first) throw obstructed(first.message, first.help);
  const steps: DonePlaybookStep[] = [];
  for (const connection of eachOnce(plan.connections)) {
    if (connection.step.action === 'create') await makeConnection(client, plan, { connection, key: options.key });
    steps.push({ ...connection.step, result: connection.step.action === 'none' ? 'unchanged' : 'done' });
  }
  const isWritten = plan.workflow.action !== 'none';
  const after = isWritten ? await writeWorkflow(client, plan, options) : plan.deployed;
  steps.push({ ...plan.workflow, result: isWritten ? 'done' : 'unchanged' });
  const identity = identityIn(after);
  const given = await giveRoles(client, plan.roles, identity?.principalId.toLowerCase());
  const rule = plan.rule && (await writeRule(client, plan.rule, identity?.tenantId ?? ''));
  const planned = plan.left.filter(({ code }) => code !== 'role-unassigned'); // what was foreseen was tried
  return {
    steps: [...steps, ...given.steps, ...(rule?.steps ?? [])],
    published: isWritten ? [{ id: plan.workflow.id, hash: workflowHash(plan.properties) }] : [],
    differs: isWritten ? differences(plan, after) : [],
    left: [...withIds(planned, plan, identity), ...given.left, ...(rule?.left ?? [])],
  };
}

/** Commands that had to look for the identity of the workflow now name it. */
function withIds(
  left: readonly LeftOver[],
  plan: PlaybookPlan,
  identity: WorkflowIdentity | undefined,
): readonly LeftOver[] {
  if (identity === undefined) return left;
  const { principalId } = identity;
  return left.map((one) => ({
    ...one,
    commands: one.commands.map((line) => line.replaceAll(principalOf(plan.workflow.id), principalId)),
  }));
}

async function makeConnection(
  client: ArmClient,
  plan: PlaybookPlan,
  { connection, key }: { readonly connection: BoundConnection; readonly key: Secret | undefined },
): Promise<void> {
  const { target, tags } = plan.request;
  const { name, apiId, api, identity, connector, step } = connection;
  const ask = { method: 'PUT', path: step.id, version: WEB_VERSION } as const;
  if (api.kind === 'custom' && key !== undefined) {
    if (connector === undefined) {
      throw calledWrongly(
        'The key cannot be given: Azure does not show what the connector asks for.',
        'Leave the key out here, and give it with "connector-kit connect".',
      );
    }
    const made = { name, api: apiId, location: target.location, connector, key, tags };
    await client.ask({ ...ask, ...connectionBody(made) });
    return;
  }
  const signsIn = identity ? { customParameterValues: {}, parameterValueType: 'Alternative' } : {};
  await client.ask({
    ...ask,
    body: {
      kind: 'V1',
      location: target.location,
      tags: { ...tags, [ourTags.connector]: api.name },
      properties: { displayName: name, ...signsIn, api: { id: apiId } },
    },
  });
}

async function writeWorkflow(client: ArmClient, plan: PlaybookPlan, { keep }: PlaybookOptions): Promise<JsonObject> {
  const { request, properties, deployed, workflow } = plan;
  const { wanted, target, tags, version } = request;
  if (deployed) await keep?.(replaced(workflow.id, deployed));
  const marked = workflowBody({ wanted, properties, location: target.location, deployed, tags, version });
  const body = withSecrets(marked, wanted.secrets);
  const secrets = [...wanted.secrets.values()];
  const ask = { path: workflow.id, version: LOGIC_VERSION };
  invariant(isObject(body), 'The body of a workflow is no object.');
  await client.ask({ ...ask, method: 'PUT', body, secrets });
  const after = await client.find(ask);
  if (after !== undefined) return after;
  throw obstructed(
    'Azure took the workflow, and does not have it.',
    'Run the command again; somebody may have deleted it.',
  );
}

/** What is kept of a workflow: without what has the look of a credential. */
function replaced(id: string, deployed: JsonObject): Replaced {
  const properties = objectAt(deployed, 'properties');
  const { definition, parameters, state } = properties;
  const open = redactJson({ definition: definition ?? {}, parameters: parameters ?? {} }, { redactions: 0 });
  const text = writeJson(open);
  return { id, files: [{ path: 'workflow.json', text }], properties: { state: state ?? null } };
}

function differences(plan: PlaybookPlan, after: JsonObject | undefined): readonly Finding[] {
  if (after === undefined) return [];
  const properties = own(after, 'properties');
  return workflowChanges(plan.workflow.id, plan.properties, isObject(properties) ? properties : {}).filter(isUndone);
}
