import { authorizationRoutes } from './authorization.js';
import { connectionRoutes } from './connections.js';
import type { Route } from './context.js';
import { customApiRoutes } from './custom-apis.js';
import { deploymentRoutes } from './deployments.js';
import { groupRoutes } from './groups.js';
import { managedApiRoutes } from './managed-apis.js';
import { providerRoutes, type Providers } from './providers.js';
import { roleRoutes } from './roles/role-definitions.js';
import { automationRuleRoutes } from './sentinel/automation-rules.js';
import { incidentChildRoutes } from './sentinel/incident-children.js';
import { incidentRoutes } from './sentinel/incidents.js';
import { onboardingRoutes } from './sentinel/onboarding.js';
import { workspaceRoutes } from './sentinel/workspaces.js';
import { subscriptionRoutes } from './subscriptions.js';
import { tagRoutes } from './tags.js';
import { runRoutes } from './logic/runs.js';
import { triggerRoutes } from './logic/triggers.js';
import { workflowRoutes } from './logic/workflows.js';

const resourceRoutes: readonly Route[] = [
  ...customApiRoutes,
  ...connectionRoutes,
  ...managedApiRoutes,
  ...workflowRoutes,
  ...runRoutes,
  ...triggerRoutes,
  ...authorizationRoutes,
  ...roleRoutes,
  ...workspaceRoutes,
  ...onboardingRoutes,
  ...incidentRoutes,
  ...incidentChildRoutes,
  ...automationRuleRoutes,
];

/** The providers of the routes, with their types and api-versions. */
export const providers: Providers = providersOf(resourceRoutes);

/** All that Azure Resource Manager can be asked here. Where several fit, the first one counts. */
export const routes: readonly Route[] = [
  ...resourceRoutes,
  ...groupRoutes,
  ...deploymentRoutes,
  ...tagRoutes,
  ...subscriptionRoutes,
  ...providerRoutes(providers),
];

function providersOf(all: readonly Route[]): Providers {
  const found = new Map<string, Map<string, readonly string[]>>();
  for (const { path, versions } of all) {
    // of an extension's path, which names two providers, the last one counts
    const [namespace = '', ...parts] = (path.split('/providers/').at(-1) ?? '').split('/');
    const type = parts
      .filter((part) => !part.startsWith('{'))
      .slice(0, parts[0] === 'locations' ? 2 : 1)
      .join('/');
    const types = found.get(namespace) ?? new Map<string, readonly string[]>();
    if (type !== '' && !types.has(type)) types.set(type, versions);
    found.set(namespace, types);
  }
  return found;
}
