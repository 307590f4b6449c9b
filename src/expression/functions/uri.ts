import { textAt } from '../arguments.js';
import type { Call, ExpressionFunction } from '../function.js';

/** The parts of an absolute address; all empty for any other text. */
interface Address {
  readonly scheme: string;
  readonly host: string;
  readonly port: string;
  readonly path: string;
  /** With its question mark. */
  readonly query: string;
}

function addressAt(call: Call): Address {
  const [, scheme = '', authority = '', path = '', query = ''] =
    /^([A-Za-z][A-Za-z0-9+.-]*):\/\/([^/?#\\]*)([^?#]*)(\?[^#]*)?/.exec(textAt(call, 0).trim()) ?? [];
  const [, host = '', port = ''] =
    /^(\[[^\]]*\]|[^:]*)(?::(\d{0,5}))?$/.exec(authority.slice(authority.lastIndexOf('@') + 1)) ?? [];
  const isNone = scheme === '';
  return {
    scheme: scheme.toLowerCase(),
    host: host.toLowerCase(),
    port,
    path: path === '' && !isNone ? '/' : path,
    query,
  };
}

/** The ports that .NET knows. */
const ports: ReadonlyMap<string, number> = new Map(
  Object.entries({ http: 80, https: 443, ftp: 21, ftps: 990, ws: 80, wss: 443, ldap: 389, telnet: 23 }),
);

/** Functions that take addresses apart. */
export const uriFunctions: readonly ExpressionFunction[] = [
  {
    name: 'uriHost',
    signature: '(uri: string): string',
    summary: 'Gives the host of an address.',
    examples: [["uriHost('https://user@www.contoso.com:8080/a')", 'www.contoso.com']],
    evaluate: (call) => addressAt(call).host,
  },
  {
    name: 'uriPath',
    signature: '(uri: string): string',
    summary: 'Gives the path of an address; / where it has none.',
    examples: [["uriPath('https://contoso.com/a/b.htm?c=d')", '/a/b.htm']],
    evaluate: (call) => addressAt(call).path,
  },
  {
    name: 'uriPathAndQuery',
    signature: '(uri: string): string',
    summary: 'Gives the path of an address and its query.',
    examples: [["uriPathAndQuery('https://contoso.com/a?b=c#d')", '/a?b=c']],
    evaluate: (call) => {
      const { path, query } = addressAt(call);
      return path + query;
    },
  },
  {
    name: 'uriPort',
    signature: '(uri: string): integer',
    summary: 'Gives the port of an address, or the one that its scheme has.',
    examples: [
      ["uriPort('https://contoso.com:8080')", 8080],
      ["uriPort('https://contoso.com')", 443],
    ],
    evaluate: (call) => {
      const { scheme, port } = addressAt(call);
      return port === '' ? (ports.get(scheme) ?? -1) : Number(port);
    },
  },
  {
    name: 'uriQuery',
    signature: '(uri: string): string',
    summary: 'Gives the query of an address, with its question mark.',
    examples: [["uriQuery('https://contoso.com/a?b=c#d')", '?b=c']],
    evaluate: (call) => addressAt(call).query,
  },
  {
    name: 'uriScheme',
    signature: '(uri: string): string',
    summary: 'Gives the scheme of an address.',
    examples: [["uriScheme('https://contoso.com')", 'https']],
    evaluate: (call) => addressAt(call).scheme,
  },
];
