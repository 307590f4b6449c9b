import { labelOf } from '../../src/definition/label.js';

test.each([
  ['max_completion_tokens', 'Max completion tokens'],
  ['id', 'Id'],
  ['topP', 'Top P'],
  ['sourceIP', 'Source IP'],
  ['URL', 'URL'],
  ['HTTPStatus', 'HTTP status'],
  ['self-harm', 'Self harm'],
  ['top_k2', 'Top k2'],
  ['größe', 'Größe'],
  ['', ''],
  ['_', '_'],
])('%s is labelled %s', (name, want) => {
  expect(labelOf(name)).toBe(want);
});
