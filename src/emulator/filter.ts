import { parseResourceId } from '../arm/resource-id.js';
import { apiIdOf } from './connection-view.js';
import { normalRegion } from './regions.js';
import type { Resource } from './state.js';

/** What a clause may ask about, and where a connection has it. Source: github:Azure/LogicAppsUX, base/connection.ts. */
const fields: Readonly<Record<string, (one: Resource) => string>> = {
  location: ({ location = '' }) => location,
  managedapiname: (one) => parseResourceId(apiIdOf(one))?.names.at(-1) ?? '',
  kind: ({ kind = 'V1' }) => kind,
  resourcetype: ({ type }) => type,
  name: ({ name }) => name,
};

/** Of a connection nothing is in an integration service environment: there are none any more. */
const NEVER = /^properties\/integrationServiceEnvironmentResourceId eq null$/i;
const CLAUSE = /^(\w{1,40}) eq '([^']{0,300})'$/i;

/** Reads `A eq 'x' and B eq 'y'`; undefined where it is something else. */
export function readFilter(text: string): ((one: Resource) => boolean) | undefined {
  const clauses = text.trim().split(/ and /i).map(readClause);
  const sound = clauses.filter((clause) => clause !== undefined);
  return sound.length === clauses.length ? (one) => sound.every((clause) => clause(one)) : undefined;
}

function readClause(text: string): ((one: Resource) => boolean) | undefined {
  if (NEVER.test(text.trim())) return () => true;
  const [, name = '', value = ''] = CLAUSE.exec(text.trim()) ?? [];
  const field = Object.hasOwn(fields, name.toLowerCase()) ? fields[name.toLowerCase()] : undefined;
  return field && ((one) => normalRegion(field(one)) === normalRegion(value));
}
