import { isObject, own, type Json } from '../../core/json.js';
import { shorten } from '../../core/shorten.js';
import { queue, queueCall } from '../example-dynamic.js';
import { hinting } from '../../core/hinting.js';
import type { LintRule } from '../rule.js';
import { extensionsPage, validatorPage } from '../sources.js';
import type { Subject } from '../subject.js';

const byPicker = { capability: 'file-picker', parameters: {}, 'value-path': 'name' };
const tree = {
  open: { operationId: 'ListQueues', itemsPath: 'queues', itemValuePath: 'name', itemTitlePath: 'label' },
};

export const dynamicOperationUnknown: LintRule = {
  code: 'dynamic-operation-unknown',
  severity: 'error',
  summary: 'An operation or a capability that an extension calls is one of the definition.',
  why: 'The drop-down, the schema or the test of the connection always fails. Most often the operation was renamed.',
  source: `${extensionsPage}#x-ms-dynamic-values, ${validatorPage} (OperationIdNotFound) and https://github.com/microsoft/PowerPlatformConnectors/pull/2349 (nobody can sign in where the test of the connection fails)`,
  published: { files: 0, of: 161 },
  codes: ['OperationIdNotFound'],
  examples: {
    bad: [
      { definition: { [`${queueCall}/operationId`]: 'ListQueue' }, at: [`${queueCall}/operationId`] },
      {
        definition: { '/x-ms-capabilities': { testConnection: { operationId: 'Ping' } } },
        at: ['/x-ms-capabilities/testConnection/operationId'],
      },
      { definition: { [queueCall]: byPicker, [`${queue}/x-ms-dynamic-tree`]: tree }, at: [`${queueCall}/capability`] },
    ],
    good: [{ definition: { '/x-ms-capabilities': { testConnection: { operationId: 'ListQueues' } } }, at: [] }],
  },
  check(subject, report) {
    const { operationById } = subject;
    const hint = hinting();
    for (const { id, pointer } of namedOperations(subject)) {
      if (typeof id !== 'string' || operationById.has(id)) continue;
      const near = hint(id, () => operationById.keys());
      report(`${pointer}/operationId`, `${shorten(id)} is no operationId of the definition.${near}`);
    }
    const capabilities = subject.definition['x-ms-capabilities'];
    for (const { value, pointer } of subject.dynamicCalls) {
      const capability = own(value, 'capability');
      if (typeof capability !== 'string' || (isObject(capabilities) && Object.hasOwn(capabilities, capability)))
        continue;
      report(
        `${pointer}/capability`,
        `${shorten(capability)} is no capability of the definition, expected it in "x-ms-capabilities".`,
      );
    }
    return {};
  },
};

/** Every operationId by which an extension means an operation of the same definition. */
function namedOperations({ definition, operations, dynamicCalls }: Subject) {
  const calls: { readonly value: Json | undefined; readonly pointer: string }[] = [...dynamicCalls];
  const capabilities = definition['x-ms-capabilities'];
  if (isObject(capabilities)) {
    const picker = own(capabilities, 'file-picker');
    calls.push({ value: own(capabilities, 'testConnection'), pointer: '/x-ms-capabilities/testConnection' });
    for (const level of isObject(picker) ? ['open', 'browse'] : []) {
      calls.push({
        value: isObject(picker) ? own(picker, level) : undefined,
        pointer: `/x-ms-capabilities/file-picker/${level}`,
      });
    }
  }
  for (const { operation, pointer } of operations) {
    const context = operation['x-ms-operation-context'];
    if (!isObject(context)) continue;
    calls.push({ value: own(context, 'simulate'), pointer: `${pointer}/x-ms-operation-context/simulate` });
  }
  return calls.map(({ value, pointer }) => ({ id: isObject(value) ? own(value, 'operationId') : undefined, pointer }));
}
