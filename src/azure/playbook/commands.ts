import type { JsonObject } from '../../core/json.js';
import { writeJson } from '../../core/json-write.js';
import { SENTINEL_VERSION } from './ids.js';
import type { Role } from './roles.js';
import type { WantedConnection } from './wanted.js';

/** What is still to be done, by whom, and the exact commands for it. */
export interface LeftOver {
  readonly code: 'connection-key' | 'connection-consent' | 'role-unassigned' | 'role-unknown' | 'rule-refused';
  /** One sentence. */
  readonly message: string;
  /** Command lines for a shell; none where there is no such command. */
  readonly commands: readonly string[];
  /** Whether Azure said no to it: then the publish is not whole. */
  readonly isRefused: boolean;
}

/** The application of Azure Security Insights: what runs playbooks for Microsoft Sentinel, the same in every tenant. learn.microsoft.com/troubleshoot/entra/entra-id/governance/verify-first-party-apps-sign-in. */
const SECURITY_INSIGHTS_APP = '98785600-1bb7-4fb9-b9fa-19afe2c8a360';

/** Gives a principal a role. */
export function assignCommand(principal: string, { name, id }: Role, scope: string): string {
  const role = name === undefined ? id : shellWord(name);
  return `az role assignment create --assignee-object-id ${principal} --assignee-principal-type ServicePrincipal --role ${role} --scope ${shellWord(scope)}`;
}

/** Prints the object id of Azure Security Insights in a tenant, within another command. */
export const securityInsightsId = `"$(az ad sp show --id ${SECURITY_INSIGHTS_APP} --query id --output tsv)"`;

/** Prints the object id of a workflow's identity, within another command. */
export function principalOf(workflow: string): string {
  return `"$(az resource show --ids ${shellWord(workflow)} --query identity.principalId --output tsv)"`;
}

/** Prints the object id of a user-assigned identity, within another command. */
export function principalOfIdentity(id: string): string {
  return `"$(az identity show --ids ${shellWord(id)} --query principalId --output tsv)"`;
}

/** Writes an automation rule. */
export function ruleCommand(id: string, body: JsonObject): string {
  const url = `${id}?api-version=${SENTINEL_VERSION}`;
  return `az rest --method put --url ${shellWord(url)} --body ${inSingle(writeJson(body, { indent: 0 }).trimEnd())}`;
}

/** The words that name a connector to a command that publishes: its own name is not always that in Azure. */
export function connectorWords({ api, called }: Pick<WantedConnection, 'api' | 'called'>): string {
  if (called === undefined) return shellWord(api.name);
  return `${called === '' ? 'CONNECTOR' : shellWord(called)} --name ${shellWord(api.name)}`;
}

/** One word of a command line: in quotes where a shell would read something in it. */
export function shellWord(text: string): string {
  return /^[\w./:=-]+$/.test(text) ? text : inSingle(text);
}

function inSingle(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
