import type { SourceDocument } from '../../core/document.js';
import type { JsonObject } from '../../core/json.js';
import type { Secret } from '../../core/secret.js';

/** A workflow's file, and what is said about it beside. */
export interface WantedRequest {
  readonly source: SourceDocument;
  /** Which of several workflows, by its name. */
  readonly which?: string;
  /** What the workflow is called in Azure. Default: what the file says. */
  readonly name?: string;
  /** For parameters of the template and of the workflow, by name. */
  readonly values: JsonObject;
  /** For secure parameters, by name. Of an object, its JSON. */
  readonly secrets: ReadonlyMap<string, Secret>;
  /** The names of custom connectors, by the key of the connection; `''` is for the only one. */
  readonly connectors: ReadonlyMap<string, string>;
}
