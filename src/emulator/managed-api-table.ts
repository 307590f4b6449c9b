import type { JsonObject } from '../core/json.js';
import type { ManagedApi } from './state.js';

/** Connectors of Microsoft that playbooks are built with. Their connections sign in, by a person or a managed identity. */
const titles: readonly (readonly [name: string, title: string])[] = [
  ['azuresentinel', 'Microsoft Sentinel'],
  ['azureloganalyticsdatacollector', 'Azure Log Analytics Data Collector'],
  ['azuremonitorlogs', 'Azure Monitor Logs'],
  ['keyvault', 'Azure Key Vault'],
  ['office365', 'Office 365 Outlook'],
  ['teams', 'Microsoft Teams'],
];

/** Facts: their names; the rest is as little as the official example (managedApisGet) has. */
export const managedApis: readonly ManagedApi[] = titles.map(([name, title]) => ({
  name,
  properties: shown(name, title),
}));

function shown(name: string, title: string): JsonObject {
  return {
    name,
    connectionParameters: { token: { type: 'oauthSetting', oAuthSettings: { identityProvider: 'aad', scopes: [] } } },
    metadata: { source: 'marketplace', brandColor: '#0078d4' },
    runtimeUrls: [],
    generalInformation: { iconUrl: '', displayName: title, description: '', releaseTag: 'Production' },
    capabilities: ['actions'],
  };
}
