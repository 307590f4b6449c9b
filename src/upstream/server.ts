import { isArray, isObject, own, type Json, type JsonObject } from '../core/json.js';
import type { OperationAt } from './find-operation.js';

/** The address before an operation's path, without a slash at its end: a template where the host is open. Undefined where none is given. */
export function serverOf(spec: JsonObject, { item, operation }: OperationAt): string | undefined {
  if (own(spec, 'swagger') === '2.0') return swagger2Server(spec);
  const [server] = [operation, item, spec].flatMap((owner) => firstUrl(own(owner, 'servers')));
  return server;
}

function firstUrl(servers: Json | undefined): string[] {
  const server = isArray(servers) ? servers[0] : undefined;
  const url = isObject(server) ? own(server, 'url') : undefined;
  return typeof url === 'string' ? [withoutSlash(url)] : [];
}

function swagger2Server(spec: JsonObject): string | undefined {
  const open = own(spec, 'x-ms-parameterized-host');
  const template = isObject(open) ? own(open, 'hostTemplate') : undefined;
  const host = typeof template === 'string' ? template : own(spec, 'host');
  if (typeof host !== 'string') return undefined;
  const basePath = own(spec, 'basePath');
  const schemes = own(spec, 'schemes');
  const scheme = isArray(schemes) && schemes.length > 0 && !schemes.includes('https') ? schemes[0] : 'https';
  return withoutSlash(`${String(scheme)}://${host}${typeof basePath === 'string' ? basePath : ''}`);
}

function withoutSlash(address: string): string {
  return address.endsWith('/') ? address.slice(0, -1) : address;
}
