import { HOLE } from '../../arm/hole.js';
import { isArray, own } from '../../core/json.js';
import { objectAt } from '../../workflow/find.js';
import type { WorkflowStep } from '../../workflow/steps.js';

/** Whether an action hides its inputs or outputs from the history of runs, or whether only the deployment knows. */
export function isHidden({ value }: WorkflowStep, what: 'inputs' | 'outputs'): boolean {
  const configuration = own(value, 'runtimeConfiguration');
  const properties = own(objectAt(objectAt(value, 'runtimeConfiguration'), 'secureData'), 'properties');
  if (configuration === HOLE || properties === HOLE) return true;
  return isArray(properties) && properties.some((one) => typeof one === 'string' && one.toLowerCase() === what);
}
