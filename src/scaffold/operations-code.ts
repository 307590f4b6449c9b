import { isObject, type Json, type JsonObject } from '../core/json.js';
import type { Connector } from '../definition/connector.js';
import { methods, type Document, type Method, type Operation } from '../openapi/types.js';
import type { PlacedOperation } from './operation-code.js';

/** The operations of a definition where they stand, in its order, and what stands beside them. */
export interface Paths {
  readonly placed: readonly PlacedOperation[];
  /** By path. */
  readonly beside: JsonObject;
}

const content = 'x-ms-notification-content';

/** Takes the paths of a definition apart. */
export function pathsIn({ definition, contract }: Connector): Paths {
  const placed: PlacedOperation[] = [];
  const beside: [string, Json][] = [];
  for (const [path, item] of Object.entries(definition.paths as Document['paths'] & JsonObject)) {
    const own = isObject(item) ? Object.entries(item).filter(([key, each]) => isMethod(key) && isObject(each)) : [];
    const operations = own.map(([method, each]) => [method as Method, each as unknown as Operation] as const); // as it was read
    const trigger = operations.find(([, { 'x-ms-trigger': kind }]) => kind !== undefined);
    for (const [method, operation] of operations) {
      const notification = operation === trigger?.[1] && isObject(item) ? item[content] : undefined;
      const promised = Object.hasOwn(contract.operations, operation.operationId ?? '');
      placed.push({
        method,
        path,
        operation,
        notification: isObject(notification) ? notification : undefined,
        contract: promised ? contract.operations[operation.operationId ?? ''] : undefined,
      });
    }
    const rest = besideIn(item as unknown as Json, new Set(own.map(([key]) => key)), trigger !== undefined);
    if (rest !== undefined) beside.push([path, rest]);
  }
  return { placed, beside: Object.fromEntries(beside) };
}

function isMethod(key: string): boolean {
  return methods.some((method) => method === key);
}

/** What of a path is no operation; undefined where that is nothing. */
function besideIn(item: Json, methodsOfIt: ReadonlySet<string>, hasTrigger: boolean): Json | undefined {
  if (!isObject(item)) return item;
  const isContent = (key: string, value: Json) => key === content && hasTrigger && isObject(value);
  const rest = Object.entries(item).filter(([key, value]) => !methodsOfIt.has(key) && !isContent(key, value));
  return rest.length > 0 || methodsOfIt.size === 0 ? Object.fromEntries(rest) : undefined;
}

/** What an operation is kept together with: its first tag, or the first word of its path that is no version. */
export function groupOf({ path, operation }: PlacedOperation): string {
  const [tag] = operation.tags ?? [];
  if (tag !== undefined) return tag;
  const words = path
    .split('/')
    .filter((word) => word !== '' && !word.startsWith('{') && !/^(api|v\d[\w.]*)$/i.test(word));
  return words[0] ?? 'operations';
}
