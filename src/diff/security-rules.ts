import { editKind } from './rule.js';
import { openApi } from './sources.js';

/* Where a connector calls, and what it has to show there. */

const scheme = '/securityDefinitions/key';
const oauth = {
  type: 'oauth2',
  flow: 'accessCode',
  authorizationUrl: 'https://login.contoso.com/a',
  tokenUrl: 'https://login.contoso.com/t',
  scopes: { read: 'Read.', write: 'Write.' },
};
const withOAuth = { [scheme]: oauth, '/security': [{ key: ['read'] }] };

/** Edits of the address and the security. */
export const securityRules = {
  addressChanged: editKind({
    code: 'address-changed',
    effect: 'moves',
    directions: ['connects'],
    summary: 'The host or the base path is another one.',
    why: 'Every call goes to another place, with the key.',
    source: `${openApi}#swagger-object`,
    examples: {
      bad: [
        { new: { '/host': 'tickets.fabrikam.com' }, gives: ['address-changed connects /host'] },
        { new: { '/basePath': '/v2' }, gives: ['address-changed connects /basePath'] },
      ],
      good: [{ new: { '/basePath': undefined }, gives: [] }],
    },
  }),
  schemesNarrowed: editKind({
    code: 'schemes-narrowed',
    effect: 'narrows',
    directions: ['connects'],
    summary: 'A scheme (http, https) is not offered any more.',
    why: 'Connections that use it fail.',
    source: `${openApi}#swagger-object`,
    examples: {
      bad: [{ new: { '/schemes': ['http'] }, gives: ['schemes-narrowed connects /schemes'] }],
      good: [{ new: { '/paths/~1tickets/get/schemes': ['https'] }, gives: [] }],
    },
  }),
  schemesWidened: editKind({
    code: 'schemes-widened',
    effect: 'widens',
    directions: ['connects'],
    summary: 'A further scheme (http, https) is offered.',
    why: 'Nothing breaks.',
    source: `${openApi}#swagger-object`,
    examples: {
      bad: [{ new: { '/schemes': ['http', 'https'] }, gives: ['schemes-widened connects /schemes'] }],
      good: [{ new: { '/schemes': ['http'] }, gives: ['schemes-narrowed connects /schemes'] }],
    },
  }),
  securityAdded: editKind({
    code: 'security-added',
    effect: 'narrows',
    directions: ['connects'],
    summary: 'A key or a sign-in is asked for where none was, or a further one, or a further scope.',
    why: 'Connections that exist do not have it.',
    source: `${openApi}#security-requirement-object`,
    examples: {
      bad: [
        {
          old: { '/security': [], '/securityDefinitions': {} },
          new: { [scheme]: { type: 'basic' }, '/security': [{ key: [] }] },
          gives: [`security-added connects ${scheme}`],
        },
        { old: { '/security': [] }, new: { '/security': [{ key: [] }] }, gives: ['security-added connects /security'] },
        {
          old: withOAuth,
          new: { '/security': [{ key: ['write', 'read'] }] },
          gives: ['security-added connects /security'],
        },
      ],
      good: [{ new: { '/paths/~1tickets/get/security': [{ key: [] }] }, gives: [] }],
    },
  }),
  securityWidened: editKind({
    code: 'security-widened',
    effect: 'widens',
    directions: ['connects'],
    summary: 'There is a further way to sign in, or fewer scopes are asked for.',
    why: 'Nothing breaks: connections that exist go on working.',
    source: `${openApi}#security-requirement-object`,
    examples: {
      bad: [
        {
          old: { '/securityDefinitions/other': { type: 'basic' } },
          new: { '/security': [{ key: [] }, { other: [] }] },
          gives: ['security-widened connects /security'],
        },
        { old: withOAuth, new: { '/security': [{ key: [] }] }, gives: ['security-widened connects /security'] },
      ],
      good: [
        {
          old: withOAuth,
          new: { [`${scheme}/scopes/read`]: 'To read.' },
          gives: [`wording-changed connects ${scheme}/scopes`],
        },
      ],
    },
  }),
  securityChanged: editKind({
    code: 'security-changed',
    effect: 'moves',
    directions: ['connects'],
    summary: 'The key stands elsewhere in the request, or another key or sign-in is asked for, or none any more.',
    why: 'Connections that exist send what they have where it is not looked for.',
    source: `${openApi}#security-scheme-object`,
    examples: {
      bad: [
        { new: { [`${scheme}/name`]: 'api-key' }, gives: [`security-changed connects ${scheme}/name`] },
        { new: { [`${scheme}/in`]: 'query' }, gives: [`security-changed connects ${scheme}/in`] },
        { new: { [scheme]: { type: 'basic' } }, gives: [`security-changed connects ${scheme}/type`] },
        { new: { '/security': [] }, gives: ['security-changed connects /security'] },
      ],
      good: [
        {
          new: {
            [scheme]: undefined,
            '/securityDefinitions/K': { type: 'apiKey', in: 'header', name: 'x-api-key' },
            '/security': [{ K: [] }],
          },
          gives: ['wording-changed connects /securityDefinitions/K'],
        },
      ],
    },
  }),
};
