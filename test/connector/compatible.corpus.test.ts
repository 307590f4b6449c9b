import { existsSync } from 'node:fs';
import { contractTest, countsOf, errorsOf } from './contract-test.js';

const data = '../shared/data';
const corpus = existsSync(data) ? describe : describe.skip;

const samples = (total: number, failed = 0, unmatched = 0) => ({
  total,
  passed: total - failed - unmatched,
  failed,
  unmatched,
  skipped: 0,
});

const noModel = 'missing-required /request/body';

/* connector/COMPATIBLE.md says what each of these is. */
corpus('what servers answer that speak the protocol', () => {
  test('answers: only content in parts fails, which Mistral gives of a model that thinks', async () => {
    const result = await contractTest(`compatible --samples ${data}/samples/compatible/json`);
    expect(result.samples).toEqual(samples(70, 3));
    const content = ['wrong-type /response/body/choices/0/message/content'];
    const post = 'mistral.mistral_v1_chat_completions_post_20aaaaf3';
    expect(errorsOf(result, 'DataDog__dd-trace-py')).toEqual({
      [`${post}.hcd383a5.json`]: content,
      [`${post}.he205779.json`]: content,
      [`${post}.json`]: content,
    });
    expect(countsOf(result)).toEqual({
      'error wrong-type': 3,
      'note narrower-than-api': 9,
      'note undeclared-property': 181,
    });
    const narrower = result.findings.filter(({ code }) => code === 'narrower-than-api');
    expect(narrower.map(({ pointer, count = 1 }) => `${count} ${pointer}`)).toEqual([
      '5 /request/body/stop',
      '1 /request/body/messages/0/content',
      '3 /response/body/choices/0/finish_reason',
    ]);
  });

  test('refusals: any form will do', async () => {
    const result = await contractTest(`compatible --samples ${data}/samples/compatible/error`);
    expect(result.samples).toEqual(samples(6));
  });

  test('streams: each fails, as what it is', async () => {
    const result = await contractTest(`compatible --samples ${data}/samples/compatible/sse`);
    expect(result.samples).toEqual(samples(53, 53));
    expect(countsOf(result)).toEqual({ 'error wrong-content-type': 53, 'note undeclared-property': 70 });
  });

  test('llama-server: two streams, and seven requests that are none', async () => {
    const result = await contractTest(`compatible --samples ${data}/recorded-llama-server`);
    expect(result.samples).toEqual(samples(57, 9, 4));
    expect(errorsOf(result, 'recorded-llama-server')).toEqual({
      '11-ok-stream.json': ['wrong-content-type /response/headers/content-type'],
      '12-ok-stream-include-usage.json': ['wrong-content-type /response/headers/content-type'],
      '19-model-missing.json': ['missing-required /request/body'],
      '41-empty-body.json': ['body-missing /request'],
      '45-messages-empty.json': ['wrong-length /request/body/messages'],
      '47-wrong-role.json': ['not-in-enum /request/body/messages/0/role'],
      '48-role-missing.json': ['missing-required /request/body/messages/0'],
      '54-max-tokens-fraction.json': ['wrong-type /request/body/max_tokens'],
      '58-stop-number.json': ['wrong-type /request/body/stop'],
    });
    const unmatched = result.findings.filter(({ code }) => code === 'unmatched-exchange');
    expect(unmatched.map(({ message }) => message)).toEqual([
      'No operation has the path /chat/completionz. Did you mean "/chat/completions"?',
      'No operation takes GET on /chat/completions; declared there: POST.',
      'No operation has the path /models.',
      'No operation has the path /health.',
    ]);
  });

  test('OpenAI is a server that speaks its own protocol', async () => {
    const result = await contractTest(`compatible --samples ${data}/samples/openai/json`);
    expect(result.samples).toEqual(samples(721));
  });

  test('so is Azure OpenAI, which needs no model', async () => {
    const result = await contractTest(`compatible --samples ${data}/samples/azure/json`);
    expect(result.samples).toEqual(samples(82, 49));
    expect(Object.values(errorsOf(result, 'azure/json')).filter((errors) => errors.join() !== noModel)).toEqual([
      ['null-not-declared /request/body/model'],
    ]);
    const answers = await contractTest(`compatible --samples ${data}/samples/azure/json --direction response`);
    expect(answers.samples).toEqual(samples(82));
  });
});
