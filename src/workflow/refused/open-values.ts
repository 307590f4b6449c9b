import { hasHole, HOLE } from '../../arm/hole.js';
import { isArray, isObject, own, type Json } from '../../core/json.js';
import { branchKeys, type WorkflowStep } from '../steps.js';

/** Whether some value of a step, not of the steps in it, is only known when the template is deployed. */
export function hasOpenValue({ value }: WorkflowStep): boolean {
  return Object.entries(value).some(([key, inner]) => !branchKeys.has(key) && isOpen(inner));
}

/** Whether the type of a step is only known when the template is deployed. */
export function isOfOpenType({ value }: WorkflowStep): boolean {
  const type = own(value, 'type');
  return typeof type === 'string' && hasHole(type);
}

function isOpen(value: Json): boolean {
  if (isArray(value)) return value.some(isOpen);
  return isObject(value) ? Object.values(value).some(isOpen) : value === HOLE;
}
