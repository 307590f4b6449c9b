import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { freshState, started } from '../../src/emulator/fresh.js';
import { handle } from '../../src/emulator/handle.js';
import type { Emulated } from '../../src/emulator/message.js';
import { noon, parsed, requestId } from './ask.js';

const folder = '../shared/data/arm';
const corpus = existsSync(folder) ? describe : describe.skip;

interface Example {
  readonly parameters: Readonly<Record<string, never>>;
  readonly responses: Readonly<Record<string, { readonly body?: unknown }>>;
}
const example = (name: string): Example => JSON.parse(readFileSync(`${folder}/spec-examples/${name}.json`, 'utf8'));

const subscription = '34adfa4f-cedf-4dc0-ba29-b6d1a69ab345';
const group = `/subscriptions/${subscription}/resourceGroups/testResourceGroup/providers/Microsoft.Web`;
const api = `${group}/customApis/testCustomApi`;
const link = `${group}/connections/testManagedApi`;
const inRegion = `/subscriptions/${subscription}/providers/Microsoft.Web/locations`;

/** Each example: what is asked, the body's parameter, what is there before. */
const cases: Readonly<Record<string, { ask: string; body?: string; given?: 'api' | 'connection' | 'nothing' }>> = {
  customApisCreateOrUpdate: { ask: `PUT ${api}`, body: 'customApi', given: 'nothing' },
  customApisGet: { ask: `GET ${api}` },
  customApisList: { ask: `GET /subscriptions/${subscription}/providers/Microsoft.Web/customApis` },
  customApisListByResourceGroup: { ask: `GET ${group}/customApis` },
  customApisUpdate: { ask: `PATCH ${api}`, body: 'customApi' },
  customApisMove: { ask: `POST ${api}/move`, body: 'customApiReference' },
  customApisDelete: { ask: `DELETE ${api}` },
  managedApisGet: { ask: `GET ${inRegion}/northcentralus/managedApis/testManagedApi` },
  managedApisList: { ask: `GET ${inRegion}/northcentralus/managedApis` },
  connectionsCreateOrUpdate: { ask: `PUT ${link}`, body: 'connection', given: 'nothing' },
  connectionsGet: { ask: `GET ${link}`, given: 'connection' },
  connectionsList: { ask: `GET ${group}/connections`, given: 'connection' },
  connectionsUpdate: { ask: `PATCH ${link}`, body: 'connection', given: 'connection' },
  connectionsListConsentLinks: { ask: `POST ${link}/listConsentLinks`, body: 'listConsentLink', given: 'connection' },
  connectionsConfirmConsentCode: {
    ask: `POST ${link}/confirmConsentCode`,
    body: 'confirmConsentCode',
    given: 'connection',
  },
  connectionsDelete: { ask: `DELETE ${link}`, given: 'connection' },
};

/** Examples that Azure answers by fetching a WSDL, which the emulator does not. */
const refused = ['customApisExtractApiDefinitionFromWsdl', 'customApisListWsdlInterfaces'];

function emulated(): Emulated {
  const { body } = example('managedApisGet').responses['200'] as { body: { name: string; properties: never } };
  return started(
    freshState({ managedApis: [{ name: body.name, properties: body.properties }], location: 'northcentralus' }),
  );
}

/** The requests of the examples leave the location out, which Azure requires; the answers have it. */
function located(body: object, id: string): object {
  return { ...body, location: id.includes('/connections/') ? 'centralus' : 'northcentralus' };
}

function ask(at: Emulated, line: string, body?: object) {
  const [method = '', path = ''] = line.split(' ');
  const headers = { authorization: 'Bearer x' };
  const text = body === undefined ? {} : { body: JSON.stringify(body) };
  const handled = handle(
    at,
    { method, url: `${path}?api-version=2016-06-01`, headers, ...text },
    { now: noon, requestId },
  );
  if (handled.response === undefined) throw new Error('forwarded');
  const answer = { status: handled.response.status, body: parsed(handled.response.body) };
  return { after: { state: handled.state, memory: handled.memory }, answer };
}

