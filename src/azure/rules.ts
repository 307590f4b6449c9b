import type { JsonObject } from '../core/json.js';
import type { Rule } from '../core/rule.js';

/** What was published, and what is deployed: the properties of both. `null` where nothing is deployed. */
export interface DriftExample {
  readonly wanted: JsonObject;
  readonly deployed: JsonObject | null;
}

const swagger = {
  swagger: '2.0',
  info: { title: 'Tickets', version: '1' },
  host: 'api.contoso.com',
  paths: { '/tickets': { get: { operationId: 'List', responses: { 200: { description: 'All tickets.' } } } } },
};
const published = {
  displayName: 'Tickets',
  backendService: { serviceUrl: 'https://api.contoso.com' },
  swagger,
};
const measured = 'the behavior of Microsoft.Web/customApis: real responses, and the code of the portal';

/** What differs between a connector and what is deployed of it, beside what the rules of versions say of the definition. */
export const azureRules = {
  missing: {
    code: 'deployed-missing',
    severity: 'error',
    summary: 'What was published is there.',
    why: 'Each workflow that uses the connector fails.',
    source: measured,
    examples: { bad: [{ wanted: published, deployed: null }], good: [{ wanted: published, deployed: published }] },
  },
  serviceUrl: {
    code: 'deployed-service-url',
    severity: 'error',
    summary: 'A deployed connector calls the address that was published.',
    why: 'Each call carries the key of its connection: who changes the address gets the key.',
    source: measured,
    examples: {
      bad: [{ wanted: published, deployed: { ...published, backendService: { serviceUrl: 'https://evil.example' } } }],
      good: [
        { wanted: published, deployed: { ...published, backendService: { serviceUrl: 'https://API.contoso.com/' } } },
      ],
    },
  },
  branding: {
    code: 'deployed-branding',
    severity: 'warning',
    summary: 'A deployed connector has the name, description, icon and color that were published.',
    why: 'People find a connector by its name and icon; somebody changed it by hand, and the next publish puts it back.',
    source: measured,
    examples: {
      bad: [{ wanted: published, deployed: { ...published, displayName: 'Tickets (old)' } }],
      good: [{ wanted: published, deployed: { ...published, iconUri: '/Content/default-connection-icon.svg' } }],
    },
  },
  definitionUnknown: {
    code: 'deployed-definition-unknown',
    severity: 'warning',
    summary: 'The definition of a deployed connector can be read back.',
    why: 'Azure does not give it with the resource. A tag says what was published once, and stays when somebody changes the rest.',
    source: measured,
    examples: {
      bad: [{ wanted: published, deployed: { displayName: 'Tickets', backendService: published.backendService } }],
      good: [{ wanted: published, deployed: published }],
    },
  },
  serviceUrlUnknown: {
    code: 'deployed-service-url-unknown',
    severity: 'warning',
    summary: 'The address that a deployed connector calls can be read back.',
    why: 'Nobody can say whether the key still goes where it should.',
    source: measured,
    examples: {
      bad: [{ wanted: published, deployed: { displayName: 'Tickets', swagger } }],
      good: [{ wanted: published, deployed: published }],
    },
  },
} as const satisfies Readonly<Record<string, Rule<DriftExample>>>;
