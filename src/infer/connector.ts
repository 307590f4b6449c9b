import { finding, type Finding } from '../core/finding.js';
import type { Connector, Contract, OperationContract } from '../definition/connector.js';
import { maxOperations, maxTitleCharacters } from '../definition/limits.js';
import type { Document, PathItem } from '../openapi/types.js';
import { addressOf, type Hosts } from './address.js';
import { securityOf, type Credentials } from './credentials.js';
import { operationOf } from './operation.js';
import { distinct, operationIdOf } from './operation-words.js';
import { inferRules } from './rules.js';
import { baseLength, pathOf, type Call } from './templates.js';
import { titleOf } from './words.js';

/** What a connector is made of. */
export interface Parts {
  readonly hosts: Hosts;
  readonly credentials: Credentials;
  /** By path and method. */
  readonly calls: readonly Call[];
  readonly operationId: string | undefined;
}

/** Behind the icon until somebody chooses another color. */
const BRAND_COLOR = '#5c6670';

/** The connector of all calls. Findings are in the order of the definition. */
export function connectorOf(
  { hosts, credentials, calls, operationId }: Parts,
  report: (found: Finding) => void,
): Connector {
  const about = 'The title and the description are made from the host: write what the service does.';
  report(finding(inferRules.toBeWritten, { pointer: '/info/description', message: about }));
  const address = addressOf(hosts, report);
  if (calls.length > maxOperations) report(tooMany(calls.length));
  const length = baseLength(calls);
  const below = calls.map((call) => ({ ...call, segments: call.segments.slice(length) }));
  const ids =
    operationId === undefined
      ? distinct(below.map((call) => operationIdOf(call.method, call.segments)))
      : [operationId];
  const later: Finding[] = [];
  const security = securityOf(credentials, (found) => void later.push(found));
  const made = operationsOf(below, { ids, keyName: security && keyIn(security.scheme), report });
  for (const found of later) report(found);
  const title = serviceName(address.host);
  return {
    name:
      title
        .toLowerCase()
        .replaceAll(/[^a-z\d]+/g, '-')
        .replaceAll(/^-|-$/g, '') || 'inferred',
    definition: {
      swagger: '2.0',
      info: { title, description: `Calls ${address.host ?? 'a service'}. Made from recordings.`, version: '1.0.0' },
      ...(address.host !== undefined && { host: address.host }),
      basePath: pathOf((calls[0]?.segments ?? []).slice(0, length)),
      schemes: address.schemes,
      consumes: ['application/json'],
      produces: ['application/json'],
      paths: made.paths,
      ...(security && { securityDefinitions: { [security.name]: security.scheme } }),
      security: security ? [{ [security.name]: security.scopes }] : [],
    } satisfies Document,
    properties: {
      properties: {
        connectionParameters: security?.connectionParameters ?? {},
        iconBrandColor: BRAND_COLOR,
        capabilities: [],
      },
    },
    contract: contractOf(made, address.openHost),
  };
}

function tooMany(count: number): Finding {
  const message = `There are ${count} operations, and a connector can have ${maxOperations}.`;
  return finding(inferRules.tooVaried, { pointer: '/paths', message });
}

function keyIn(scheme: NonNullable<Document['securityDefinitions']>[string]): string | undefined {
  return scheme.type === 'apiKey' && scheme.in === 'query' ? scheme.name : undefined;
}

interface Making {
  /** One for each call. */
  readonly ids: readonly string[];
  readonly keyName: string | undefined;
  readonly report: (found: Finding) => void;
}

function operationsOf(calls: readonly Call[], { ids, keyName, report }: Making) {
  const paths = new Map<string, PathItem>();
  const contracts: (readonly [string, OperationContract])[] = [];
  const versions = new Set<string>();
  for (const [index, call] of calls.entries()) {
    const operationId = ids[index] ?? '';
    const { operation, contract, version } = operationOf(call, { operationId, keyName, report });
    const path = pathOf(call.segments);
    paths.set(path, { ...paths.get(path), [call.method]: operation });
    if (contract !== undefined) contracts.push([operationId, contract]);
    if (version !== undefined) versions.add(version);
  }
  return { paths: Object.fromEntries(paths), contracts, versions };
}

function contractOf({ contracts, versions }: ReturnType<typeof operationsOf>, openHost: boolean): Contract {
  const [version, ...others] = versions;
  return {
    formatVersion: 1,
    ...(openHost && { openHost }),
    ...(version !== undefined && others.length === 0 && { apiVersion: version }),
    operations: Object.fromEntries(contracts),
  };
}

/** `Contoso` for `api.contoso.com`: the longest label but the last, at most 30 characters. */
function serviceName(host: string | undefined): string {
  const labels = (host ?? '').replace(/:\d+$/, '').split('.');
  const named = labels.slice(0, -1).filter((label) => /[a-z]/i.test(label));
  const [longest] = named.toSorted((a, b) => b.length - a.length);
  const title = longest === undefined || longest.length < 3 ? '' : titleOf(longest).slice(0, maxTitleCharacters).trim();
  return title === '' ? 'Inferred connector' : title;
}
