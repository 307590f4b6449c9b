import type { Code } from './code.js';

/** A constant of the generated code. */
export interface Declaration {
  readonly name: string;
  readonly code: Code;
  /** Its type, where the compiler cannot find it out. */
  readonly type?: 'Schema';
  /** What it belongs to. */
  readonly part: 'definitions' | 'parameters' | 'operations' | 'connector';
  /** Of operations: what is kept together. */
  readonly group?: string;
}
