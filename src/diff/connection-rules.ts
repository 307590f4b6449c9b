import { editKind } from './rule.js';
import { connectionsPage } from './sources.js';

/* Where a connector calls, and how a connection signs in. */

const properties = 'apiProperties.json#/properties';
const parameters = `${properties}/connectionParameters`;

/** Edits of the address, the security and what a connection asks for. */
export const connectionRules = {
  requiredConnectionParameterAdded: editKind({
    code: 'required-connection-parameter-added',
    effect: 'narrows',
    directions: ['connects'],
    summary: 'A connection asks for something further that it has to be given.',
    why: 'No connection that exists has it.',
    source: connectionsPage,
    examples: {
      bad: [
        {
          new: { [`${parameters}/tenant`]: { type: 'string', uiDefinition: { constraints: { required: 'true' } } } },
          gives: [`required-connection-parameter-added connects ${parameters}/tenant`],
        },
      ],
      good: [
        {
          new: { [`${parameters}/tenant`]: { type: 'string' } },
          gives: [`optional-connection-parameter-added connects ${parameters}/tenant`],
        },
      ],
    },
  }),
  optionalConnectionParameterAdded: editKind({
    code: 'optional-connection-parameter-added',
    effect: 'widens',
    directions: ['connects'],
    summary: 'A connection can be given something further.',
    why: 'Nothing breaks: connections that exist go on working.',
    source: connectionsPage,
    examples: {
      bad: [
        {
          new: { [`${parameters}/tenant`]: { type: 'string' } },
          gives: [`optional-connection-parameter-added connects ${parameters}/tenant`],
        },
      ],
      good: [
        {
          new: { [`${parameters}/region/uiDefinition/description`]: 'Near you.' },
          gives: [`wording-changed connects ${parameters}/region/uiDefinition/description`],
        },
      ],
    },
  }),
  connectionParameterRemoved: editKind({
    code: 'connection-parameter-removed',
    effect: 'narrows',
    directions: ['connects'],
    summary: 'A connection does not ask for something any more.',
    why: 'What connections that exist were given is not used.',
    source: connectionsPage,
    examples: {
      bad: [
        {
          new: { [`${parameters}/region`]: undefined },
          gives: [
            'connection-parameter-removed connects old#apiProperties.json#/properties/connectionParameters/region',
          ],
        },
      ],
      good: [
        {
          new: { [`${parameters}/region/uiDefinition/constraints/hidden`]: 'true' },
          gives: [`visibility-changed shows ${parameters}/region/uiDefinition/constraints/hidden`],
        },
      ],
    },
  }),
  connectionParameterRenamed: editKind({
    code: 'connection-parameter-renamed',
    effect: 'renames',
    directions: ['connects'],
    summary: 'What a connection asks for has another name.',
    why: 'Connections that exist, and templates that make them, have the value under the old name.',
    source: connectionsPage,
    examples: {
      bad: [
        {
          new: {
            [`${parameters}/token:grant`]: undefined,
            [`${parameters}/token:Grant`]: {
              type: 'oauthSetting',
              oAuthSettings: { identityProvider: 'oauth2', clientId: 'kit', scopes: ['read'] },
            },
          },
          gives: [`connection-parameter-renamed connects ${parameters}/token:Grant`],
        },
      ],
      good: [
        {
          new: { [`${parameters}/region/uiDefinition/displayName`]: 'Area' },
          gives: [`wording-changed connects ${parameters}/region/uiDefinition/displayName`],
        },
      ],
    },
  }),
  connectionParameterRetyped: editKind({
    code: 'connection-parameter-retyped',
    effect: 'moves',
    directions: ['connects'],
    summary: 'What a connection asks for has another type.',
    why: 'The value of connections that exist is of the old type.',
    source: connectionsPage,
    examples: {
      bad: [
        {
          new: { [`${parameters}/api_key/type`]: 'string' },
          gives: [`connection-parameter-retyped connects ${parameters}/api_key/type`],
        },
      ],
      good: [
        {
          new: { [`${parameters}/api_key/uiDefinition/constraints/clearText`]: false },
          gives: [`wording-changed connects ${parameters}/api_key/uiDefinition/constraints/clearText`],
        },
      ],
    },
  }),
  signInChanged: editKind({
    code: 'sign-in-changed',
    effect: 'moves',
    directions: ['connects'],
    summary: 'A connection signs in with another provider, application or scopes, or through another gateway.',
    why: 'The consent that connections have is for the old one.',
    source: connectionsPage,
    examples: {
      bad: [
        {
          new: { [`${parameters}/token:grant/oAuthSettings/scopes/-`]: 'write' },
          gives: [`sign-in-changed connects ${parameters}/token:grant/oAuthSettings/scopes`],
        },
      ],
      good: [{ new: { [`${parameters}/token:grant/oAuthSettings/scopes`]: ['read'] }, gives: [] }],
    },
  }),
  policyChanged: editKind({
    code: 'policy-changed',
    effect: 'moves',
    directions: ['connects'],
    summary: 'A policy or a script is added, gone or other: it changes calls and answers on the way.',
    why: 'It can replace the host, headers and bodies, which the definition does not show.',
    source: 'https://learn.microsoft.com/connectors/custom-connectors/policy-templates',
    examples: {
      bad: [
        {
          new: { [`${properties}/policyTemplateInstances/0/templateId`]: 'dynamichosturl' },
          gives: [`policy-changed connects ${properties}/policyTemplateInstances`],
        },
        {
          new: { [`${properties}/scriptOperations`]: ['ListTickets'] },
          gives: [`policy-changed connects ${properties}/scriptOperations`],
        },
      ],
      good: [{ new: { [`${properties}/scriptOperations`]: [] }, gives: [] }],
    },
  }),
};
