import type { Json } from '../../src/core/json.js';
import { exchange } from '../../src/http/make-exchange.js';
import { inferConnector } from '../../src/infer/infer.js';

const ticket = { id: 1, title: 'Printer', open: true };
const list = { value: [ticket], next: 'x' };

type Recorded = readonly [call: string, answer?: Json];

/** The operations that are inferred, as `id METHOD template`, and the base path. */
function paths(recorded: readonly Recorded[]): readonly string[] {
  const exchanges = recorded.map(([call, answer = ticket]) => {
    const [method = '', path = ''] = call.split(' ');
    const url = path.startsWith('/') ? `https://api.contoso.com${path}` : path;
    return exchange({ request: { method, url }, response: { status: 200, body: answer } });
  });
  const { definition } = inferConnector(exchanges).connector;
  const operations = Object.entries(definition.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) =>
      typeof operation === 'object' && operation !== null && 'operationId' in operation
        ? `${operation.operationId} ${method.toUpperCase()} ${path}`
        : '',
    ),
  );
  return definition.basePath === '/' ? operations : [...operations, `base ${definition.basePath}`];
}

const many = (count: number, call: (index: number) => string): readonly Recorded[] =>
  Array.from({ length: count }, (_, index): Recorded => [call(index)]);

test.each<[string, readonly Recorded[], readonly string[]]>([
  ['a name', [['GET /tickets']], ['GetTickets GET /tickets']],
  ['no path', [['GET /']], ['GetRoot GET /']],
  [
    'methods of one path, sorted',
    [['POST /tickets'], ['GET /tickets']],
    ['GetTickets GET /tickets', 'PostTickets POST /tickets'],
  ],
  [
    'the base path ends at the version',
    [['GET /api/v1/tickets'], ['GET /api/v1/queues']],
    ['GetQueues GET /queues', 'GetTickets GET /tickets', 'base /api/v1'],
  ],
  [
    'a version that not all have',
    [['GET /v1/tickets'], ['GET /v2/tickets']],
    ['GetV1Tickets GET /v1/tickets', 'GetV2Tickets GET /v2/tickets'],
  ],
  [
    'a common name is no base path',
    [['GET /help/tickets'], ['GET /help/queues']],
    ['GetHelpQueues GET /help/queues', 'GetHelpTickets GET /help/tickets'],
  ],
  ['a number', [['GET /tickets/7']], ['GetTicketsByTicket GET /tickets/{ticket}']],
  ['a GUID', [['GET /queues/6f9619ff-8b86-d011-b42d-00c04fc964ff']], ['GetQueuesByQueue GET /queues/{queue}']],
  ['a token', [['GET /threads/thread_abcDEF123456ghi']], ['GetThreadsByThread GET /threads/{thread}']],
  ['a mail address', [['GET /users/ada@contoso.com']], ['GetUsersByUser GET /users/{user}']],
  [
    'a name with digits is a name',
    [['GET /models/gpt-4o-mini-2024-07-18']],
    ['GetModelsGpt4oMini20240718 GET /models/gpt-4o-mini-2024-07-18'],
  ],
  ['a number that is a version', [['GET /rest/api/2/tickets']], ['Get2Tickets GET /2/tickets', 'base /rest/api']],
  [
    'a placeholder names its parameter',
    [['GET /deployments/{deployment-id}/run']],
    ['GetDeploymentsRunByDeploymentId GET /deployments/{deployment-id}/run'],
  ],
  ['a placeholder and values', [['GET /d/<Name>/run'], ['GET /d/7/run']], ['GetDRunByName GET /d/{Name}/run']],
  ['a placeholder before the path', [['GET {{base}}/tickets']], ['GetTickets GET /tickets']],
  ['two parameters of one name', [['GET /1/2']], ['GetRootByIdId2 GET /{id}/{id2}']],
  [
    'plurals',
    [['GET /categories/1/status/2/address/3']],
    [
      'GetCategoriesStatusAddressByCategoryStatusIdAddressId GET /categories/{category}/status/{statusId}/address/{addressId}',
    ],
  ],
  ['what is encoded stays so', [['GET /a%2Fb/c%20d/%7Be%7D']], ['GetABCDByE GET /a%2Fb/c%20d/{e}']],
  ['repeated slashes', [['GET //tickets//open/']], ['GetTicketsOpen GET /tickets/open']],
  ['words that make the same id', [['GET /a-b'], ['GET /a_b']], ['GetAB GET /a-b', 'GetAB2 GET /a_b']],
  [
    'two names that lead to the same, and answer alike',
    [['GET /queues/alpha/tickets'], ['GET /queues/beta/tickets']],
    ['GetQueuesTicketsByQueue GET /queues/{queue}/tickets'],
  ],
  [
    'two names that lead to the same, and answer otherwise',
    [['GET /queues/alpha/tickets'], ['GET /queues/beta/tickets', { error: 1, why: 2, where: 3 }]],
    ['GetQueuesAlphaTickets GET /queues/alpha/tickets', 'GetQueuesBetaTickets GET /queues/beta/tickets'],
  ],
  [
    'too little in the answers to tell',
    [
      ['GET /queues/alpha/tickets', { id: 1 }],
      ['GET /queues/beta/tickets', { id: 1 }],
    ],
    ['GetQueuesAlphaTickets GET /queues/alpha/tickets', 'GetQueuesBetaTickets GET /queues/beta/tickets'],
  ],
  [
    'names behind names that are values',
    ['alpha/files/red', 'beta/files/red', 'gamma/files/blue', 'delta/files/blue'].map((path) => [
      `GET /queues/${path}/open`,
    ]),
    ['GetQueuesFilesOpenByQueueFile GET /queues/{queue}/files/{file}/open'],
  ],
  [
    'a name beside a value that leads to the same',
    [['GET /users/7/tickets'], ['GET /users/me/tickets']],
    ['GetUsersTicketsByUser GET /users/{user}/tickets'],
  ],
  [
    'names behind a version are of the API',
    [
      ['GET /v1/users/search', list],
      ['GET /v1/groups/search', list],
    ],
    ['GetGroupsSearch GET /groups/search', 'GetUsersSearch GET /users/search', 'base /v1'],
  ],
  [
    'names at the end of a path are names',
    [['GET /mail/read'], ['GET /mail/unread'], ['GET /mail/all']],
    ['GetMailAll GET /mail/all', 'GetMailRead GET /mail/read', 'GetMailUnread GET /mail/unread'],
  ],
  [
    'unless a path ends before them',
    [['GET /models', list], ['GET /models/ada'], ['GET /models/bob'], ['GET /models/eve']],
    ['GetModels GET /models', 'GetModelsByModel GET /models/{model}'],
  ],
  [
    'or each has a digit',
    [['GET /issue/KIT-1'], ['GET /issue/KIT-2'], ['GET /issue/KIT-3']],
    ['GetIssueByIssueId GET /issue/{issueId}'],
  ],
  [
    'a name that answers otherwise stays beside the values',
    [['GET /tickets', list], ['GET /tickets/7'], ['GET /tickets/search', list]],
    ['GetTickets GET /tickets', 'GetTicketsSearch GET /tickets/search', 'GetTicketsByTicket GET /tickets/{ticket}'],
  ],
  [
    'more names than operations can be',
    many(257, (index) => `GET /a/n${'ab'.repeat(index % 7)}${index}z`),
    ['GetAByAId GET /a/{aId}'],
  ],
  [
    'many more names, behind values too',
    many(600, (index) => `GET /a/${index % 2}/b/n${index}z`),
    ['GetABByAIdBId GET /a/{aId}/b/{bId}'],
  ],
  [
    'many more names behind one of many names',
    [...many(300, (index) => `GET /a/u0x/b/n${index}z`), ...many(257, (index) => `GET /a/u${index}x/b/open`)],
    ['GetABByAIdBId GET /a/{aId}/b/{bId}'],
  ],
])('%s', (_name, recorded, want) => {
  expect(paths(recorded)).toEqual(want);
  expect(paths(recorded.toReversed())).toEqual(want);
});