/** The state in which the examples are asked. */
function prepared(given: string): Emulated {
  const made = example(given === 'api' ? 'customApisCreateOrUpdate' : 'connectionsCreateOrUpdate').parameters;
  const [id, parameter] = given === 'api' ? [api, 'customApi'] : [link, 'connection'];
  return ask(emulated(), `PUT ${id}`, located(made[parameter] ?? {}, id)).after;
}

/** Where an answer has other keys or types than the example: a path each. */
function differences(mine: unknown, theirs: unknown, at = ''): string[] {
  if (Array.isArray(mine) && Array.isArray(theirs)) {
    return mine.length > 0 && theirs.length > 0 ? differences(mine[0], theirs[0], `${at}/0`) : [];
  }
  if (mine && theirs && typeof mine === 'object' && typeof theirs === 'object') {
    const [a, b] = [mine as Record<string, unknown>, theirs as Record<string, unknown>];
    const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
    return [...keys].flatMap((key) => {
      if (!(key in a)) return [`lacks ${at}/${key}`];
      if (!(key in b)) return [`adds ${at}/${key}`];
      return differences(a[key], b[key], `${at}/${key}`);
    });
  }
  return typeof mine === typeof theirs ? [] : [`${at} is a ${typeof mine}`];
}

/** Differences of keys and types that are meant, and why. */
const meant: Readonly<Record<string, string>> = {
  'lacks /properties/nonSecretParameterValues/integrationAccountId': 'the example was never given one',
  'lacks /value/0/properties/nonSecretParameterValues/integrationAccountId': 'the example was never given one',
  'adds /value/0/properties/wsdlDefinition': 'one of three examples leaves it out; the real responses have it',
  'adds /value/0/status': 'the specification has it, the example leaves it out',
};

corpus('the official examples', () => {
  test('each is asked or refused', () => {
    const all = readdirSync(`${folder}/spec-examples`).map((file) => file.replace(/\.json$/, ''));
    const ours = all.filter((name) => !name.startsWith('connectionGateway'));
    expect(ours.toSorted()).toEqual([...Object.keys(cases), ...refused].toSorted());
  });

  test.each(Object.entries(cases))('%s', (name, { ask: line, body, given = 'api' }) => {
    const { parameters, responses } = example(name);
    const before = given === 'nothing' ? emulated() : prepared(given);
    const sent =
      body === undefined
        ? undefined
        : line.startsWith('PUT')
          ? located(parameters[body] ?? {}, line)
          : parameters[body];
    const { after, answer } = ask(before, line, sent);
    const again = ask(after, line, sent).answer;
    const statuses = Object.keys(responses);
    expect(
      [...new Set([answer.status, again.status].map(String))].filter((status) => !statuses.includes(status)),
    ).toEqual([]);
    if (statuses.length > 1) expect([answer.status, again.status].map(String).toSorted()).toEqual(statuses);
    const unexplained = differences(answer.body, responses[String(answer.status)]?.body).filter(
      (one) => !(one in meant),
    );
    expect(unexplained).toEqual([]);
  });

  test('values that a request gives come back as the example has them', () => {
    const { parameters, responses } = example('customApisCreateOrUpdate');
    const { answer } = ask(emulated(), `PUT ${api}`, located(parameters['customApi'] ?? {}, api));
    const want = responses['200']?.body as { properties: { apiDefinitions: object } };
    expect(answer.body).toEqual({
      ...want,
      properties: {
        ...want.properties,
        runtimeUrls: expect.any(Array),
        apiDefinitions: { ...want.properties.apiDefinitions, modifiedSwaggerUrl: expect.any(String) },
      },
    });
  });

  test.each(refused)('%s is refused: the emulator reads no WSDL', (name) => {
    const { parameters } = example(name);
    const action = name.replace(/^customApis/, '').replace(/^./, (first) => first.toLowerCase());
    const { answer } = ask(emulated(), `POST ${inRegion}/westus/${action}`, parameters['wsdlDefinition'] ?? {});
    expect(answer).toEqual({
      status: 501,
      body: { error: { code: 'NotImplemented', message: 'The emulator reads no WSDL.' } },
    });
  });
});

const customApiResponses = [
  'BlobConnector__providers-Microsoft.Web-customApis-LDAPAdapter',
  'BlobConnector2__providers-Microsoft.Web-customApis-LDAPAdapter',
  'CustomConnector__providers-Microsoft.Web-customApis-Billogram',
];
const connectionResponses = customApiResponses.map((name) => name.replace('customApis', 'connections'));

