import { authorizationRoutes } from './authorization.js';
import { connectionRoutes } from './connections.js';
import type { Route } from './context.js';
import { customApiRoutes } from './custom-apis.js';
import { deploymentRoutes } from './deployments.js';
import { groupRoutes } from './groups.js';
import { managedApiRoutes } from './managed-apis.js';
import { providerRoutes, type Providers } from './providers.js';
import { subscriptionRoutes } from './subscriptions.js';
import { tagRoutes } from './tags.js';
import { workflowRoutes } from './workflows.js';

const resourceRoutes: readonly Route[] = [
  ...customApiRoutes,
  ...connectionRoutes,
  ...managedApiRoutes,
  ...workflowRoutes,
  ...authorizationRoutes,
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
    const [namespace = '', ...parts] = (path.split('/providers/')[1] ?? '').split('/');
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
