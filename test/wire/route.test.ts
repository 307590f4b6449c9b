import { router } from '../../src/wire/route.js';
import type { Connector } from '../../src/definition/connector.js';
import type { Document, Method } from '../../src/openapi/types.js';

/** A connector with one empty operation for each `METHOD /path`, named so. */
function connector(
  lines: readonly string[],
  options: { host?: string; basePath?: string; openHost?: boolean; openBasePath?: boolean } = {},
): Connector {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const line of lines) {
    const [method = '', path = ''] = line.split(' ');
    paths[path] = {
      ...paths[path],
      [method.toLowerCase() satisfies string as Method]: { operationId: line, responses: {} },
    };
  }
  const { openHost, openBasePath } = options;
  const definition = {
    swagger: '2.0',
    info: { title: 'T', version: '1' },
    host: options.host ?? 'api.contoso.com',
    basePath: options.basePath ?? '/v1',
    paths,
  } as unknown as Document; // the table above is all that routing looks at
  return {
    name: 't',
    definition,
    properties: { properties: {} },
    contract: {
      formatVersion: 1,
      operations: {},
      ...(openHost && { openHost }),
      ...(openBasePath && { openBasePath }),
    },
  };
}

const things = ['GET /things', 'POST /things', 'GET /things/{id}', 'GET /things/mine', "GET /odata('{key}')/x-{a}.{b}"];

/** `operationId {name=value ...}`, or why there is none. */
function routed(request: string, of: Connector): string {
  const [method = '', url = ''] = request.split(/ (.*)/s);
  const route = router(of)({ method, url });
  if ('unmatched' in route) return route.unmatched;
  const values = [...route.pathValues].map(([name, value]) => ` ${name}=${value}`);
  return route.at.operation.operationId + values.join('');
}

test.each([
  ['GET https://api.contoso.com/v1/things', 'GET /things'],
  ['get https://api.contoso.com/v1/things', 'GET /things'],
  ['POST https://API.contoso.com:443/v1/things?x=1', 'POST /things'],
  ['GET https://api.contoso.com//v1///things', 'GET /things'],
  ['GET https://api.contoso.com/v1/things/', 'GET /things'],
  ['GET https://api.contoso.com/v1/things/a%20b%2Fc', 'GET /things/{id} id=a b/c'],
  ['GET https://api.contoso.com/v1/things/100%', 'GET /things/{id} id=100%'],
  ['GET https://api.contoso.com/v1/things/mine', 'GET /things/mine'],
  ["GET https://api.contoso.com/v1/odata('7')/x-1.2", "GET /odata('{key}')/x-{a}.{b} key=7 a=1 b=2"],
  ['GET https://api.contoso.com/v1/%74hings', 'GET /things'],
  ['GET <BASE>/things', 'GET /things'],
  ['GET <BASE>/v1/things', 'GET /things'],
  ['GET /v1/things', 'GET /things'],
])('%s', (request, want) => {
  expect(routed(request, connector(things))).toBe(want);
});

test.each([
  ['GET https://api.fabrikam.com/v1/things', "The host is api.fabrikam.com; the connector's is api.contoso.com."],
  ['GET https://api.contoso.com/v2/things', 'The path /v2/things does not begin with the base path /v1.'],
  ['PATCH https://api.contoso.com/v1/things', 'No operation takes PATCH on /things; declared there: GET, POST.'],
  ['GET https://api.contoso.com/v1/thing', 'No operation has the path /thing. Did you mean "/things"?'],
  ['GET https://api.contoso.com/v1/nothing/at/all/like/it', 'No operation has the path /nothing/at/all/like/it.'],
])('%s is unmatched', (request, want) => {
  expect(routed(request, connector(things))).toBe(want);
});

test('any host fits an open one', () => {
  const open = connector(things, { openHost: true });
  expect(routed('GET http://127.0.0.1:8080/v1/things', open)).toBe('GET /things');
});

test('a base path of / and none are the same', () => {
  expect(routed('GET https://api.contoso.com/things', connector(things, { basePath: '/' }))).toBe('GET /things');
});

describe('with an open base path', () => {
  const anywhere = (lines: readonly string[], basePath = '/v1') =>
    connector(lines, { basePath, openHost: true, openBasePath: true });
  const some = ['POST /tickets/search', 'GET /tickets/{id}', 'GET /{id}', 'GET /'];

  test.each([
    ['POST https://api.contoso.com/v1/tickets/search', 'POST /tickets/search'],
    ['POST https://any.example/tickets/search', 'POST /tickets/search'],
    ['POST https://any.example/desk/v1beta/tickets/search?x=1', 'POST /tickets/search'],
    ['POST http://127.0.0.1:8080/x/y//tickets/search/', 'POST /tickets/search'],
    ['POST <BASE>/v2/tickets/search', 'POST /tickets/search'],
    ['POST /v2/tickets/search', 'POST /tickets/search'],
    ['GET https://any.example/desk/tickets/7', 'GET /tickets/{id} id=7'],
    ['GET https://any.example/v1/tickets/tickets/7', 'GET /tickets/{id} id=7'],
    // A template without fixed text fits only below the base path that the definition has.
    ['GET https://any.example/v1/7', 'GET /{id} id=7'],
    ['GET https://any.example/7', 'GET /{id} id=7'],
    ['GET https://any.example/v1', 'GET /'],
  ])('%s', (request, want) => {
    expect(routed(request, anywhere(some))).toBe(want);
  });

  test.each([
    [
      'POST https://any.example/v1/my-tickets/search',
      'No operation has the path /my-tickets/search. Did you mean "/tickets/search"?',
    ],
    [
      'POST https://any.example/v1/tickets/search/more',
      'No operation has the path /tickets/search/more. Did you mean "/tickets/search"?',
    ],
    ['POST https://any.example/search', 'No operation takes POST on /search; declared there: GET.'],
    ['PUT https://any.example/x/tickets/search', 'No operation takes PUT on /x/tickets/search; declared there: POST.'],
    ['GET https://any.example/desk/7', 'No operation has the path /desk/7.'],
  ])('%s is unmatched', (request, want) => {
    expect(routed(request, anywhere(['POST /tickets/search', 'GET /{id}']))).toBe(want);
  });

  test('of two endings the one with more fixed text wins, then the longer one', () => {
    const endings = ['GET /search', 'GET /tickets/search', 'GET /{kind}/search'];
    expect(routed('GET https://any.example/v2/tickets/search', anywhere(endings))).toBe('GET /tickets/search');
    expect(routed('GET https://any.example/v2/orders/search', anywhere(endings))).toBe(
      'GET /{kind}/search kind=orders',
    );
    expect(routed('GET https://any.example/search', anywhere(endings))).toBe('GET /search');
  });

  test('a host that is not open stays the only one', () => {
    expect(routed('GET https://any.example/v2/search', connector(['GET /search'], { openBasePath: true }))).toBe(
      "The host is any.example; the connector's is api.contoso.com.",
    );
  });
});

test.each([
  ['GET /v1/things', 'GET /v1/things'],
  ['GET /v1/v1/things', 'GET /v1/things'],
  ['GET https://api.contoso.com/v1/v1/things', 'GET /v1/things'],
  ['GET https://api.contoso.com/v1/things', 'No operation has the path /things.'],
])('an operation that begins like the base path, with a host and without: %s', (request, want) => {
  expect(routed(request, connector(['GET /v1/things']))).toBe(want);
});
