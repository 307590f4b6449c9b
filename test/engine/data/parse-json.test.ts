import type { Json } from '../../../src/core/json.js';
import { dataActions } from '../../../src/engine/data/actions.js';
import { bodyOf, ran, runIn } from './run.js';

const parse = (content: Json, schema: Json = {}) => ran('ParseJson', { content, schema });

describe('content that succeeds', () => {
  test.each<[string, Json, unknown]>([
    ['a text', '{"a":[1]}', { a: [1] }],
    ['a lenient text', "{a:'b',}", { a: 'b' }],
    ['numbers that JSON does not have', '{"a":[NaN,-1e999],"b":{"c":1}}', { a: ['NaN', '-Infinity'], b: { c: 1 } }],
    ['an integer of 64 bits', '[9007199254740993]', [9007199254740993n]],
    ['white space', ' \n', null],
    ['an object', { a: '{"b":1}' }, { a: '{"b":1}' }],
    ['an array', ['1'], ['1']],
    ['a number', 3, 3],
    ['false', false, false],
    ['nearly binary content', { '$content-type': 'a/b', $content: 1 }, { '$content-type': 'a/b', $content: 1 }],
    [
      'binary content and more',
      { '$content-type': 'a/b', $content: '', x: 1 },
      { '$content-type': 'a/b', $content: '', x: 1 },
    ],
  ])('%s', (_name, content, body) => {
    const result = parse(content);
    expect(result).toEqual({
      outcome: { ok: true, outputs: { body } },
      inputs: { content, schema: {} },
      secret: false,
    });
  });

  test('is not turned into what the schema says', () => {
    expect(bodyOf(parse('{"n":1,"x":"2"}', { properties: { n: { default: 5 }, x: {}, y: { default: 1 } } }))).toEqual({
      n: 1,
      x: '2',
    });
  });

  test.each<[string, Json]>([
    ['none', { content: '1' }],
    ['null', { content: '1', schema: null }],
    ['a text', { content: '1', schema: 'x' }],
    ['an array', { content: '1', schema: [] }],
    ['true', { content: '1', schema: true }],
    [
      'a property named pattern',
      { content: '{"pattern":1}', schema: { properties: { pattern: {} }, enum: [{ pattern: 1 }] } },
    ],
  ])('schema: %s', (_name, inputs) => {
    expect(ran('ParseJson', inputs).outcome.ok).toBe(true);
  });
});

describe('content that fails', () => {
  const noContent = {
    ok: false,
    code: 'BadRequest',
    error: {
      code: 'InvalidTemplate',
      message:
        "Unable to process template language expressions in action 'A' inputs at line '0' and column '0': 'Required property 'content' expects a value but got null. Path ''.'.",
    },
  };

  test.each<[string, Json]>([
    ['null', { content: null, schema: {} }],
    ['empty', { content: '', schema: { pattern: 'x' } }],
    ['missing', {}],
    ['no inputs', null],
    ['inputs of another type', 'x'],
  ])('%s', (_name, inputs) => {
    expect(ran('ParseJson', inputs)).toEqual({ outcome: noContent, inputs: undefined, secret: false });
  });

  test('is not JSON', () => {
    const message =
      "The 'content' property of actions of type 'ParseJson' must be valid JSON. The provided value cannot be parsed: 'Unexpected end when reading token. Path ''.'.";
    expect(parse('[1,')).toEqual({
      outcome: { ok: false, code: 'InvalidJSON', error: { code: 'InvalidJSON', message } },
      inputs: { content: '[1,', schema: {} },
      secret: false,
    });
  });

  test('is binary', () => {
    const content = { '$content-type': 'text/plain', $content: 'MQ==' };
    expect(bodyOf(parse(content, { type: 'string' }))).toBe(
      "BadRequest: The property 'content' must be of type JSON in the 'ParseJson' action inputs, but was of type 'text/plain'.",
    );
  });

  test('is not as the schema wants it', () => {
    const { outcome } = parse('[NaN]', { items: { type: 'string' } });
    expect(outcome).toMatchObject({
      ok: false,
      code: 'ValidationFailed',
      error: { code: 'ValidationFailed', message: 'The schema validation failed.' },
      outputs: { errors: [{ message: 'Invalid type. Expected String but got Number.', value: 'NaN' }] },
    });
    expect(Object.keys(outcome.outputs as object)).toEqual(['errors']);
  });

  test('is white space where the schema wants an object', () => {
    expect(bodyOf(parse('  ', { type: 'object' }))).toBe('ValidationFailed: The schema validation failed.');
  });

  test.each<[string, Json]>([
    ['at the top', { pattern: 'x' }],
    ['of names', { patternProperties: {} }],
    ['deep', { properties: { a: { items: [{ anyOf: [{ not: { definitions: { b: { pattern: '' } } } }] }] } } }],
  ])('a regular expression %s', (_name, schema) => {
    expect(bodyOf(parse('not JSON', schema))).toBe(
      "ActionSchemaNotSupported: The 'schema' property of action 'ParseJson' inputs contains 'pattern' or 'patternProperties' properties. 'Pattern' or 'patternProperties' properties are not supported in the action json schema.",
    );
  });

  test('a reference that leads nowhere', () => {
    expect(bodyOf(parse('1', { $ref: '#/x' }))).toBe("BadRequest: Could not resolve schema reference '#/x'.");
  });

  test('an expression that fails', () => {
    expect(bodyOf(ran('ParseJson', { content: '@first(1)', schema: {} }))).toBe(
      "BadRequest: Unable to process template language expressions in action 'A' inputs at line '0' and column '0': 'The template language function 'first' expects its parameter be an array or a string. The provided value is of type 'Integer'. Please see https://aka.ms/logicexpressions#first for usage details.'.",
    );
  });
});

describe('runs', () => {
  test('one action, several schemas', () => {
    const ready = dataActions.get('ParseJson')?.({ content: '1', schema: "@variables('schema')" });
    const codes = ['integer', 'string', 'string', 'integer'].map((type) => {
      const result = ready?.run(runIn({ variables: { schema: { type } } }));
      return result?.outcome.ok;
    });
    expect(codes).toEqual([true, false, false, true]);
  });

  test('what is secret is told', () => {
    const around = { variables: { key: '"s"' }, secrets: ['key'] };
    expect(ran('ParseJson', { content: "@variables('key')", schema: {} }, around).secret).toBe(true);
    expect(ran('ParseJson', { content: "@int(variables('key'))" }, around).secret).toBe(true);
    expect(ran('ParseJson', { content: '', schema: "@variables('key')" }, around).secret).toBe(true);
  });

  test('problems are told with their place', () => {
    const ready = dataActions.get('ParseJson')?.({ content: '@nobody()', schema: { a: '@(' } });
    expect(ready?.problems.map(({ pointer }) => pointer)).toEqual(['/content', '/schema/a']);
  });

  test('what takes too long ends', () => {
    const name = 'x'.repeat(1_000_000);
    const schema = { additionalProperties: { items: { type: 'null' } } };
    expect(bodyOf(parse({ [name]: Array.from({ length: 300 }, () => 1) }, schema))).toBe(
      'BadRequest: The action takes more than 209715200 steps.',
    );
  });
});
