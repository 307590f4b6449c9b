import { any, allOf, file, nullable } from '../../src/build/compose.js';
import { array } from '../../src/build/array.js';
import { boolean } from '../../src/build/boolean.js';
import { define } from '../../src/build/define.js';
import { integer, number } from '../../src/build/number.js';
import { inQuery } from '../../src/build/parameter.js';
import { object, record } from '../../src/build/object.js';
import { string } from '../../src/build/string.js';
import type { Json } from '../../src/core/json.js';
import type { Infer, Named } from '../../src/openapi/infer.js';
import type { Schema } from '../../src/openapi/types.js';

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Compiles only where the two types are one. */
function same<A, B>(...proof: Equal<A, B> extends true ? [] : ['The types differ.', A, B]): void {
  expect(proof).toEqual([]);
}

interface Folder {
  readonly name?: string;
  readonly folders?: readonly Folder[];
}
const Folder: Named<'Folder', Folder> = define('Folder', () => object({ name: string(), folders: array(Folder) }));

const Role = string({ title: 'Role', enum: ['user', 'system'], default: 'user' });
const Message = define('Message', object({ role: Role, content: nullable(string()) }, { required: ['role'] }));
type Message = { readonly role: 'user' | 'system'; readonly content?: string | null };

test('the value types of built schemas', () => {
  const schemas = {
    text: string({ format: 'date-time' }),
    empty: object({}),
    choice: integer({ enum: [1, 2] }),
    nullableChoice: nullable(Role),
    whole: integer({ default: 3 }),
    fraction: number({ minimum: 0 }),
    flag: boolean({ default: true }),
    list: array(array(Role)),
    map: record(array(string())),
    mixed: object({ a: string() }, { required: ['a'], additionalProperties: integer() }),
    closed: object({ a: string() }, { additionalProperties: false }),
    both: allOf([object({ a: string() }, { required: ['a'] }), Message]),
    anything: any(),
    bytes: file(),
    reference: Message,
    conversation: object({ messages: array(Message), max: nullable(integer()) }, { required: ['messages'] }),
  };
  type Values = { [Name in keyof typeof schemas]: Infer<(typeof schemas)[Name]> };
  same<Values['text'], string>();
  same<Values['choice'], 1 | 2>();
  same<Values['nullableChoice'], 'user' | 'system' | null>();
  same<Values['whole'], number>();
  same<Values['fraction'], number>();
  same<Values['flag'], boolean>();
  same<Values['list'], readonly (readonly ('user' | 'system')[])[]>();
  same<Values['map'], Readonly<Record<string, readonly string[]>>>();
  same<Values['mixed'], { readonly a: string } & Readonly<Record<string, string | number>>>();
  same<Values['closed'], { readonly a?: string }>();
  same<Values['both'], { readonly a: string } & Message>();
  same<Values['anything'], Json>();
  same<Values['bytes'], string>();
  same<Values['reference'], Message>();
  same<Values['conversation'], { readonly messages: readonly Message[]; readonly max?: number | null }>();
  same<Values['empty'], {}>();
  expect(Object.keys(schemas)).not.toEqual([]);
});

test('a schema that contains itself', () => {
  same<Infer<typeof Folder>, Folder>();
  const value: Infer<typeof Folder> = { folders: [{ name: 'a', folders: [] }] };
  expect(value).toEqual({ folders: [{ name: 'a', folders: [] }] });
});

test('parameters', () => {
  const parameters = {
    role: inQuery('role', Role),
    roles: inQuery('roles', array(Role)),
    days: inQuery('days', integer(), { required: true }),
  };
  type Values = { [Name in keyof typeof parameters]: Infer<(typeof parameters)[Name]> };
  same<Values['role'], 'user' | 'system'>();
  same<Values['roles'], readonly ('user' | 'system')[]>();
  same<Values['days'], number>();
  same<(typeof parameters)['days']['required'], true>();
  expect(parameters.roles.items).toEqual(Role);
});

test('plain schemas, written as constants or not known', () => {
  const Plain = {
    type: 'object',
    properties: { a: { type: 'string', enum: ['x'] }, b: { type: 'integer' } },
    required: ['b'],
  } as const;
  same<Infer<typeof Plain>, { readonly b: number; readonly a?: 'x' }>();
  same<Infer<Schema>, Json>();
  same<Infer<{ readonly $ref: '#/definitions/X' }>, Json>();
  expect(Plain.type).toBe('object');
});

test('wrong values do not compile', () => {
  const values: Message[] = [
    { role: 'user' },
    { role: 'user', content: null },
    // @ts-expect-error not in the enum
    { role: 'robot' },
    // @ts-expect-error required
    { content: 'a' },
    // @ts-expect-error not declared
    { role: 'user', contents: 'a' },
    // @ts-expect-error absent is not undefined
    { role: 'user', content: undefined },
  ];
  expect(values).toHaveLength(6);
  // @ts-expect-error the helper of these tests does tell types apart
  same<Infer<typeof Role>, string>();
});

test('properties whose schemas are not known beside known ones', () => {
  const more: Readonly<Record<string, Schema>> = { extra: { type: 'string' } };
  const Core = object({ role: Role, ...more }, { required: ['role'] });
  same<Infer<typeof Core>['role'], 'user' | 'system'>();
  const all: Readonly<Record<string, Schema>> = Core.properties;
  const Wide = object(all, { required: ['role', 'extra'] });
  same<Infer<typeof Wide>, { readonly [name: string]: Json | undefined }>();
  expect(Wide.required).toEqual(['role', 'extra']);
});
