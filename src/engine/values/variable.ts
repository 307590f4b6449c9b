import type { Json } from '../../core/json.js';

/** A variable of a run. */
export interface Variable {
  readonly name: string;
  readonly type: VariableType;
  /** To be read with `valueOf`. */
  value: Json;
  /** What has been appended to the array since it was read. */
  added: Json[];
  isSecret: boolean;
}

/** The types of variables, as the service spells them. */
export type VariableType = 'Boolean' | 'Integer' | 'Float' | 'String' | 'Object' | 'Array';
