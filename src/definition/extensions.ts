import { documentExtensions } from './extensions-of-documents.js';
import { operationExtensions } from './extensions-of-operations.js';
import { valueExtensions } from './extensions-of-values.js';
import type { ExtensionValues } from './extensions-shapes.js';

/** Where in a definition an extension may stand. A parameter is told apart by its `in`, since the platform does so. */
export type Place =
  | 'document'
  | 'info'
  | 'path-item'
  | 'operation'
  | 'path-parameter'
  | 'query-parameter'
  | 'header-parameter'
  | 'form-parameter'
  | 'body-parameter'
  | 'schema'
  | 'response'
  | 'response-header';

/** What is known of one `x-...` key. The shape of its value is in {@link ExtensionValues}. */
export interface Extension {
  readonly places: readonly Place[];
  /** What it does there. One sentence. */
  readonly meaning: string;
  /** A documentation page, Microsoft's schema of connector definitions, or published connectors that use it. */
  readonly source: string;
  /** True for keys of other tools that stand in published connectors and that the platform does nothing with. */
  readonly ignored?: true;
}

/** The extensions that connectors use, by name. Data: types, builders and checks read it. */
export const extensions = {
  ...documentExtensions,
  ...operationExtensions,
  ...valueExtensions,
} as const satisfies Record<keyof ExtensionValues, Extension>;

/** The name of a known extension. */
export type ExtensionName = keyof typeof extensions;

/** The extensions that may stand at a place, each with the shape of its value. A misspelt name does not compile. */
export type ExtensionsAt<Where extends Place> = {
  readonly [
    Name in ExtensionName as Where extends (typeof extensions)[Name]['places'][number] ? Name : never
  ]?: ExtensionValues[Name];
};
