import { isArray, type Json, type JsonArray, type JsonObject } from '../core/json.js';
import { checkArray, checkObject } from './check-value-collection.js';
import { checkEnum, checkNumber, checkText } from './check-value-scalar.js';
import { broken, partPointer, unreadable, valuePointer, type Site } from './check-value-site.js';
import { checkType, refusesNull } from './check-value-type.js';
import { partsForNull, partsOf, withSubtypes, type Inner, type Part, type Step } from './schema-parts.js';

/**
 * Holds a value, and all that it holds, against the schema at `site`.
 * This runs for every value of every sample, mostly before the engine has compiled it: hence the plain loops in this file.
 */
export function checkNode(site: Site, inner: Inner, value: Json): void {
  const { run } = site;
  const declared = (inner.parts ??= partsOf(run.document, inner.schema));
  if (inner.schema.$ref !== undefined) run.visit?.(inner.schema, value);
  if (declared.unresolved.length > 0) reportUnresolved(site, declared.unresolved);
  if (value === null) {
    checkNull(site, declared.parts.length === 1 ? declared.parts : partsForNull(run.document, inner.schema));
    return;
  }
  const parts = declared.discriminated ? withSubtypes(run.document, declared.parts, value) : declared.parts;
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index] as Part; // within the bounds, here and below
    run.visit?.(part.schema, value);
    if (!checkType(site, part, value)) return;
  }
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index] as Part;
    if (part.constrained) checkKeywords(site, part, value);
  }
  if (typeof value !== 'object') return;
  if (isArray(value)) checkItems(site, parts, value);
  else checkProperties(site, parts, value);
}

function reportUnresolved(site: Site, references: readonly Step[]): void {
  const message = 'The reference leads to no schema; values are not held against it.';
  for (const part of references) unreadable(site, part, { keyword: '$ref', message });
}

/** Null has no other keywords to meet: one of a part that refuses it is the mismatch. */
function checkNull(site: Site, parts: readonly Part[]): void {
  for (const part of parts) {
    site.run.visit?.(part.schema, null);
    if (part.schema['x-nullable'] !== true && refusesNull(site, part)) return;
  }
}

/** The keywords of one part that say something of the value itself, whose type is right. */
function checkKeywords(site: Site, part: Part, value: Json): void {
  checkEnum(site, part, value);
  if (typeof value === 'string') checkText(site, part, value);
  else if (typeof value === 'number' || typeof value === 'bigint') checkNumber(site, part, value);
  else if (isArray(value)) checkArray(site, part, value);
  else if (typeof value === 'object' && value !== null) checkObject(site, part, value);
}

function checkItems(above: Site, parts: readonly Part[], value: JsonArray): void {
  const { run } = above;
  const declaring = parts.filter((part) => part.items !== undefined);
  const sites = declaring.map((part): Site => ({ run, above, part, keyword: 'items', name: undefined }));
  if (sites.length === 0) return;
  for (let index = 0; index < value.length && !run.ended; index += 1) {
    run.path.push(index);
    for (let which = 0; which < sites.length; which += 1) {
      checkNode(sites[which] as Site, declaring[which]?.items as Inner, value[index] as Json); // all in bounds
    }
    run.path.pop();
  }
}

function checkProperties(above: Site, parts: readonly Part[], value: JsonObject): void {
  const { run } = above;
  const names = Object.keys(value);
  for (let index = 0; index < names.length && !run.ended; index += 1) {
    const name = names[index] as string;
    run.path.push(name);
    let declared = false;
    for (let which = 0; which < parts.length; which += 1) {
      if (checkProperty({ above, part: parts[which] as Part, name }, value[name] as Json)) declared = true;
    }
    if (!declared && namesProperties(parts)) reportUndeclared(above, parts[0], value[name] as Json);
    run.path.pop();
  }
}

/** An object of which no property is declared is free: it holds what it holds. */
function namesProperties(parts: readonly Part[]): boolean {
  return parts.some(({ properties }) => properties !== undefined);
}

/** Holds a property against what one part says of it: by its name, or of all that it does not name. Gives whether it says anything. */
function checkProperty({ above, part, name }: { above: Site; part: Part; name: string }, value: Json): boolean {
  const { run } = above;
  const { additional } = part;
  const property = part.properties?.get(name);
  if (property !== undefined) checkNode({ run, above, part, keyword: 'properties', name }, property, value);
  else if (additional === undefined) return false;
  else if (additional === false) {
    const says = 'is not declared, and no other properties are allowed.';
    broken(above, part, { kind: 'property-not-allowed', keyword: 'additionalProperties', says, value });
  } else if (additional !== true) {
    checkNode({ run, above, part, keyword: 'additionalProperties', name: undefined }, additional, value);
  }
  return true;
}

/** Where no part is left, because a reference leads nowhere, nobody knows what is declared. */
function reportUndeclared(above: Site, first: Part | undefined, value: Json): void {
  const { run } = above;
  const name = run.path.at(-1);
  if (first) {
    run.undeclared?.({ pointer: valuePointer(run), name: String(name), value, declared: partPointer(above, first) });
  }
}
