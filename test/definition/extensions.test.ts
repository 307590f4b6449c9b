import { extensions, type ExtensionName, type ExtensionsAt } from '../../src/definition/extensions.js';
import type { ExtensionValues } from '../../src/definition/extensions-shapes.js';
import type { Extensible } from '../../src/openapi/types.js';

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <Claim extends true>(): Claim | undefined => undefined;

test('every extension has a shape, and every shape an entry', () => {
  holds<Equal<ExtensionName, keyof ExtensionValues>>();
  expect(Object.keys(extensions)).toContain('x-ms-summary');
});

test('a place has its own extensions, and they are plain JSON', () => {
  holds<Equal<keyof ExtensionsAt<'path-item'>, 'x-ms-notification-content'>>();
  holds<Equal<keyof ExtensionsAt<'info'>, 'x-ms-deployment-version' | 'x-ms-keywords' | 'x-ms-api-annotation'>>();
  const plain: Extensible[] = [{} as ExtensionsAt<'operation'>, {} as ExtensionsAt<'schema'>]; // only the types matter
  expect(plain).toEqual([{}, {}]);
});

test('a misspelt name or a wrong value does not compile', () => {
  const operation: ExtensionsAt<'operation'>[] = [
    { 'x-ms-trigger': 'single' },
    // @ts-expect-error no such value
    { 'x-ms-trigger': 'webhook' },
    // @ts-expect-error misspelt
    { 'x-ms-visibilty': 'internal' },
    // @ts-expect-error stands elsewhere
    { 'x-ms-url-encoding': 'single' },
  ];
  expect(operation).toHaveLength(4);
});

test.each(Object.entries(extensions))('%s has one sentence and a source', (_, { meaning, source }) => {
  expect(meaning).toMatch(/^[A-Z].*\.$/);
  expect(source).not.toBe('');
});
