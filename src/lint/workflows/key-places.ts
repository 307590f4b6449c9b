import { isObject, type Json } from '../../core/json.js';
import { child } from '../../core/pointer.js';
import { isSecretName, isSecretParameter } from '../../http/secret-names.js';
import { objectAt } from '../../workflow/find.js';
import type { WorkflowSubject } from '../../workflow/refused/subject.js';
import type { WorkflowText } from '../../workflow/refused/texts.js';
import type { WorkflowStep } from '../../workflow/steps.js';

/** Where a call takes a key. */
export interface KeyPlace {
  readonly step: WorkflowStep;
  readonly kind: 'header' | 'query' | 'authentication';
  /** Of the header, the parameter or the field. */
  readonly name: string;
  readonly pointer: string;
  readonly value: Json;
  /** The same read, where there are expressions in it. */
  readonly text?: WorkflowText;
}

/** The members of `authentication` that are secrets. */
const authenticationSecrets: ReadonlySet<string> = new Set(['password', 'secret', 'pfx', 'value', 'credential']);

/** The places for keys in the inputs of the actions and triggers, in document order. An address that holds a key is no such place: see the rule `key-in-address`. */
export function keyPlaces({ steps, texts }: Pick<WorkflowSubject, 'steps' | 'texts'>): readonly KeyPlace[] {
  const byPointer = new Map(texts.map((text) => [text.pointer, text]));
  return steps.flatMap((step) => {
    const inputs = objectAt(step.value, 'inputs');
    const at = child(step.pointer, 'inputs');
    const members = (kind: KeyPlace['kind'], key: string, isKey: (name: string) => boolean) =>
      Object.entries(objectAt(inputs, key)).flatMap(([name, value]) => {
        const pointer = child(child(at, key), name);
        const text = byPointer.get(pointer);
        if (!isKey(name) || isObject(value)) return [];
        return [{ step, kind, name, pointer, value, ...(text && { text }) }];
      });
    return [
      ...members('header', 'headers', isSecretName),
      ...members('query', 'queries', isSecretParameter),
      ...members('authentication', 'authentication', (name) => authenticationSecrets.has(name)),
    ];
  });
}
