import { readJson } from '../../src/core/json-read.js';
import { writeJson } from '../../src/core/json-write.js';
import type { Json } from '../../src/core/json.js';
import type { RunRecord } from '../../src/engine/record.js';
import { freshState, started } from '../../src/emulator/fresh.js';
import { readState } from '../../src/emulator/read-state.js';
import { handle } from '../../src/emulator/handle.js';
import type { Emulated, EmulatorWorld, Handled } from '../../src/emulator/message.js';
import { carryOut, type Holder } from '../../src/emulator/run/carry-out.js';
import { allOf, type Shelf } from '../../src/emulator/shelf.js';
import type { EmulatorSettings, EmulatorState, Resource } from '../../src/emulator/state.js';
import { kept } from '../../src/emulator/store.js';

export const subscription = '34adfa4f-cedf-4dc0-ba29-b6d1a69ab345';
export const group = `/subscriptions/${subscription}/resourceGroups/rg`;
export const customApi = (name: string) => `${group}/providers/Microsoft.Web/customApis/${name}`;
export const connection = (name: string) => `${group}/providers/Microsoft.Web/connections/${name}`;
export const requestId = '00000000-0000-0000-0000-000000000001';
export const noon = Date.parse('2026-11-22T12:00:00.5Z');

/** A definition with one operation that has a key, for tests that need any. */
export const swagger = {
  swagger: '2.0',
  info: { title: 'T', version: '1' },
  host: 'api.contoso.com',
  basePath: '/v1',
  schemes: ['https'],
  consumes: ['application/json'],
  paths: {
    '/things/{id}': {
      post: {
        operationId: 'Make',
        parameters: [
          { name: 'id', in: 'path', required: true, type: 'string' },
          { name: 'v', in: 'query', required: true, type: 'string', default: '2', 'x-ms-visibility': 'internal' },
          { name: 'body', in: 'body', schema: { type: 'object' } },
        ],
        responses: { 200: { description: 'Made.' } },
      },
    },
    '/things': { get: { operationId: 'List', responses: { 200: { description: 'All.' } } } },
  },
  securityDefinitions: { api_key: { type: 'apiKey', in: 'header', name: 'X-Key' } },
};

export const customApiBody = (more: object = {}) => ({
  location: 'westeurope',
  properties: {
    swagger,
    backendService: { serviceUrl: 'https://api.contoso.com/v1' },
    connectionParameters: {
      api_key: { type: 'securestring', uiDefinition: { constraints: { required: 'true' } } },
      region: { type: 'string' },
    },
    ...more,
  },
});

export const connectionBody = (more: object = {}) => ({
  location: 'westeurope',
  properties: { api: { id: customApi('things') }, parameterValues: { api_key: 'canary', region: 'eu' }, ...more },
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Json | undefined;
}

/** An emulator that remembers, so that a test can ask it one thing after the other. */
export function emulator(settings: Partial<EmulatorSettings> = {}, world: Partial<EmulatorWorld> = {}) {
  let emulated: Emulated = started(freshState(settings));
  let now = noon;
  const raw = (request: { method: string; url: string; headers?: Record<string, string>; body?: string }): Handled => {
    const { method, url, headers = {}, ...body } = request;
    const all = { authorization: 'Bearer x', ...headers };
    const handled = handle(emulated, { method, url, headers: all, ...body }, { now, requestId, ...world });
    emulated = { state: handled.state, memory: handled.memory };
    return handled;
  };
  const ask = (line: string, body?: unknown): Answer => {
    const [method = '', path = ''] = line.split(' ');
    const version = /[?&]api-version=/.test(path) ? '' : `${path.includes('?') ? '&' : '?'}api-version=2016-06-01`;
    const text = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
    const { response } = raw({ method, url: path + version, ...text });
    if (response === undefined) throw new Error('forwarded');
    return { status: response.status, headers: response.headers, body: parsed(response.body) };
  };
  return {
    ask,
    raw,
    state: () => plain(emulated.state),
    /** Puts in what somebody else has made. */
    keep: (all: readonly Resource[]) => void (emulated = all.reduce(kept, emulated)),
    /** As the command does it: the state is written, and read again. */
    restart: () => {
      const { value } = readJson('state.json', writeJson(plain(emulated.state) as unknown as Json));
      const state = readState(value);
      if (state === undefined) throw new Error('not a state');
      emulated = started(state);
    },
    wait: (milliseconds: number) => (now += milliseconds),
    /** Carries out the runs that have begun; calls that have to be made are answered by `forward`. */
    runs: async (forward: Holder['forward'] = () => Promise.reject(new Error('forwarded'))): Promise<RunRecord[]> => {
      const records: RunRecord[] = [];
      const change: Holder['change'] = async (apply) => {
        const { emulated: after, result } = apply(emulated, { now, requestId, ...world });
        emulated = after;
        return result;
      };
      for (let [run] = emulated.memory.runs.values(); run !== undefined; [run] = emulated.memory.runs.values()) {
        records.push(await carryOut(run, { change, forward }));
      }
      return records;
    },
  };
}

export function parsed(body: string | Uint8Array): Json | undefined {
  const text = Buffer.from(body).toString();
  try {
    return JSON.parse(text);
  } catch {
    return text === '' ? undefined : text;
  }
}

/** `status code` of an error, `status` of anything else. */
export function verdict({ status, body }: Pick<Answer, 'status' | 'body'>): string {
  const code = (body as { error?: { code?: string } } | undefined)?.error?.code;
  return code === undefined ? String(status) : `${status} ${code}`;
}

/** A state with its groups and resources by their ids, as it is written. */
export function plain({ groups, resources, ...rest }: EmulatorState) {
  const byId = <Of>(shelf: Shelf<Of>): Record<string, Of> => Object.fromEntries(allOf(shelf));
  return { ...rest, groups: byId(groups), resources: byId(resources) };
}
