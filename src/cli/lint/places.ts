import type { SourceDocument } from '../../core/document.js';
import { valueAt } from '../../core/pointer.js';
import { sameJson } from '../../core/same-json.js';
import type { Json } from '../../core/json.js';
import { targetOf } from '../../lint/fix-json.js';
import type { LintFinding } from '../../lint/lint.js';
import type { Fix } from '../../lint/rule.js';
import { asWritten, isChanged } from '../../openapi/as-written.js';

/** A document as it was read and checked, and as it is written; what was built by code is not. */
interface Both {
  readonly read: object;
  readonly source: SourceDocument | undefined;
}

/**
 * Gives findings of the linter about a document the places that the documents have as they are written: reading leaves out what it cannot use.
 * Undefined for what reading has put in for a missing key: that it is missing is said already.
 * A fix is left out where what it would change was not read as it is written.
 */
export function placing(document: Both, definition: Both): (found: LintFinding) => LintFinding | undefined {
  const isDocumentAsWritten = isAsWritten(document);
  const isDefinitionAsWritten = isAsWritten(definition);
  return (found) =>
    isDocumentAsWritten && (isDefinitionAsWritten || found.declared === undefined)
      ? found
      : placed(found, document, definition);
}

function placed(found: LintFinding, document: Both, definition: Both): LintFinding | undefined {
  const { fix, declared } = found;
  const pointer = asWritten(document.read, found.pointer);
  if (pointer === undefined) return undefined;
  if (fix === undefined && declared === undefined && pointer === found.pointer) return found;
  const meant = declared && asWritten(definition.read, declared.pointer);
  const change = fix && fixAsWritten(fix, document);
  const { fix: _fix, declared: _declared, ...one } = found;
  return {
    ...one,
    pointer,
    ...(meant !== undefined && { declared: { pointer: meant } }),
    ...(change && { fix: change }),
  };
}

/** Whether reading has left nothing out and put nothing in: of nearly all documents that is so. */
function isAsWritten({ read, source }: Both): boolean {
  return read === source?.value || (source === undefined && !isChanged(read));
}

function fixAsWritten(fix: Fix, { read, source }: Both): Fix | undefined {
  const target = targetOf(fix);
  const place = asWritten(read, target);
  if (place === undefined) return undefined;
  if (source && !sameOrAbsent(valueAt(source.value, place), valueAt(read as Json, target))) return undefined; // it was read from JSON
  if ('set' in fix) return { ...fix, set: place };
  return 'rename' in fix ? { ...fix, rename: place } : { ...fix, from: place };
}

function sameOrAbsent(one: Json | undefined, other: Json | undefined): boolean {
  return one === undefined || other === undefined ? one === other : sameJson(one, other);
}
