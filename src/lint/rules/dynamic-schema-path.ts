import { own } from '../../core/json.js';
import { shorten } from '../../core/shorten.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

const body = '/paths/~1tickets/post/parameters/1/schema';
const answer = '/paths/~1queues/get/responses/200/schema/properties';
const form = { type: 'object', title: 'Form', description: 'A JSON Schema.', additionalProperties: true };
const bySchema = { operationId: 'ListQueues', parameters: {}, 'value-path': 'form/properties' };

export const dynamicSchemaPath: LintRule = {
  code: 'dynamic-schema-path',
  severity: 'note',
  certification: 'warning',
  summary:
    'Where x-ms-dynamic-schema points to the properties of a schema, x-ms-dynamic-properties points to the schema itself.',
  why: 'Designers that read the newer extension want a whole schema, those that read the older one take its properties too.',
  source: `${validatorPage} (DynamicPropertiesExtensionRequiredForPropertiesValuePath, DynamicPropertiesItemValuePathMismatch)`,
  published: { files: 0, of: 161 },
  codes: ['DynamicPropertiesExtensionRequiredForPropertiesValuePath', 'DynamicPropertiesItemValuePathMismatch'],
  examples: {
    bad: [
      {
        definition: { [`${answer}/form`]: form, [`${body}/x-ms-dynamic-schema`]: bySchema },
        at: [`${body}/x-ms-dynamic-schema/value-path`],
      },
      {
        definition: {
          [`${answer}/form`]: form,
          [`${body}/x-ms-dynamic-schema`]: bySchema,
          [`${body}/x-ms-dynamic-properties`]: { operationId: 'ListQueues', parameters: {} },
        },
        at: [`${body}/x-ms-dynamic-properties`],
      },
    ],
    good: [
      {
        definition: {
          [`${answer}/form`]: form,
          [`${body}/x-ms-dynamic-schema`]: bySchema,
          [`${body}/x-ms-dynamic-properties`]: { operationId: 'ListQueues', parameters: {}, itemValuePath: 'form' },
        },
        at: [],
      },
    ],
  },
  check({ dynamicCalls }, report) {
    const older = new Map(
      dynamicCalls.filter(({ extension }) => extension === 'x-ms-dynamic-schema').map((call) => [call.node, call]),
    );
    for (const call of dynamicCalls) {
      const path = text(own(call.value, 'value-path'));
      if (call.extension === 'x-ms-dynamic-schema' && /(?:^|\/)properties$/.test(path)) {
        if (call.node['x-ms-dynamic-properties'] !== undefined) continue;
        const message = `${shorten(path)} leads to the properties of a schema, expected "x-ms-dynamic-properties" too, which leads to the schema.`;
        report(`${call.pointer}/value-path`, message);
      }
      const beside = call.extension === 'x-ms-dynamic-properties' ? older.get(call.node) : undefined;
      if (beside === undefined) continue;
      const expected = text(own(beside.value, 'value-path')).replace(/(?:^|\/)properties$/, '');
      const given = own(call.value, 'itemValuePath');
      if (text(given) === expected) continue;
      const pointer = given === undefined ? call.pointer : `${call.pointer}/itemValuePath`;
      const wanted = expected === '' ? 'none, as' : `${shorten(expected)}, as`;
      report(
        pointer,
        `"itemValuePath" is ${given === undefined ? 'missing' : shorten(given)}, expected ${wanted} "x-ms-dynamic-schema" says.`,
        {
          declared: beside.pointer,
        },
      );
    }
    return {};
  },
};

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
