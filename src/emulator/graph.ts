import type { JsonObject } from '../core/json.js';
import type { Address } from './address.js';
import type { EmulatorResponse } from './message.js';
import { oneLine } from './one-line.js';
import type { EmulatorState } from './state.js';

/** The application of Azure Security Insights, the same in every tenant. Its service principal has another object id in each. */
const SECURITY_INSIGHTS = '98785600-1bb7-4fb9-b9fa-19afe2c8a360';

/** Whether an address is one of Microsoft Graph. */
export function isGraph({ segments }: Address): boolean {
  return segments?.[0] === 'v1.0';
}

/** Answers for Microsoft Graph, which knows of one service principal: `/v1.0/servicePrincipals(appId='…')`, or `?$filter=appId eq '…'`. */
export function graphAnswer({ settings }: EmulatorState, { segments = [], query }: Address): EmulatorResponse {
  const [, asked = '', ...more] = segments;
  const found = { id: settings.securityInsightsId, appId: SECURITY_INSIGHTS, displayName: 'Azure Security Insights' };
  const filter = query.get('$filter') ?? '';
  if (asked === 'servicePrincipals' && more.length === 0) {
    return said(200, { value: filter.includes(`'${SECURITY_INSIGHTS}'`) || filter === '' ? [found] : [] });
  }
  const isIt = asked === `servicePrincipals(appId='${SECURITY_INSIGHTS}')`;
  if (isIt || (asked === 'servicePrincipals' && more[0] === found.id)) return said(200, found);
  const error = { code: 'Request_ResourceNotFound', message: `Resource '${asked.slice(0, 100)}' does not exist.` };
  return said(404, { error });
}

function said(status: number, body: JsonObject): EmulatorResponse {
  return { status, headers: { 'content-type': 'application/json' }, body: oneLine(body) };
}
