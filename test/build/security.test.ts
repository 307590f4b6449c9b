import { apiKey, basic, oauth2 } from '../../src/build/security.js';

test('a key', () => {
  expect(apiKey({ in: 'query', name: 'key', title: 'Key', description: 'It.', tooltip: 'Your key.' })).toEqual({
    name: 'api_key',
    scheme: { type: 'apiKey', in: 'query', name: 'key' },
    scopes: [],
    connectionParameters: {
      api_key: {
        type: 'securestring',
        uiDefinition: {
          displayName: 'Key',
          description: 'It.',
          tooltip: 'Your key.',
          constraints: { tabIndex: 2, clearText: false, required: 'true' },
        },
      },
    },
  });
});

test('a user name and a password', () => {
  const { scheme, connectionParameters } = basic({ username: { title: 'Account' } });
  expect(scheme).toEqual({ type: 'basic' });
  expect(connectionParameters).toEqual({
    username: {
      type: 'securestring',
      uiDefinition: {
        displayName: 'Account',
        description: 'The user name of the account.',
        tooltip: 'The user name of the account.',
        constraints: { tabIndex: 2, clearText: true, required: 'true' },
      },
    },
    password: {
      type: 'securestring',
      uiDefinition: {
        displayName: 'Password',
        description: 'The password of the account.',
        tooltip: 'The password of the account.',
        constraints: { tabIndex: 3, clearText: false, required: 'true' },
      },
    },
  });
});

test('OAuth 2', () => {
  const urls = { authorizationUrl: 'https://a.example/authorize', tokenUrl: 'https://a.example/token' };
  const made = oauth2({ ...urls, scopes: { read: 'Read.' }, clientId: 'c', settings: { redirectMode: 'Global' } });
  expect(made).toEqual({
    name: 'oauth2',
    scheme: { type: 'oauth2', flow: 'accessCode', ...urls, scopes: { read: 'Read.' } },
    scopes: ['read'],
    connectionParameters: {
      token: {
        type: 'oauthSetting',
        oAuthSettings: {
          identityProvider: 'oauth2',
          clientId: 'c',
          scopes: ['read'],
          redirectMode: 'Global',
          properties: { IsFirstParty: 'False' },
          customParameters: {
            authorizationUrl: { value: urls.authorizationUrl },
            tokenUrl: { value: urls.tokenUrl },
            refreshUrl: { value: urls.tokenUrl },
          },
        },
      },
    },
  });
});
