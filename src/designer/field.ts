import type { ParameterLocation } from '../openapi/types.js';
import type { ItemField } from './control.js';
import type { Visibility } from './visibility.js';

/** A field of a card: what a person fills in, or what is sent without asking anybody. */
export interface Field extends ItemField {
  readonly where: ParameterLocation;
  readonly visibility: Visibility;
  /**
   * `first`: there from the start. `advanced`: hidden below "Advanced parameters" until somebody picks it; so is all that is neither required
   * nor important nor has a default. `never`: internal.
   */
  readonly shown: 'first' | 'advanced' | 'never';
  /** How often a value in the path is percent-encoded. */
  readonly encoded?: 1 | 2;
  /** Whether the service puts the address of the workflow in it. */
  readonly isCallbackUrl?: true;
}

/** When a field is shown. A default is a value: what has one is shown, and sent. */
export function shownWhen(field: Pick<Field, 'required' | 'visibility' | 'default'>): Field['shown'] {
  if (field.visibility === 'internal') return 'never';
  const isFirst = field.required || field.visibility === 'important' || field.default !== undefined;
  return isFirst ? 'first' : 'advanced';
}
