import type { JsonObject } from '../core/json.js';

/** Where in the example with {@link groupsBy} the new ticket has a field that is filled by a call. */
export const groupFilter = '/paths/~1tickets/post/parameters/1/schema/properties/group';

/** For examples: a field that is filled by calling an operation with a header and a body of one property, of these names. */
export function groupsBy(header: string, property: string): Readonly<Record<string, JsonObject>> {
  const text = { type: 'string', title: 'Filter', description: 'Which groups.' };
  const name = { type: 'string', title: 'Group Name', description: 'What the group is called.' };
  const post = {
    operationId: 'ListGroups',
    summary: 'List the groups',
    description: 'Lists the groups that a ticket can go to.',
    'x-ms-visibility': 'internal',
    parameters: [
      { name: header, in: 'header', type: 'string', description: 'Which groups.', 'x-ms-summary': 'Filter' },
      {
        name: 'body',
        in: 'body',
        required: true,
        description: 'Which groups.',
        schema: { type: 'object', properties: { [property]: text } },
      },
    ],
    responses: {
      '200': {
        description: 'The groups.',
        schema: { type: 'array', items: { type: 'object', properties: { name } } },
      },
      '500': { description: 'The service failed.' },
    },
  };
  return {
    '/paths/~1groups': { post },
    [groupFilter]: {
      type: 'string',
      title: 'Group',
      description: 'Which group is to look at it.',
      'x-ms-dynamic-values': {
        operationId: 'ListGroups',
        parameters: { [header]: 'open' },
        'value-path': 'name',
        'value-title': 'name',
      },
    },
  };
}
