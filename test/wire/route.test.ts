import { router } from '../../src/wire/route.js';
import type { Connector } from '../../src/definition/connector.js';
import type { Document, Method } from '../../src/openapi/types.js';

/** A connector with one empty operation for each `METHOD /path`, named so. */
function connector(
  lines: readonly string[],
  options: { host?: string; basePath?: string; openHost?: boolean } = {},
): Connector {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const line of lines) {
    const [method = '', path = ''] = line.split(' ');
    paths[path] = {
      ...paths[path],
      [method.toLowerCase() satisfies string as Method]: { operationId: line, responses: {} },
    };
  }
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
    contract: { formatVersion: 1, operations: {}, ...(options.openHost && { openHost: true }) },
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
