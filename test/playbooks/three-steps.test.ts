import { withKey } from '../../playbooks/about.js';
import { overConnector } from '../../playbooks/completion.js';
import { threeSteps } from '../../playbooks/three-steps/playbook.js';
import type { Json } from '../../src/core/json.js';
import type { Reply } from '../../src/engine/effects.js';
import { built } from '../connector/build.js';
import { answer, full, id, incident, ran } from './run.js';

const playbook = threeSteps(overConnector(built('openai')), { name: 'three-steps', about: withKey });
const steps = (...list: readonly (readonly [title: string, rationale: string])[]) =>
  answer({
    role: 'assistant',
    content: JSON.stringify({ steps: list.map(([title, rationale]) => ({ title, rationale })) }),
  });

const three = () =>
  steps(['Reset', 'Sessions end.'], ['Look', 'At the <script>sign-ins</script> & more.'], ['<i>Ask</i>', 'Her.']);

test('three tasks and a tag, of one question', async () => {
  const { record, incident: shown, asked } = await ran(playbook, full, three);
  expect(record.status).toBe('Succeeded');
  expect(shown.incident?.tasks.map(({ title, description }) => [title, description])).toEqual([
    ['Reset', 'Sessions end.'],
    ['Look', 'At the &lt;script&gt;sign-ins&lt;/script&gt; &amp; more.'],
    [' i Ask /i ', 'Her.'],
  ]);
  expect(shown.incident).toMatchObject({ tags: ['vip', 'ai-steps:v1'], comments: [], severity: 'High', status: 'New' });
  expect(asked).toHaveLength(1);
  const [question] = asked as readonly {
    readonly messages: readonly { readonly role: string; readonly content: string }[];
  }[];
  expect(question?.messages.map(({ role }) => role)).toEqual(['system', 'user']);
  expect(JSON.parse(question?.messages[1]?.content ?? '')).toEqual({
    title: 'Sign-in from <b>two</b> places',
    description: 'An account signed in from two countries.',
    severity: 'High',
    tactics: ['InitialAccess'],
    techniques: ['T1078'],
    alerts: [{ name: 'Impossible travel', description: '', product: '' }],
    entities: [{ kind: 'Account', properties: '{"accountName":"ann"}' }],
  });
});

test('an incident that was done gets nothing more', async () => {
  const done = incident({ title: 't', labels: [{ labelName: 'ai-steps:v1' }] });
  const { record, incident: shown, asked } = await ran(playbook, done, three);
  expect([record.status, asked, shown.incident?.tasks, shown.activity]).toEqual(['Succeeded', [], [], []]);
});

test.each<readonly [string, Json]>([
  ['no properties', { object: { id, properties: null } }],
  [
    'every property null',
    incident({
      title: null,
      description: null,
      severity: null,
      labels: null,
      additionalData: null,
      alerts: null,
      relatedEntities: null,
    }),
  ],
  [
    'lists of nothing',
    incident({
      labels: [{}],
      additionalData: { tactics: null },
      alerts: [{}],
      relatedEntities: [{ properties: null }],
    }),
  ],
])('an incident with %s', async (_, body) => {
  const { record, incident: shown } = await ran(playbook, body, three);
  expect([record.status, record.error, shown.incident?.tasks.length]).toEqual(['Succeeded', undefined, 3]);
});

test.each<readonly [string, Reply, string]>([
  ['refused', answer({ content: null, refusal: 'I cannot.' }), 'refused'],
  ['filtered', answer({ content: '' }, 'content_filter'), 'filtered'],
  ['cut off', answer({ content: '{"steps": [{"ti' }, 'length'), 'cut off'],
  ['empty', answer({ content: null }), 'empty'],
  ['without choices', { statusCode: 200, headers: {}, body: {} }, 'empty'],
])('an answer that is %s', async (_, reply, verdict) => {
  const { record, incident: shown } = await ran(playbook, full, () => reply);
  expect([record.status, record.error]).toEqual([
    'Failed',
    { code: 'NoAnswer', message: `The model gave no whole answer: ${verdict}.` },
  ]);
  expect(shown.incident?.comments.map(({ message }) => message)).toEqual([
    `<p>The model gave no whole answer: ${verdict}. Nothing was added.</p>`,
  ]);
  expect(shown.incident?.tasks).toEqual([]);
});

test.each<readonly [string, Reply, string]>([
  [
    'a service that fails',
    { statusCode: 500, headers: {}, body: { error: 'down' } },
    'Ask_for_steps: InternalServerError',
  ],
  [
    'an answer that is no JSON',
    answer({ content: '<b>Sorry</b>' }),
    "Read_the_steps: The 'content' property of actions of type 'ParseJson' must be valid JSON. The provided value cannot be parsed: 'Unexpected character encountered while parsing value: &lt;. Path '', line 0, position 0.'.",
  ],
])('%s: a comment, no tag, a failed run', async (_, reply, said) => {
  const { record, incident: shown } = await ran(playbook, full, () => reply);
  expect([record.status, record.error?.code]).toEqual(['Failed', 'PlaybookFailed']);
  expect(shown.incident?.comments.map(({ message }) => message)).toEqual([
    `<p>The playbook three-steps failed at ${said}</p>`,
  ]);
  expect([shown.incident?.tags, shown.incident?.tasks]).toEqual([['vip'], []]);
});

test('never more tasks than five, nor longer texts than the service takes', async () => {
  const many = steps(...Array.from({ length: 40 }, (_, at) => [`${at} ${'x'.repeat(400)}`, 'y'] as const));
  const { incident: shown } = await ran(playbook, full, () => many);
  expect(shown.incident?.tasks.map(({ title }) => title.length)).toEqual([150, 150, 150, 150, 150]);
});
