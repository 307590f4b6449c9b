/**
 * What kind of thing a connector declares, and what is put in its place:
 *
 * - `path`, `method`: no request belongs to the operation any more.
 * - `status`: the operation does not have it.
 * - `type`: one that no value of the declared type has.
 * - `nullable`: null is refused.
 * - `enum`: one value is not among them.
 * - `name`: a property or parameter has another name.
 * - `optional`: what may be absent must be there.
 * - `required`: another property is demanded instead of this one.
 * - `bound`: the value (or the length) that is just within is outside.
 * - `additional`: properties that are not declared are refused.
 * - `default`: the connector always sends another value.
 * - `wider`: `contract.json` does not allow it.
 */
export type FactKind =
  | 'path'
  | 'method'
  | 'status'
  | 'type'
  | 'nullable'
  | 'enum'
  | 'name'
  | 'optional'
  | 'required'
  | 'bound'
  | 'additional'
  | 'default'
  | 'wider';

/** One thing that a connector declares. */
export interface Fact {
  readonly kind: FactKind;
  /** Where it is declared: in the definition, or, where it begins with `/operations/`, in `contract.json`. */
  readonly pointer: string;
  /** What recordings lack, as a sentence: asked for once all were seen, of a fact that none noticed. */
  readonly lacking: () => string;
  /** Whether a recording would have told that it is something else. */
  noticed: boolean;
}

/** A fact that no recording has noticed yet. */
export function fact(kind: FactKind, pointer: string, lacking: () => string): Fact {
  return { kind, pointer, lacking, noticed: false };
}

/** Marks as noticed the one that a map of facts has under `key`, and takes it out. */
export function noticeIn(facts: Map<string, Fact>, key: string): void {
  const found = facts.get(key);
  if (found === undefined) return;
  found.noticed = true;
  facts.delete(key);
}

/** Marks a fact as noticed, where there is one. */
export function notice(found: Fact | undefined): void {
  if (found) found.noticed = true;
}
