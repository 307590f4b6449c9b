/** What does not compile. Each `@ts-expect-error` fails the type check when the line below it compiles. */
import { action } from '../../src/build/operation.js';
import { any, file, nullable } from '../../src/build/compose.js';
import { apiKey, basic } from '../../src/build/security.js';
import { array } from '../../src/build/array.js';
import { boolean } from '../../src/build/boolean.js';
import { connector } from '../../src/build/connector.js';
import { constant, inForm, inHeader, inPath, inQuery } from '../../src/build/parameter.js';
import { define } from '../../src/build/define.js';
import { dynamicList, dynamicSchema, dynamicValues } from '../../src/build/dynamic.js';
import { integer, number } from '../../src/build/number.js';
import { object } from '../../src/build/object.js';
import { errors, response } from '../../src/build/response.js';
import { string } from '../../src/build/string.js';
import { ListQueues } from './example.js';

const name = define('Name', string());
const words = { operationId: 'Get', method: 'get', summary: 'Get', description: 'Gets.' } as const;
const answers = { 200: response('All.', any()), ...errors(404) };
const about = { name: 'a', title: 'A', description: 'A.', version: '1.0.0', host: 'a.example', operations: [] };

test('schemas', () => {
  const built = [
    // @ts-expect-error a maximum on a string
    string({ maximum: 3 }),
    // @ts-expect-error a pattern on a number
    number({ pattern: 'a' }),
    // @ts-expect-error no such format
    string({ format: 'datetime' }),
    // @ts-expect-error no such visibility
    string({ visibility: 'hidden' }),
    // @ts-expect-error a default outside the enum
    string({ enum: ['a', 'b'], default: 'c' }),
    // @ts-expect-error a default of another type
    integer({ default: '3' }),
    // @ts-expect-error a default of another type
    boolean({ default: 'true' }),
    // @ts-expect-error an enum of another type
    integer({ enum: ['a'] }),
    // @ts-expect-error a value of the enum without a title
    string({ enum: ['a', 'b'], enumTitles: { a: 'A' } }),
    // @ts-expect-error a title of no value
    string({ enum: ['a'], enumTitles: { a: 'A', b: 'B' } }),
    // @ts-expect-error a required name that is no property
    object({ a: string() }, { required: ['b'] }),
    // @ts-expect-error a discriminator that is not required
    object({ a: string(), b: string() }, { required: ['a'], discriminator: 'c' }),
    // @ts-expect-error a misspelt option
    array(string(), { maxItem: 3 }),
    // @ts-expect-error an extension that does not exist
    string({ extensions: { 'x-ms-visibilty': 'internal' } }),
    // @ts-expect-error an extension that stands elsewhere
    string({ extensions: { 'x-ms-trigger': 'single' } }),
  ];
  expect(built).toHaveLength(15);
  // @ts-expect-error nothing may stand beside a $ref
  expect(() => nullable(name)).toThrow('Nothing may stand beside "#/definitions/Name": make what it names nullable.');
});

test('parameters', () => {
  const internal = string({ visibility: 'internal' });
  const built = [
    // @ts-expect-error internal and required, without a default
    inPath('a', internal),
    // @ts-expect-error internal and required, without a default
    inQuery('a', internal, { required: true }),
    // @ts-expect-error internal and required, without a default, built in place
    inHeader('a', integer({ visibility: 'internal' }), { required: true }),
    inQuery('a', string({ visibility: 'internal', default: 'x' }), { required: true }),
    inQuery('a', internal),
    // @ts-expect-error internal and optional, with a default that is never sent
    inQuery('a', string({ visibility: 'internal', default: 'x' })),
    // @ts-expect-error a constant without a value
    constant('query', 'a', string()),
    // @ts-expect-error an object in a query
    inQuery('a', object({})),
    // @ts-expect-error a reference in a query
    inQuery('a', name),
    // @ts-expect-error a file in a header
    inHeader('a', file()),
    inForm('a', file()),
  ];
  expect(built).toHaveLength(11);
});

