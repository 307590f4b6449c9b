import type { Json } from '../core/json.js';
import { tidy } from './tidy.js';

/** What an answer of the service says of a connection. */
interface Verdict {
  readonly result: 'works' | 'fails' | 'unverified';
  readonly message: string;
  readonly help?: string;
}

/** Names of statuses that `dynamicInvoke` writes in place of the number. learn.microsoft.com, System.Net.HttpStatusCode. */
const names: Readonly<Record<string, number>> = {
  ok: 200,
  created: 201,
  accepted: 202,
  nocontent: 204,
  badrequest: 400,
  unauthorized: 401,
  paymentrequired: 402,
  forbidden: 403,
  notfound: 404,
  methodnotallowed: 405,
  requesttimeout: 408,
  conflict: 409,
  gone: 410,
  unsupportedmediatype: 415,
  unprocessableentity: 422,
  toomanyrequests: 429,
  internalservererror: 500,
  notimplemented: 501,
  badgateway: 502,
  serviceunavailable: 503,
  gatewaytimeout: 504,
};

/** The number of a status that is given by number or by name. */
export function statusNumber(value: Json | undefined): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return undefined;
  const name = value.toLowerCase();
  if (/^[1-5]\d\d$/.test(name)) return Number(name);
  return Object.hasOwn(names, name) ? names[name] : undefined;
}

/** What a body says, and what that means: the first that fits. As Azure's AI services word it. */
const said: readonly (readonly [when: (status: number, body: string) => boolean, means: string, help: string])[] = [
  [
    (_, body) => /AuthenticationTypeDisabled|key.based authentication is (?:disabled|not permitted)/i.test(body),
    'Keys are disabled on the resource: it takes Microsoft Entra ID only',
    'Allow keys on the resource (disableLocalAuth: false), or call it from a workflow with a managed identity.',
  ],
  [
    (status, body) =>
      status === 403 &&
      /virtual network|firewall|public (?:network )?access is disabled|traffic is not from/i.test(body),
    'The network rules of the resource deny the call',
    'Let the outbound addresses of connectors of the region in, or the service tag "AzureConnectors".',
  ],
  [
    (_, body) => /DeploymentNotFound/i.test(body),
    'The key is right, but the deployment is not there',
    'Name a deployment that exists; one that was just made takes some minutes.',
  ],
  [
    (status) => status === 401,
    'The service refuses the key',
    'Give the connection another key with "connector-kit connect"; see that it is of the same resource and account.',
  ],
  [
    (status) => status === 403,
    'The service knows the key, and does not allow the call',
    'See what the account of the key may do.',
  ],
  [
    (status) => status === 404,
    'The address is not there, so the key may be right or wrong',
    'See that the host, the base path and the API version are right.',
  ],
  [(status) => status === 429, 'The key is taken, but its quota is used up', 'Wait, or raise the quota.'],
];

/** What an answer that is no success says of the key and the address, without a full stop, and what can be done; undefined where it says nothing of them. */
export function meaningOf(status: number, body: string): { readonly means: string; readonly help: string } | undefined {
  const text = body.slice(0, MOST_LOOKED_AT);
  const [, means, help] = said.find(([when]) => when(status, text)) ?? [];
  return means === undefined || help === undefined ? undefined : { means, help };
}

/** Of a body only the beginning is looked at, in UTF-16 code units. */
const MOST_LOOKED_AT = 10_000;

/** Judges the answer to a call. */
export function verdictOf(status: number, body: string): Verdict {
  if (status >= 200 && status < 300)
    return { result: 'works', message: `The service answered with ${status}: the key is right.` };
  const text = body.slice(0, MOST_LOOKED_AT);
  const meaning = meaningOf(status, text);
  const words = tidy(text);
  const quoted = words === '' ? '' : ` It says: ${words}`;
  if (meaning === undefined) {
    return {
      result: 'unverified',
      message: `The service answered with ${status}, which says nothing of the key.${quoted}`,
    };
  }
  const isOpen = status === 404 && !/DeploymentNotFound/i.test(text);
  const { means, help } = meaning;
  return { result: isOpen ? 'unverified' : 'fails', message: `${means} (${status}).${quoted}`, help };
}
