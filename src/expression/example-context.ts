import type { JsonObject } from '../core/json.js';

/** What the examples of the functions are evaluated with; a random number is always a half. */
export const exampleContext: JsonObject = {
  now: '2026-03-05T14:07:09.1234567Z',
  workflow: { name: 'triage', run: { name: '08585' } },
  callbackUrl: 'https://contoso.com/callback',
  trigger: { headers: { 'Content-Type': 'application/json' }, body: { title: 'Phishing', tactics: ['Execution'] } },
  variables: { count: 5 },
  parameters: { site: 'contoso' },
  items: { For_each: 'Execution' },
  iterationIndexes: { Until: 2 },
  actions: {
    Ask: {
      status: 'Succeeded',
      outputs: { statusCode: 200, headers: { 'Content-Type': 'application/json' }, body: { answer: 'yes' } },
    },
    Form: {
      status: 'Succeeded',
      outputs: {
        headers: { 'Content-Type': 'multipart/form-data; boundary=b' },
        body: {
          $multipart: [
            { headers: { 'Content-Disposition': 'form-data; name="title"' }, body: 'Hello' },
            { headers: { 'Content-Disposition': 'form-data; name="tag"' }, body: 'a' },
            { headers: { 'Content-Disposition': 'form-data; name=tag' }, body: 'b' },
          ],
        },
      },
    },
  },
  results: { Scope: [{ name: 'Ask', status: 'Succeeded' }] },
};
