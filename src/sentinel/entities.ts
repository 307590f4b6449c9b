import { ofAnyCase } from '../arm/hole.js';
import { readJson } from '../core/json-read.js';
import { isArray, isObject, own, type Json, type JsonObject } from '../core/json.js';
import type { Operation } from './operation.js';
import { refused, succeeded } from './workspace.js';

/** Entities of one kind: their path, under which name they are answered, how they say what they are, and what is told of each. */
interface EntityKind {
  readonly path: string;
  readonly answered: string;
  /** `kind` or `Type`, in lower case. */
  readonly kind: string;
  /** The names in the answer; in the incident they begin with a small letter. Where that name is another, it follows. */
  readonly fields: readonly (readonly [name: string, ...others: string[]])[];
}

/** Source: the types of the connector's generated client, and the entities of Azure Resource Manager. */
const kinds: readonly EntityKind[] = [
  {
    path: 'account',
    answered: 'Accounts',
    kind: 'account',
    fields: [
      ['Name', 'accountName'],
      ['NTDomain'],
      ['DnsDomain'],
      ['UPNSuffix'],
      ['Sid'],
      ['AadTenantId'],
      ['AadUserId'],
      ['PUID'],
      ['IsDomainJoined'],
      ['ObjectGuid'],
    ],
  },
  {
    path: 'host',
    answered: 'Hosts',
    kind: 'host',
    fields: [
      ['DnsDomain'],
      ['NTDomain'],
      ['HostName'],
      ['NetBiosName'],
      ['OMSAgentID'],
      ['OSFamily'],
      ['OSVersion'],
      ['IsDomainJoined'],
      ['AzureID'],
    ],
  },
  { path: 'ip', answered: 'IPs', kind: 'ip', fields: [['Address']] },
  { path: 'url', answered: 'URLs', kind: 'url', fields: [['Url']] },
  { path: 'filehash', answered: 'Filehashes', kind: 'filehash', fields: [['Value', 'hashValue'], ['Algorithm']] },
  { path: 'dnsresolution', answered: 'Dnsresolutions', kind: 'dnsresolution', fields: [['DomainName']] },
];

/** `GetAccounts`, `GetHosts` and so on: the body is the list of all entities, as a value or as its text. */
export const entityOperations: readonly Operation[] = kinds.map((kind) => ({
  method: 'POST',
  path: `/entities/${kind.path}`,
  answer: (workspace, { body }) => {
    const entities = listIn(body);
    if (entities === undefined) return refused(workspace, 400, 'The body is a list of entities.');
    return succeeded(workspace, { [kind.answered]: entities.flatMap((entity) => entityOf(entity, kind)) });
  },
}));

function listIn(body: Json | undefined): readonly Json[] | undefined {
  if (body === undefined || body === null || body === '') return [];
  const value = typeof body === 'string' ? readJson('', body).value : body;
  return value !== undefined && isArray(value) ? value : undefined;
}

function entityOf(entity: Json, { kind, fields }: EntityKind): JsonObject[] {
  if (!isObject(entity)) return [];
  const said = own(entity, 'kind') ?? own(entity, 'Type');
  if (typeof said !== 'string' || said.toLowerCase() !== kind) return [];
  const properties = own(entity, 'properties');
  const holder = isObject(properties) ? properties : entity;
  const found = fields.flatMap(([name, ...others]): [string, Json][] => {
    const value = [name, ...others]
      .map((one) => ofAnyCase(holder, one))
      .find((one) => one !== undefined && one !== null);
    return value === undefined ? [] : [[name, value]];
  });
  return [Object.fromEntries(found)];
}
