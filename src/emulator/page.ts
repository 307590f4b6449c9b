import type { Json, JsonObject } from '../core/json.js';
import { percentEncoded } from '../wire/parameter-text.js';
import type { Context } from './context.js';
import { readFilter } from './filter.js';
import { armOrigin } from './origins.js';
import { ok, refused, type Reply } from './reply.js';
import { refusals } from './refusals.js';
import type { Resource } from './state.js';

/** One page of resources that are in the order of their ids, and where it goes on. `$top` is how many a page has. */
export function page(context: Context, resources: readonly Resource[], show: (one: Resource) => JsonObject): Reply {
  const { query, world, emulated } = context;
  const top = query.get('$top');
  const size = top === undefined ? emulated.state.settings.pageSize : Number(top);
  if (!Number.isInteger(size) || size < 1 || size > MOST) return badQuery('$top', top ?? '');
  const token = query.get('skiptoken') ?? query.get('$skiptoken');
  const after = token === undefined ? '' : Buffer.from(token, 'base64url').toString();
  if (token !== undefined && !after.startsWith('/')) return badQuery('skiptoken', token);
  const rest = resources.filter(({ id }) => id.toLowerCase() > after);
  const value: Json[] = rest.slice(0, size).map(show);
  const last = rest[size - 1];
  if (last === undefined || rest.length === size) return ok({ value });
  return ok({ value, nextLink: nextLink(context, armOrigin(world), last.id.toLowerCase()) });
}

/** As {@link page}, of those that `$filter` asks for. */
export function filteredPage(
  context: Context,
  resources: readonly Resource[],
  show: (one: Resource) => JsonObject,
): Reply {
  const text = context.query.get('$filter');
  if (text === undefined) return page(context, resources, show);
  const fits = readFilter(text);
  return fits ? page(context, resources.filter(fits), show) : badQuery('$filter', text);
}

/** The specification has an int32; a page of more than this is none. */
const MOST = 10_000;

/** A query parameter that makes no sense. */
function badQuery(name: string, value: string): Reply {
  return refused(refusals.badQuery, `The value '${value.slice(0, 60)}' of the query parameter '${name}' is not valid.`);
}

function nextLink({ id, query }: Context, origin: string, last: string): string {
  const kept = [...query].filter(([name]) => name !== 'skiptoken' && name !== '$skiptoken');
  const pairs = [...kept, ['skiptoken', Buffer.from(last).toString('base64url')] as const];
  return `${origin}${id}?${pairs.map(([name, value]) => `${name}=${percentEncoded(value)}`).join('&')}`;
}
