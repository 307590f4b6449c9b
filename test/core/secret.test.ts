import { inspect } from 'node:util';
import { Secret } from '../../src/core/secret.js';

const key = 'sk-very-private';
const secret = new Secret(key);

test('reveal gives the value', () => {
  expect(secret.reveal()).toBe(key);
});

test.each<[string, () => string]>([
  ['String', () => String(secret)],
  ['a template', () => `Bearer ${secret}`],
  ['concatenation', () => 'Bearer ' + secret],
  ['JSON', () => JSON.stringify({ headers: [secret] })],
  ['inspect', () => inspect({ secret }, { showHidden: true, depth: 9 })],
  ['inspect without custom functions', () => inspect(secret, { customInspect: false, showHidden: true })],
  ['an error', () => inspect(new Error(`refused ${secret}`, { cause: secret }))],
  ['its keys and values', () => JSON.stringify([Reflect.ownKeys(secret), Object.entries({ ...secret })])],
])('%s does not show it', (_, print) => {
  expect(print()).not.toContain(key);
});

test('it shows that something is there', () => {
  expect([`${secret}`, JSON.stringify(secret), inspect(secret)]).toEqual(['[secret]', '"[secret]"', '[secret]']);
});
