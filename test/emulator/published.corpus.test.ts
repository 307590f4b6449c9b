import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isObject, own, type Json } from '../../src/core/json.js';
import { readJson } from '../../src/core/json-read.js';
import { writeJson } from '../../src/core/json-write.js';
import { readConnector } from '../../src/definition/read.js';
import type { Connector } from '../../src/definition/connector.js';
import type { Parameter } from '../../src/openapi/types.js';
import { operations, parametersOf, type OperationAt } from '../../src/openapi/walk.js';
import { callOf } from '../../src/wire/connection-call.js';
import { requestOf } from '../../src/wire/request-of.js';
import { router } from '../../src/wire/route.js';
import { compileOnce } from '../compile-once.js';
import { customApi, emulator, verdict } from './ask.js';

compileOnce();

const root = '../shared/data/connectors';
const corpus = existsSync(root) ? describe : describe.skip;

/** The published definitions that can be read, by folder. */
function published(): (readonly [string, Json])[] {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
  return files
    .filter((file) => file.endsWith('/apiDefinition.swagger.json'))
    .toSorted()
    .flatMap((file) => {
      const { value } = readJson(file, readFileSync(`${root}/${file}`, 'utf8').replace(/^\uFEFF/, ''));
      return value === undefined ? [] : [[file.replace('/apiDefinition.swagger.json', ''), value] as const];
    });
}

corpus('published connectors', () => {
  test('all can be deployed: Microsoft has taken them', () => {
    const { raw, ask } = emulator();
    const refused = published().flatMap(([name, swagger]) => {
      const host = isObject(swagger) ? own(swagger, 'host') : undefined;
      const basePath = isObject(swagger) ? own(swagger, 'basePath') : undefined;
      const serviceUrl = `https://${host}${typeof basePath === 'string' ? basePath : ''}`;
      const body = writeJson({ location: 'westeurope', properties: { swagger, backendService: { serviceUrl } } });
      const { response } = raw({ method: 'PUT', url: `${customApi('a')}?api-version=2016-06-01`, body });
      if (response?.status === 200) return [];
      const answer = { status: response?.status ?? 0, body: JSON.parse(String(response?.body)) };
      const { message } = answer.body.error;
      const inner = message.startsWith('{') ? JSON.parse(message).Message : message;
      return [`${name}: ${verdict(answer)} ${inner.slice(0, 130)}`];
    });
    expect(ask(`GET ${customApi('a')}`).status).toBe(200);
    expect(refused).toEqual([]);
  });

  test('a call that is made of an operation is routed back to it', () => {
    let calls = 0;
    const astray = published().flatMap(([name, value]) => {
      const source = { file: name, value, findings: [], locate: () => ({ line: 1, column: 1 }) };
      const { connector } = readConnector({ name, definition: source });
      if (connector === undefined) return [];
      const find = router(connector);
      return operations(connector.definition).flatMap((at) => {
        calls += 1;
        const request = made(connector, at);
        if (typeof request === 'string') return [`${name} ${at.method} ${at.path}: ${request}`];
        const route = find(request);
        return 'at' in route && route.at.pointer === at.pointer
          ? []
          : [`${name} ${at.method} ${at.path}: ${request.url}`];
      });
    });
    expect(astray).toEqual([]);
    expect(calls).toBeGreaterThan(2500);
  });
});

/** A request with a value for everything that is required. */
function made(connector: Connector, at: OperationAt) {
  const { definition } = connector;
  const declared = parametersOf(definition, at.item, at.operation).map(({ parameter }) => parameter);
  const needed = declared.filter((one) => one.in === 'path' || one.required);
  const values = needed.filter((one) => one.in !== 'body').map((one) => [one.name, valueFor(one)] as const);
  const body = needed.some((one) => one.in === 'body') ? {} : undefined;
  const { call, problems } = callOf(definition, at, { parameters: Object.fromEntries(values), ...(body && { body }) });
  return call ? requestOf(connector, { at, call }) : problems.join(' ');
}

function valueFor(parameter: Parameter): Json {
  return 'enum' in parameter ? (parameter.enum?.[0] ?? 'x') : 'x y/z';
}
