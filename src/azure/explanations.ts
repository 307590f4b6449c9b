import { shorten } from '../core/shorten.js';
import type { ArmError } from './arm-error.js';

/** An error explained. */
interface Explanation {
  /** What it means, as the end of a sentence, without a full stop. */
  readonly means: string;
  /** What can be done about it. One sentence. */
  readonly help: string;
}

const again = 'Run the command again later: what is done already is not done twice.';
const role = 'Ask for the role "Logic App Contributor" on the resource group; a new role takes some minutes to count.';

/** By the number of the service, by the code, or by `HTTP` and the status: the first that is here counts. */
const explanations: Readonly<Record<string, Explanation>> = {
  '14012': {
    means: 'the service takes the definition for no valid OpenAPI 2.0, or has no address to call',
    help: 'Run "connector-kit lint" on the connector, and see that its host is filled in.',
  },
  '14024': {
    means: 'the service address does not end on the base path of the definition',
    help: 'Give an --endpoint that ends on the base path, or leave it out.',
  },
  AuthenticationFailed: {
    means: 'the access token was refused',
    help: 'Sign in again ("az login"), in the tenant of the subscription (--tenant).',
  },
  ExpiredAuthenticationToken: {
    means: 'the access token has expired',
    help: 'Sign in again ("az login"), and run the command again.',
  },
  InvalidAuthenticationTokenTenant: {
    means: 'the access token is for another tenant than the subscription',
    help: 'Name the tenant of the subscription with --tenant.',
  },
  AuthorizationFailed: { means: 'the account may not do this', help: role },
  LinkedAuthorizationFailed: { means: 'the account may not use a resource that this one refers to', help: role },
  RequestDisallowedByPolicy: {
    means: 'a policy of the subscription forbids it',
    help: 'Ask its owner what it wants (often a tag: --tags, or a region: --location) or for an exemption.',
  },
  ScopeLocked: {
    means: 'a lock stands on the resource, or above it',
    help: 'Ask its owner to remove the lock ("az lock delete"), and run the command again.',
  },
  MissingSubscriptionRegistration: {
    means: 'the subscription is not registered for the provider',
    help: 'Run "az provider register --namespace Microsoft.Web", and wait until it is done.',
  },
  ReadOnlyDisabledSubscription: {
    means: 'the subscription is disabled, and can only be read',
    help: 'Enable the subscription, or name another one with --subscription.',
  },
  InvalidSubscriptionId: {
    means: 'the subscription is not one',
    help: 'Name the id of the subscription, a GUID, with --subscription.',
  },
  SubscriptionNotFound: {
    means: 'there is no such subscription for this account',
    help: 'See "az account list", and name the subscription with --subscription and its tenant with --tenant.',
  },
  ResourceGroupNotFound: {
    means: 'there is no such resource group',
    help: 'Make it ("az group create"), or name another one with --resource-group.',
  },
  ResourceNotFound: {
    means: 'there is no such resource',
    help: 'See that the name and the resource group are right.',
  },
  NoRegisteredProviderFound: {
    means: 'the cloud or the region does not have this api-version of the resource type',
    help: 'Name another region with --location, or another cloud with --cloud.',
  },
  InvalidResourceLocation: {
    means: 'the resource exists in another region',
    help: 'Leave --location out, or publish under another name (--name).',
  },
  LocationNotAvailableForResourceType: {
    means: 'the region does not have custom connectors',
    help: 'Name the region of the workflows with --location.',
  },
  LocationRequired: { means: 'no region was named', help: 'Name the region of the workflows with --location.' },
  ApiNotFound: {
    means: 'the connector of the connection is not there',
    help: 'Publish the connector first, into the same resource group.',
  },
  InvalidApiConnectionApiReference: {
    means: 'a connection and its connector have to be in the same region',
    help: 'Name the region of the connector with --location.',
  },
  QuotaExceeded: {
    means: 'the subscription has as many custom connectors as it may have',
    help: 'Delete one that is not used, or ask Azure support for more.',
  },
  'HTTP 401': { means: 'the access token was refused', help: 'Sign in again ("az login").' },
  'HTTP 403': { means: 'the account may not do this', help: role },
  'HTTP 404': {
    means: 'there is no such thing in Azure',
    help: 'See that subscription, resource group, name and --cloud are right.',
  },
  'HTTP 407': {
    means: 'a proxy wants to know who is asking',
    help: 'Set HTTPS_PROXY with the name and password that the proxy wants.',
  },
  'HTTP 409': { means: 'something else is being done to the resource', help: again },
  'HTTP 413': {
    means: 'the request is too large',
    help: 'Make the definition smaller: "connector-kit lint" says where.',
  },
  'HTTP 429': { means: 'Azure has been asked too often', help: again },
  'HTTP 5xx': { means: 'Azure could not do it just now', help: again },
};

const swaggerErrors: Explanation = {
  means: 'the service found errors in the definition',
  help: 'Run "connector-kit lint" on the connector, and mend what the message names.',
};

/** What an error means, whatever it is. */
export function explained({ status, code, extendedCode = '', message, policies }: ArmError): Explanation {
  if (/specified swagger has the following errors/i.test(message)) return swaggerErrors;
  const keys = [extendedCode, code, `HTTP ${status}`, `HTTP ${Math.floor(status / 100)}xx`];
  const key = keys.find((one) => Object.hasOwn(explanations, one));
  const found = key === undefined ? undefined : explanations[key];
  const { means, help } = found ?? {
    means: 'Azure refused it',
    help: 'See what the message says, and run the command again.',
  };
  const by = policies.length === 0 ? '' : ` The policies: ${shorten(policies)}.`;
  return { means, help: help + by };
}
