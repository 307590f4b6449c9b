import { Fault } from '../../src/core/fault.js';
import { readJson } from '../../src/core/json-read.js';
import type { Json, JsonObject } from '../../src/core/json.js';
import type { Connector } from '../../src/definition/connector.js';
import { readConnector } from '../../src/definition/read.js';
import { armClient } from '../../src/azure/client.js';
import { clouds } from '../../src/azure/cloud.js';
import type { ArmRequest, ArmResponse, ArmWorld } from '../../src/azure/message.js';
import { answerOf } from '../../src/emulator/answer.js';
import { freshState, started } from '../../src/emulator/fresh.js';
import { handle } from '../../src/emulator/handle.js';
import type { Emulated, EmulatorResponse } from '../../src/emulator/message.js';
import type { EmulatorSettings } from '../../src/emulator/state.js';
import { group, noon, plain, requestId, subscription, swagger } from '../emulator/ask.js';

export const target = { subscription, group: 'rg', name: 'things', location: 'westeurope' };
export const canary = 'canary-0123456789-key';

const source = (value: Json) => ({ file: '', value, findings: [], locate: () => ({ line: 1, column: 1 }) });

/** The definition of the emulator's tests, with its key in a header of its own, or in Authorization behind a prefix. */
export function connectorWith({ swagger: more = {}, properties = {}, prefix = '' } = {}): Connector {
  const name = prefix === '' ? 'X-Key' : 'Authorization';
  const definition = { ...swagger, securityDefinitions: { api_key: { type: 'apiKey', in: 'header', name } }, ...more };
  const uiDefinition = { displayName: 'Key', description: `The key.${prefix && ` Type ${prefix}<key>.`}` };
  const connectionParameters = { api_key: { type: 'securestring', uiDefinition } };
  const { connector } = readConnector({
    name: 'things',
    definition: source(definition as Json),
    properties: source({
      properties: { connectionParameters, iconBrandColor: '#0078d4', publisher: 'Contoso', ...properties },
    }),
    contract: source({ formatVersion: 1, apiVersion: '2024-10-21', operations: {} }),
  });
  if (connector === undefined) throw new Error('no connector');
  return connector;
}

/** What goes wrong with the request of a number, counted from 0: instead of it, or after the emulator has carried it out. */
export type Trouble = (
  number: number,
) => 'busy' | 'error' | 'refused' | 'lost' | 'half' | 'killed' | 'killed after' | undefined;

/** Azure in memory, behind the interface that the client asks of the outside. */
export function azure(settings: Partial<EmulatorSettings> = {}) {
  let emulated: Emulated = started(freshState({ groups: 'asked for', serviceUrlIn: 'preview', ...settings }));
  let now = noon;
  let count = 0;
  const requests: ArmRequest[] = [];
  const waits: number[] = [];
  const options: { trouble: Trouble; service: (request: { url: string; headers: object }) => EmulatorResponse } = {
    trouble: () => undefined,
    service: () => ({ status: 200, headers: { 'content-type': 'application/json' }, body: '{}' }),
  };
  const carriedOut = (request: ArmRequest): ArmResponse => {
    const headers = request.authorize ? { ...request.headers, authorization: 'Bearer x' } : request.headers;
    const { method, url, body } = request;
    const handled = handle(emulated, { method, url, headers, ...(body !== undefined && { body }) }, { now, requestId });
    emulated = { state: handled.state, memory: handled.memory };
    if (handled.run) throw new Error('a run has to be carried out, which nobody does here');
    const { forward, response } = handled;
    const answer = forward ? answerOf(forward, options.service(forward.request)) : response;
    const { status, headers: given, body: text } = answer;
    return { status, headers: given, body: Buffer.from(text).toString() };
  };
  const send = async (request: ArmRequest): Promise<ArmResponse> => {
    requests.push(request);
    const trouble = options.trouble(count);
    count += 1;
    if (trouble === 'killed') throw new Fault('not-found', 'killed', { help: '' });
    if (trouble === 'busy')
      return { status: 429, headers: { 'retry-after': '7' }, body: '{"error":{"code":"TooManyRequests"}}' };
    if (trouble === 'error') return { status: 500, headers: {}, body: '<html>' };
    if (trouble === 'refused') throw new Error('connect ECONNREFUSED');
    const response = carriedOut(request);
    if (trouble === 'killed after') throw new Fault('not-found', 'killed', { help: '' });
    if (trouble === 'lost') throw new Error(`socket hang up while asking ${request.url}`);
    if (trouble === 'half') return { ...response, body: response.body.slice(0, Math.max(1, response.body.length / 2)) };
    return response;
  };
  const world: ArmWorld = {
    send,
    now: () => now,
    sleep: async (milliseconds) => {
      waits.push(milliseconds);
      now += milliseconds;
    },
  };
  /** One request of somebody else, such as the portal. */
  const ask = (line: string, body?: object): JsonObject => {
    const [method = '', path = ''] = line.split(' ');
    const version = path.includes('/Microsoft.Logic/') ? '2019-05-01' : '2016-06-01';
    const known = /Authorization\/locks/.test(path)
      ? '2016-09-01'
      : /resourceGroups\/[^/]*$|\/(?:un)?register$|Resources\/deployments/.test(path)
        ? '2021-04-01'
        : version;
    const response = carriedOut({
      method: method as ArmRequest['method'],
      url: `https://management.azure.com${path}?api-version=${known}`,
      headers: {},
      ...(body && { body: JSON.stringify(body) }),
      authorize: true,
      timeoutSeconds: 1,
    });
    if (response.status >= 300) throw new Error(`${line}: ${response.status} ${response.body}`);
    return (readJson('', response.body).value ?? {}) as JsonObject;
  };
  ask(`PUT ${group}`, { location: 'westeurope' });
  return {
    client: armClient(world, clouds.public),
    world,
    ask,
    requests,
    waits,
    options,
    state: () => plain(emulated.state),
    set: (more: Partial<EmulatorSettings>) => {
      emulated = { ...emulated, state: { ...emulated.state, settings: { ...emulated.state.settings, ...more } } };
    },
    /** Counts requests from 0 again. */
    restart: (trouble: Trouble = () => undefined) => {
      count = 0;
      requests.length = 0;
      waits.length = 0;
      options.trouble = trouble;
    },
    /** What was changed since the restart: method and name of each request that changes something. */
    changed: () =>
      requests.filter(({ method }) => method !== 'GET').map(({ method, url }) => `${method} ${nameIn(url)}`),
  };
}

function nameIn(url: string): string {
  return new URL(url).pathname.split('/').slice(-2).join('/');
}

/** The code, message and help of the fault that something throws. */
export async function faultOf(
  doing: Promise<unknown>,
): Promise<readonly [code: string, message: string, help: string]> {
  try {
    await doing;
  } catch (error) {
    if (error instanceof Fault) return [error.code, error.message, error.help];
    throw error;
  }
  throw new Error('nothing was thrown');
}
