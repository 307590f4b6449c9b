import { isObject, own, type JsonObject } from '../../core/json.js';
import { child } from '../../core/pointer.js';
import { objectAt } from '../../workflow/find.js';
import type { Workflow } from '../../workflow/read-workflows.js';

/** The values of `$connections` that stand beside a definition, and where; undefined where the file has none. */
export function connectionValues({
  parameters,
  pointer,
}: Pick<Workflow, 'parameters' | 'pointer'>): { readonly entries: JsonObject; readonly pointer: string } | undefined {
  const entries = own(objectAt(parameters, '$connections'), 'value');
  if (!isObject(entries)) return undefined;
  const holder = pointer.slice(0, pointer.lastIndexOf('/'));
  return { entries, pointer: ['parameters', '$connections', 'value'].reduce(child, holder) };
}
