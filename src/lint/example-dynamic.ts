import type { Json, JsonObject } from '../core/json.js';

/** The field of the example connector's new tickets that is a drop-down of queues. */
export const queue = '/paths/~1tickets/post/parameters/1/schema/properties/queue';
/** The call that fills it. */
export const queueCall = `${queue}/x-ms-dynamic-values`;

const description = 'Which queues.';

/** For examples: the operation that lists the queues takes an area too. */
export function withArea(more: JsonObject): Readonly<Record<string, JsonObject>> {
  const area = { name: 'area', in: 'query', type: 'string', description, 'x-ms-summary': 'Area', ...more };
  return { '/paths/~1queues/get/parameters/-': area };
}

const origin = 'Where the ticket is from.';

/** For examples: the operation that makes a ticket takes a region too, as a parameter. */
export function withRegion(more: JsonObject = {}): Readonly<Record<string, JsonObject>> {
  const region = {
    name: 'region',
    in: 'query',
    type: 'string',
    description: origin,
    'x-ms-summary': 'Region',
    ...more,
  };
  return { '/paths/~1tickets/post/parameters/-': region };
}

/** For examples: a new ticket has a region, in the body. */
export function withRegionInBody(more: JsonObject = {}): Readonly<Record<string, JsonObject>> {
  const region = { type: 'string', title: 'Region', description: origin, ...more };
  return { '/paths/~1tickets/post/parameters/1/schema/properties/region': region };
}

/** For examples: the call of {@link queueCall} in the newer form, beside the older one. */
export function newerCall(parameters: { readonly [name: string]: Json }): Readonly<Record<string, JsonObject>> {
  const paths = { itemsPath: 'queues', itemValuePath: 'name', itemTitlePath: 'label' };
  return { [`${queue}/x-ms-dynamic-list`]: { operationId: 'ListQueues', parameters, ...paths } };
}