test('operations', () => {
  const id = inPath('id', string());
  expect(() =>
    action({
      ...words,
      path: '/a',
      // @ts-expect-error a path parameter that the template lacks
      parameters: [id],
      responses: answers,
    }),
  ).toThrow('The path parameter "id" of Get is not in its path "/a".');
  expect(() =>
    action({
      ...words,
      // @ts-expect-error a template without its parameter
      path: '/a/{id}/{part}',
      parameters: [id],
      responses: answers,
    }),
  ).toThrow('The path "/a/{id}/{part}" of Get has {part}, which no path parameter declares.');
  // @ts-expect-error a path without a slash
  expect(() => action({ ...words, path: 'a', responses: answers })).toThrow(
    'The path "a" of Get must begin with a slash.',
  );
  const built = [
    action({ ...words, path: '/a/{id}', parameters: [id], responses: answers }),
    // @ts-expect-error an expectation on a status that is not declared
    action({ ...words, path: '/a', responses: answers, contract: { responses: { 201: { expect: {} } } } }),
    action({ ...words, path: '/a', responses: answers, contract: { responses: { 200: { expect: {} } } } }),
    // @ts-expect-error no such method
    action({ ...words, method: 'GET', path: '/a', responses: answers }),
    // @ts-expect-error a status without a sentence
    action({ ...words, path: '/a', responses: errors(299) }),
  ];
  expect(built).toHaveLength(5);
});

test('an operation whose path and parameters the compiler does not know', () => {
  const path: string = '/a/{id}';
  const parameters = path.includes('{') ? [inPath('id', string())] : [];
  expect(action({ ...words, path, parameters, responses: answers }).operation.parameters).toHaveLength(1);
});

test('dynamic calls', () => {
  const Form = action({
    ...words,
    path: '/forms/{form}',
    parameters: [inPath('form', string()), inQuery('version', string({ default: '1' }), { required: true })],
    responses: { 200: response('A form.', object({ fields: any(), kinds: array(object({ id: string() })) })) },
  });
  const parameters = { form: { parameter: 'form' } };
  const built = [
    dynamicValues(ListQueues, { collection: 'queues', value: 'id', title: 'name' }),
    // @ts-expect-error no such list
    dynamicValues(ListQueues, { collection: 'queue', value: 'id', title: 'name' }),
    // @ts-expect-error no such property of an item
    dynamicValues(ListQueues, { collection: 'queues', value: 'key', title: 'name' }),
    // @ts-expect-error the answer is no list
    dynamicList(ListQueues, { value: 'id', title: 'name' }),
    // @ts-expect-error an argument is missing
    dynamicSchema(Form, { path: 'fields' }),
    // @ts-expect-error no such parameter
    dynamicSchema(Form, { path: 'fields', parameters: { ...parameters, forms: 1 } }),
    // @ts-expect-error no such property
    dynamicSchema(Form, { path: 'field', parameters }),
    dynamicSchema(Form, { path: 'fields', parameters }),
    dynamicList(Form, { collection: 'kinds', value: 'id', title: 'id', parameters: { ...parameters, version: '2' } }),
    // @ts-expect-error an operation is a value, not a name
    () => dynamicSchema('GetForm', {}),
  ];
  expect(built).toHaveLength(10);
});

test('connectors', () => {
  const key = apiKey({ in: 'header', name: 'key' });
  const people = { website: 'https://a.example', privacyPolicy: 'https://a.example/privacy' };
  const three = ['AI', 'Data', 'Security'] as const;
  const built = [
    connector({ ...about, security: key }),
    // @ts-expect-error two security schemes
    () => connector({ ...about, security: [key, basic()] }),
    // @ts-expect-error no security is said, not left out
    () => connector({ ...about }),
    // @ts-expect-error a key in a cookie
    apiKey({ in: 'cookie', name: 'key' }),
    // @ts-expect-error three categories
    () => connector({ ...about, security: key, metadata: { ...people, categories: three } }),
    // @ts-expect-error no such category
    () => connector({ ...about, security: key, metadata: { ...people, categories: ['Chat'] } }),
  ];
  expect(built).toHaveLength(6);
});
