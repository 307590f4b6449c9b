import type { Json } from '../core/json.js';
import type { Rule } from '../core/rule.js';
import type { Severity } from '../core/severity.js';
import type { LintExample } from './example.js';
import type { LintVisitor } from './having.js';
import type { Subject } from './subject.js';

/** One rule over a connector's definition and properties: its documentation, its test and its check, in one value and one file. */
export interface LintRule extends Rule<LintExample> {
  /** How many published connectors break it. */
  readonly published: Published;
  /** The codes of Microsoft's Swagger Validator that it answers for; none where only we look. */
  readonly codes: readonly string[];
  /** Where only certification asks for it: the severity under `--profile certification`. `severity` is then `note`. */
  readonly certification?: Exclude<Severity, 'note'>;
  /** Where it holds only for a connector that runs in Logic Apps: certification, which is for every platform, does not ask for it. */
  readonly onlyIn?: 'logic-apps';
  /** Begins a check of one connector. What it returns is called for each node of the definition; what needs no walk is reported at once. */
  check(subject: Subject, report: Report): LintVisitor;
}

/** A share of published connectors. */
export interface Published {
  /** How many of them break the rule. */
  readonly files: number;
  /** Of 1,018 where Microsoft's repository was measured as a whole (2024-10), of 161 where our sample of it was. */
  readonly of: 1018 | 161;
}

/** Says what is wrong and where; the rule's code and severity are added by the linter. */
export type Report = (pointer: string, message: string, details?: Details) => void;

/** What a report may add. */
export interface Details {
  /** The document that the pointer leads into. Default: the definition. */
  readonly in?: 'properties';
  /** The other place, in the definition, that the value was held against. */
  readonly declared?: string;
  /** The one right answer, where there is one: what `--fix` does. */
  readonly fix?: Fix;
}

/** A change to a document: a value that is set, a key that gets another name and keeps its place and value, or keys that are taken from an object. */
export type Fix =
  | { readonly set: string; readonly value: Json }
  | { readonly rename: string; readonly to: string }
  | { readonly from: string; readonly remove: readonly string[] };
