import type { Refusal } from './refusal.js';
import { docs, guess, issue, spec } from './source.js';

/** The errors that have to do with workflows, roles and Microsoft Sentinel. */
export const playbookRefusals = {
  assignmentId: {
    status: 400,
    code: 'InvalidRoleAssignmentId',
    when: 'a role assignment whose name is no GUID',
    source: guess('code and wording from memory'),
  },
  noRole: {
    status: 400,
    code: 'RoleDefinitionDoesNotExist',
    when: 'a role that is named by no id of a role definition; ids that are not known are taken, and grant nothing',
    source: guess('code and wording from memory'),
  },
  noPrincipal: {
    status: 400,
    code: 'InvalidPrincipalId',
    when: 'a role assignment for what is no GUID; whether there is such a principal is not looked at',
    source: guess('code and wording from memory'),
  },
  badDefinitionOfWorkflow: {
    status: 400,
    code: 'InvalidRequestContent',
    when: 'a workflow without a definition',
    source: spec('Microsoft.Logic; the wording is a guess'),
  },
  badWorkflow: {
    status: 400,
    code: 'InvalidTemplate',
    when: 'a workflow with a definition that the service refuses to save; docs/playbook-rules.md has the rules, and other codes where they are known',
    source: issue('Azure/LogicAppsUX#2377; of each rule its own'),
  },
  workflowParameters: {
    status: 400,
    code: 'InvalidTemplate',
    when: 'a workflow of which a parameter has no value',
    source: guess('that it is refused is known, code and wording are not'),
  },
  noConnection: {
    status: 404,
    code: 'ApiConnectionNotFound',
    when: 'a workflow with a connection that is not there',
    source: issue('Azure/azure-cli#24949, Azure/LogicAppsUX#7199; the status is a guess'),
  },
  workflowIdentity: {
    status: 400,
    code: 'WorkflowManagedIdentityConfigurationInvalid',
    when: 'a connection of which only one, itself or the workflow, says that it signs in with a managed identity',
    source: issue('Azure/Azure-Sentinel#2781, Azure/bicep-types-az#2197'),
  },
  noWorkflowIdentity: {
    status: 400,
    code: 'WorkflowManagedIdentityNotSpecified',
    when: 'a connection that signs in with the identity of a workflow that has none',
    source: guess('that it is refused, code and wording'),
  },
  notOnboarded: {
    status: 400,
    code: 'BadRequest',
    when: 'a workspace that Microsoft Sentinel does not stand on',
    source: issue('quoted in several public repositories'),
  },
  playbookRights: {
    status: 400,
    code: 'BadRequest',
    when: 'running a playbook, or an automation rule that does, on whose resource group Azure Security Insights is no Microsoft Sentinel Automation Contributor',
    source: issue(
      'briandelmsft/SentinelAutomationModules#427 for the status; the wording is quoted in several public repositories',
    ),
  },
  playbookTrigger: {
    status: 400,
    code: 'BadRequest',
    when: 'a playbook that no incident starts',
    source: issue('quoted in several public repositories'),
  },
  playbookDisabled: {
    status: 400,
    code: 'WorkflowTriggerIsNotEnabled',
    when: 'running a workflow that is disabled',
    source: docs('troubleshoot/power-platform/power-automate; that runPlaybook answers so too is a guess'),
  },
  badIncident: {
    status: 400,
    code: 'BadRequest',
    when: 'an incident, a comment, a task or an automation rule that lacks what it must have, or has something else in its place',
    source: spec('Microsoft.SecurityInsights has what is required; the wording is a guess'),
  },
} as const satisfies Readonly<Record<string, Refusal>>;
