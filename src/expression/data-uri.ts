import { unescaped } from './component.js';

/** What a data URI holds. */
export interface DataUri {
  /** Its media type with parameters; `text/plain` where it names none. */
  readonly type: string;
  readonly base64: string;
}

/** The parts of a data URI; undefined for any other text. */
export function parseDataUri(text: string): DataUri | undefined {
  const comma = text.indexOf(',');
  if (!/^data:/i.test(text) || comma < 0) return undefined;
  const head = text.slice('data:'.length, comma);
  const isBase64 = /;\s*base64$/i.test(head);
  const type = isBase64 ? head.slice(0, head.lastIndexOf(';')) : head;
  const data = text.slice(comma + 1);
  const base64 = isBase64 ? data.replaceAll(/\s+/g, '') : Buffer.from(unescaped(data)).toString('base64');
  if (isBase64 && !(base64.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(base64))) return undefined;
  return { type: type === '' ? 'text/plain' : type, base64 };
}
