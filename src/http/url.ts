/** A recorded URL in the parts that routing needs. */
export interface SplitUrl {
  /** With its port, in lower case. Undefined where the recording has none, or only a placeholder for it. */
  readonly host?: string;
  /** Begins with `/`; percent-encoding, repeated slashes and placeholders stay as recorded. */
  readonly path: string;
  /** In order, percent-decoded where that is possible. */
  readonly query: readonly (readonly [name: string, value: string])[];
}

/** A placeholder that stands for everything before the path: `<ENDPOINT>`, `{{baseUrl}}`, `{baseUrl}`, `${BASE}`, `@{variables('uri')}`. */
const PLACEHOLDER = /^(?:<[^<>]*>|\{\{[^{}]*\}\}|[$@]?\{[^{}]*\})/;
const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;
const HOST = /^(?:[\w.\u00c0-\u1fff\u2c00-\ud7ff\uf900-\uffdc-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;

/** Splits a recorded URL: absolute, only a path, or with an unresolved placeholder for its host. Throws on no text. */
export function splitUrl(url: string): SplitUrl {
  const text = url.trim();
  const placeholder = PLACEHOLDER.exec(text)?.[0] ?? '';
  const scheme = SCHEME.exec(text)?.[0] ?? '';
  const whole = before(text.slice(placeholder.length + scheme.length), '#');
  const address = before(whole, '?');
  const authority = scheme === '' ? '' : before(address, '/');
  const host = authority.slice(authority.lastIndexOf('@') + 1).toLowerCase();
  const path = address.slice(authority.length);
  return {
    ...(HOST.test(host) && { host }),
    path: path.startsWith('/') ? path : `/${path}`,
    query: queryOf(whole.slice(address.length + 1)),
  };
}

function before(text: string, mark: string): string {
  const at = text.indexOf(mark);
  return at === -1 ? text : text.slice(0, at);
}

function queryOf(text: string): (readonly [string, string])[] {
  return text
    .split('&')
    .filter((field) => field !== '')
    .map((field) => {
      const name = before(field, '=');
      return [decoded(name), decoded(field.slice(name.length + 1))] as const;
    });
}

/** Decodes a query's name or value; one with a broken escape stays as it was. */
function decoded(text: string): string {
  if (!text.includes('%') && !text.includes('+')) return text;
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
