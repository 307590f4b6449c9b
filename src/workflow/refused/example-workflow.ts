import type { JsonObject } from '../../core/json.js';

const subscription = '/subscriptions/00000000-0000-0000-0000-000000000000';

/** A call on the connection `tickets`. */
function call(inputs: JsonObject, runAfter: JsonObject): JsonObject {
  const host = { connection: { name: "@parameters('$connections')['tickets']['connectionId']" } };
  return { type: 'ApiConnection', inputs: { host, ...inputs }, runAfter };
}

/** A workflow of which no rule has anything to say: it reads a ticket, answers each of its notes, and tells where that fails. */
export const exampleWorkflow: JsonObject = {
  definition: {
    $schema:
      'https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#',
    contentVersion: '1.0.0.0',
    parameters: {
      $connections: { type: 'Object', defaultValue: {} },
      Language: { type: 'String', defaultValue: 'en' },
    },
    triggers: {
      Ticket: {
        type: 'ApiConnectionWebhook',
        inputs: {
          host: { connection: { name: "@parameters('$connections')['tickets']['connectionId']" } },
          body: { callback_url: '@{listCallbackUrl()}' },
          path: '/ticket-creation',
        },
      },
    },
    actions: {
      Count: {
        type: 'InitializeVariable',
        inputs: { variables: [{ name: 'count', type: 'integer', value: 0 }] },
        runAfter: {},
      },
      Read: call(
        {
          method: 'get',
          path: "/tickets/@{encodeURIComponent(triggerBody()?['id'])}",
          queries: { language: "@parameters('Language')" },
        },
        { Count: ['Succeeded'] },
      ),
      Each: {
        type: 'Foreach',
        foreach: "@coalesce(body('Read')?['notes'], json('[]'))",
        actions: {
          Answer: call({ method: 'post', path: '/notes', body: { note: "@items('Each')?['id']", text: 'Seen.' } }, {}),
          Add: { type: 'IncrementVariable', inputs: { name: 'count', value: 1 }, runAfter: { Answer: ['Succeeded'] } },
        },
        runAfter: { Read: ['Succeeded'] },
      },
      Say: {
        type: 'Compose',
        inputs: "@{variables('count')} notes were answered.",
        runAfter: { Each: ['Succeeded'] },
      },
      Tell: call(
        { method: 'post', path: '/failures', body: { id: "@triggerBody()?['id']" } },
        { Each: ['Failed', 'TimedOut', 'Skipped'] },
      ),
    },
    outputs: {},
  },
  parameters: {
    $connections: {
      value: {
        tickets: {
          connectionId: `${subscription}/resourceGroups/help/providers/Microsoft.Web/connections/tickets`,
          connectionName: 'tickets',
          id: `${subscription}/resourceGroups/help/providers/Microsoft.Web/customApis/tickets`,
        },
      },
    },
  },
};
