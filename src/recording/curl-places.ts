import { buildJson } from '../core/json-build.js';
import type { Placed } from '../core/places.js';
import type { Answer } from './curl-answer.js';
import type { Excerpt } from './curl-excerpt.js';
import type { SentRequest } from './curl-request.js';

/** Where the parts of an exchange in the sample format stand in the file that it was read from. */
export function placesOf(request: SentRequest, answer: Answer | undefined): Placed {
  const { methodAt, urlAt, headers, body } = request;
  const parts: [string, Placed][] = [
    ['method', methodAt],
    ['url', urlAt],
    ['headers', headersPlaced(headers, urlAt)],
  ];
  if (body) parts.push(['body', bodyPlaced(body)]);
  const sent: Placed = { offset: urlAt, children: new Map(parts) };
  const children = new Map<string, Placed>([['request', sent]]);
  if (answer) children.set('response', responsePlaced(answer));
  return { offset: urlAt, children };
}

/** Where the parts of a response in the sample format stand. */
export function responsePlaced({ start, headers, body }: Answer): Placed {
  const parts: [string, Placed][] = [
    ['status', start],
    ['headers', headersPlaced(headers, start)],
    ['body', bodyPlaced(body)],
  ];
  return { offset: start, children: new Map(parts) };
}

function headersPlaced(headers: Answer['headers'], offset: number): Placed {
  return {
    offset: headers[0]?.at ?? offset,
    children: new Map(headers.map(({ name, at }) => [name.toLowerCase(), at])),
  };
}

/** A body that is JSON is looked into. */
function bodyPlaced({ text, offsetAt }: Excerpt): Placed {
  if (!/^\s*[[{]/.test(text)) return offsetAt(0);
  const moved = (placed: Placed): Placed => {
    if (typeof placed === 'number') return offsetAt(placed);
    const { offset, children } = placed;
    if (children === undefined) return offsetAt(offset);
    if ('get' in children) {
      return { offset: offsetAt(offset), children: new Map([...children].map(([key, value]) => [key, moved(value)])) };
    }
    return { offset: offsetAt(offset), children: children.map(moved) };
  };
  return moved(buildJson(text, () => {}).placed);
}