const without = (object: object, names: readonly string[]) =>
  Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));

corpus('the real responses', () => {
  test('each is held against ours, but for one from an integration service environment, of which there are none any more', () => {
    const all = readdirSync(`${folder}/responses`).map((file) => file.replace(/\.json$/, ''));
    expect(all.toSorted()).toEqual(
      [...customApiResponses, ...connectionResponses, 'CustomConnector__SampleCustomConnectorResource'].toSorted(),
    );
  });

  const response = (name: string) => JSON.parse(readFileSync(`${folder}/responses/${name}.json`, 'utf8'));

  test.each(customApiResponses)('%s: the same keys in the same order, and the same types', (name) => {
    const real = response(name);
    const { properties } = real;
    const sent = {
      location: real.location,
      properties: {
        connectionParameters: properties.connectionParameters,
        capabilities: properties.capabilities,
        ...('description' in properties && { description: properties.description }),
        displayName: properties.displayName,
        iconUri: properties.iconUri,
        backendService: { serviceUrl: 'https://api.contoso.com' },
        swagger: { swagger: '2.0', info: { title: 'T', version: '1' }, paths: {} },
      },
    };
    const id = `${group}/customApis/${real.name}`;
    const { after } = ask(emulated(), `PUT ${id}`, sent);
    const { answer } = ask(after, `GET ${id}`);
    expect(differences(answer.body, real)).toEqual([]);
    const mine = answer.body as typeof real;
    expect(Object.keys(mine)).toEqual(Object.keys(real));
    expect(Object.keys(mine.properties)).toEqual(Object.keys(properties));
    const stripped = (one: object) => without(one, ['runtimeUrls', 'apiDefinitions']);
    expect(stripped(mine.properties)).toEqual(stripped(properties));
    const pattern = (url: string) =>
      url
        .replaceAll(/[0-9a-f]{32}/g, 'HEX')
        .replace(/wawsprod\w+/, 'HUB')
        .replace(/sig=.*?&/, 'SIG&')
        .replace(/se=[^&]*/, 'SE');
    expect(mine.properties.runtimeUrls.map(pattern)).toEqual(properties.runtimeUrls.map(pattern));
    expect(Object.values(mine.properties.apiDefinitions as object).map(pattern)).toEqual(
      Object.values(properties.apiDefinitions as object).map(pattern),
    );
  });

  test.each(connectionResponses)('%s: the same keys in the same order, and the same types', (name) => {
    const real = response(name);
    const { properties } = real;
    const { name: apiName, id: _id, type: _type, ...branding } = properties.api;
    const connectionParameters = response(name.replace('connections', 'customApis')).properties.connectionParameters;
    const swagger = { swagger: '2.0', info: { title: 'T', version: '1' }, paths: {} };
    const apiBody = {
      location: real.location,
      properties: {
        ...branding,
        connectionParameters,
        backendService: { serviceUrl: 'https://x.contoso.com' },
        swagger,
      },
    };
    const apiId = `${group}/customApis/${apiName}`;
    const id = `${group}/connections/${real.name}`;
    const secrets = { username: 'u', password: 'p' };
    const made = ask(emulated(), `PUT ${apiId}`, apiBody).after;
    const parameterValues = { ...properties.nonSecretParameterValues, ...(apiName === 'Billogram' && secrets) };
    const body = {
      location: real.location,
      properties: { displayName: properties.displayName, api: { id: apiId }, parameterValues },
    };
    const put = ask(made, `PUT ${id}`, body);
    expect(put.answer.status).toBe(201);
    const mine = ask(put.after, `GET ${id}`).answer.body as typeof real;
    expect(differences(mine, real)).toEqual([]);
    expect(Object.keys(mine)).toEqual(Object.keys(real));
    expect(Object.keys(mine.properties)).toEqual(Object.keys(properties));
    const times = { createdTime: '2026-11-22T12:00:00.500Z', changedTime: '2026-11-22T12:00:00.500Z' };
    const stripped = (one: object) => without(one, ['id', 'description']);
    expect({ ...mine.properties, api: stripped(mine.properties.api) }).toEqual({
      ...properties,
      ...times,
      api: stripped(properties.api),
    });
  });
});
