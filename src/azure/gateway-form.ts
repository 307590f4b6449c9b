import { isArray, isObject, own, type Json, type JsonObject } from '../core/json.js';

/** What the gateway puts before each path: where the connection's id goes. */
const MARK = '/{connectionId}';
const NAME = 'connectionId';

/** Whether a definition is in the form that the gateway has it in: each path begins with the connection's id. */
export function isGatewayForm(swagger: JsonObject): boolean {
  const paths = own(swagger, 'paths');
  const names = isObject(paths) ? Object.keys(paths).filter((path) => !path.startsWith('x-')) : [];
  return names.length > 0 && names.every((path) => path.startsWith(`${MARK}/`) || path === MARK);
}

/**
 * A definition of the gateway's form as it was before: without the connection's id, and with the address that is called in place of the gateway's.
 * Without an address it has none.
 */
export function asWritten(swagger: JsonObject, serviceUrl: string | undefined): JsonObject {
  const { host: _host, basePath: _basePath, schemes: _schemes, ...rest } = swagger;
  const paths = own(swagger, 'paths');
  const behind = Object.entries(isObject(paths) ? paths : {}).map(
    ([path, item]) => [path.startsWith(MARK) ? path.slice(MARK.length) || '/' : path, withoutId(item)] as const,
  );
  return { ...rest, ...addressOf(serviceUrl), paths: Object.fromEntries(behind) };
}

/** Host, base path and scheme of an address, as a definition has them; none where there is no address. */
export function addressOf(serviceUrl: string | undefined): JsonObject {
  if (serviceUrl === undefined || !URL.canParse(serviceUrl)) return {};
  const { host, pathname, protocol } = new URL(serviceUrl);
  return { host, ...(pathname !== '/' && { basePath: pathname }), schemes: [protocol.slice(0, -1)] };
}

/** The id stands among the parameters of each operation, or of the path. */
function withoutId(item: Json): Json {
  if (!isObject(item)) return item;
  const members = Object.entries(item).map(([key, value]) => {
    if (key === 'parameters') return [key, withoutParameter(value)] as const;
    const inner = isObject(value) ? own(value, 'parameters') : undefined;
    return [
      key,
      isObject(value) && inner !== undefined ? { ...value, parameters: withoutParameter(inner) } : value,
    ] as const;
  });
  return Object.fromEntries(
    members.filter(([key, value]) => !(key === 'parameters' && isArray(value) && value.length === 0)),
  );
}

function withoutParameter(list: Json): Json {
  if (!isArray(list)) return list;
  return list.filter((one) => !isObject(one) || own(one, 'name') !== NAME || own(one, 'in') !== 'path');
}
