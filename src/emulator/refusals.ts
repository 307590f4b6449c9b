import { playbookRefusals } from './refusals-of-playbooks.js';
import type { Refusal } from './refusal.js';
import { docs, guess, issue } from './source.js';

/** The page has the code; the wording is as people quote it. */
const common = docs('azure/azure-resource-manager/troubleshooting/common-deployment-errors');
/** Code and wording stand in public repositories on GitHub, in READMEs and logs. */
const quoted = issue('quoted in several public repositories');

/** Every error of Azure Resource Manager and its providers that the emulator answers with. */
export const refusals = {
  noAuthorization: {
    status: 401,
    code: 'AuthenticationFailed',
    when: 'no Authorization header',
    source: issue('Azure/LogicAppsUX#7200'),
  },
  forbidden: { status: 403, code: 'AuthorizationFailed', when: 'the action is in settings.forbidden', source: common },
  policy: {
    status: 403,
    code: 'RequestDisallowedByPolicy',
    when: 'a policy in settings.policies denies',
    source: common,
  },
  locked: { status: 409, code: 'ScopeLocked', when: 'a lock on the resource or above it', source: quoted },
  notRegistered: {
    status: 409,
    code: 'MissingSubscriptionRegistration',
    when: 'writing to a provider that is not registered',
    source: issue('Azure/azure-sdk-for-node#2305'),
  },
  badSubscription: {
    status: 400,
    code: 'InvalidSubscriptionId',
    when: 'a subscription that is no GUID',
    source: quoted,
  },
  noSubscription: {
    status: 404,
    code: 'SubscriptionNotFound',
    when: 'a subscription that is not in settings.subscriptions',
    source: common,
  },
  noGroup: { status: 404, code: 'ResourceGroupNotFound', when: 'a group that is not there', source: quoted },
  noResource: { status: 404, code: 'ResourceNotFound', when: 'a resource that is not there', source: common },
  noNamespace: { status: 404, code: 'InvalidResourceNamespace', when: 'a provider that is none', source: common },
  noType: {
    status: 404,
    code: 'InvalidResourceType',
    when: 'a resource type that the emulator does not have',
    source: common,
  },
  noRoute: { status: 404, code: 'NotFound', when: 'any other path', source: guess('code and message') },
  noMethod: {
    status: 405,
    code: 'MethodNotAllowed',
    when: 'a path that is there, with another method',
    source: guess('the code'),
  },
  badUrl: {
    status: 400,
    code: 'InvalidRequestUri',
    when: 'an address with a broken escape, or a segment that is no name',
    source: guess('the code'),
  },
  urlTooLong: {
    status: 414,
    code: 'RequestUriTooLong',
    when: 'an address above 16,384 characters',
    source: guess('number and code'),
  },
  tooLarge: {
    status: 413,
    code: 'RequestEntityTooLarge',
    when: 'a body above 4 MiB',
    source: guess('the limit is that of templates'),
  },
  noVersion: { status: 400, code: 'MissingApiVersionParameter', when: 'no api-version', source: quoted },
  badVersion: {
    status: 400,
    code: 'NoRegisteredProviderFound',
    when: 'an api-version that the type does not have',
    source: issue('Azure/azure-cli#28496'),
  },
  badResourcesVersion: {
    status: 400,
    code: 'InvalidApiVersionParameter',
    when: 'an api-version that subscriptions, groups or providers do not have',
    source: issue('the code is quoted in public repositories; the wording is a guess'),
  },
  badContent: {
    status: 400,
    code: 'InvalidRequestContent',
    when: 'a body that is no JSON object, or a part of another type',
    source: common,
  },
  badName: {
    status: 400,
    code: 'InvalidResourceName',
    when: 'a name with other characters than the pattern of 2026-05-01-preview allows',
    source: guess('2016-06-01 has no pattern'),
  },
  noLocation: {
    status: 400,
    code: 'LocationRequired',
    when: 'a resource without location',
    source: issue('Azure/Azure-Sentinel#12811'),
  },
  badLocation: {
    status: 400,
    code: 'LocationNotAvailableForResourceType',
    when: 'a location that is no region',
    source: guess('code and wording from memory'),
  },
  otherLocation: {
    status: 409,
    code: 'InvalidResourceLocation',
    when: 'a resource that exists in another region',
    source: common,
  },
  otherGroupLocation: {
    status: 409,
    code: 'InvalidResourceGroupLocation',
    when: 'a resource group that exists in another region',
    source: issue('the code is quoted in several public repositories; the wording is a guess'),
  },
  badDefinition: {
    status: 400,
    code: 'BadRequest',
    when: 'no OpenAPI 2.0 or no service address: 14012',
    source: issue('Azure/Azure-Sentinel#9590'),
  },
  otherBasePath: {
    status: 400,
    code: 'BadRequest',
    when: 'a service address that does not end on the base path: 14024',
    source: issue('Azure/Azure-Sentinel#2694'),
  },
  invalidSwagger: {
    status: 400,
    code: 'BadRequest',
    when: 'a definition that is not valid, or has two paths that differ in case only',
    source: issue('microsoft/powerapps-tools#222'),
  },
  largeSwagger: {
    status: 400,
    code: 'BadRequest',
    when: 'a definition above 1 MB, or with more than 256 operations',
    source: docs('connectors/custom-connectors/faq; the wording is a guess'),
  },
  tooMany: {
    status: 409,
    code: 'QuotaExceeded',
    when: 'the 1,001st connector of a subscription',
    source: docs('connectors/custom-connectors/faq; status and code are guesses'),
  },
  noApi: {
    status: 404,
    code: 'ApiNotFound',
    when: 'a connection whose connector is not there',
    source: issue('Azure/Azure-Sentinel#2673; the status is a guess'),
  },
  apiElsewhere: {
    status: 400,
    code: 'InvalidApiConnectionApiReference',
    when: 'a connection in another region than its connector',
    source: guess('the rule is documented; code and wording'),
  },
  noConsent: {
    status: 400,
    code: 'BadRequest',
    when: 'listConsentLinks of a connection that signs in to nothing',
    source: issue('Azure/LogicAppsUX#5078; there in another shape'),
  },
  badReference: {
    status: 400,
    code: 'InvalidResourceReference',
    when: 'move to what is no id of the same type',
    source: guess('code and message'),
  },
  taken: {
    status: 409,
    code: 'Conflict',
    when: 'move to where there is one already',
    source: guess('code and message'),
  },
  badQuery: {
    status: 400,
    code: 'InvalidQueryParameter',
    when: 'a $top, skiptoken or $filter that makes no sense',
    source: guess('code and message'),
  },
  badTemplate: {
    status: 400,
    code: 'InvalidTemplate',
    when: 'a template that cannot be deployed, or whose value the emulator does not know, such as a secret of a key vault',
    source: common,
  },
  badLink: {
    status: 400,
    code: 'InvalidContentLink',
    when: 'a template or parameters by their address',
    source: common,
  },
  badMode: {
    status: 501,
    code: 'NotImplemented',
    when: 'a deployment with another mode than Incremental',
    source: guess('Azure deletes with Complete what the template does not have'),
  },
  noWsdl: {
    status: 501,
    code: 'NotImplemented',
    when: 'listWsdlInterfaces and extractApiDefinitionFromWsdl',
    source: guess('the emulator reads no WSDL; Azure does'),
  },
  assigned: {
    status: 409,
    code: 'RoleAssignmentExists',
    when: 'the same role for the same principal and scope under another name',
    source: guess('code and wording from memory'),
  },
  assignedOther: {
    status: 409,
    code: 'RoleAssignmentUpdateNotPermitted',
    when: 'another role or principal under the same name',
    source: quoted,
  },
  ...playbookRefusals,
} as const satisfies Readonly<Record<string, Refusal>>;
