import { isArray, isObject, type Json } from '../../../core/json.js';
import { Failure, shown } from '../../../expression/failure.js';
import { ITEM_WORK } from '../../../expression/limits.js';
import { jsonText } from '../../../expression/text.js';
import type { Spend } from '../guarded.js';
import { pathTo, type Step } from '../reader/json-path.js';
import { withoutSpecials } from '../reader/specials.js';
import type { CompiledSchema } from './compile.js';
import type { Schema } from './schema.js';

/** Where a value is held against a schema. */
export interface Here {
  readonly checking: Checking;
  /** Where the errors go. */
  readonly errors: Json[];
  readonly place: Place | undefined;
  /** The schemas that the same value is being held against. */
  readonly within: Within | undefined;
  readonly depth: number;
}

/** The way to a value; undefined for the whole. */
export interface Place {
  readonly up: Place | undefined;
  readonly step: Step;
}

/** A schema, and what led to it for the same value. */
export interface Within {
  readonly schema: Schema;
  readonly up: Within | undefined;
}

/** What is the same for all that one value is held against. */
export interface Checking {
  readonly references: CompiledSchema['references'];
  readonly spend: Spend;
}

/** What is said of an error beside where it is. */
export interface Fault {
  readonly message: string;
  /** The keyword. */
  readonly type: string;
  /** Left out where it is null, an array or an object. */
  readonly value?: Json;
  readonly children?: readonly Json[];
}

/** How many schemas may lead to one another, from the whole value to one in it: far more than anybody writes, and little enough for a recursion. */
const MAX_SCHEMA_DEPTH = 1000;

/** One step further into a value. */
export function inside({ checking, errors, place: up, depth }: Here, step: Step): Here {
  return { checking, errors, place: { up, step }, within: undefined, depth: deeper(depth) };
}

/** The same value, held against what a schema refers to; errors are collected apart. */
export function aside({ checking, place, within: up, depth }: Here, schema: Schema): Here {
  checking.spend(4 * ITEM_WORK);
  return { checking, errors: [], place, within: { schema, up }, depth: deeper(depth) };
}

function deeper(depth: number): number {
  if (depth < MAX_SCHEMA_DEPTH) return depth + 1;
  throw new Failure(`More than ${MAX_SCHEMA_DEPTH} schemas lead to one another.`, 'LimitExceeded');
}

/** Whether the same value is being held against the schema already. */
export function isWithin(here: Here, schema: Schema): boolean {
  for (let one = here.within; one; one = one.up) if (one.schema === schema) return true;
  return false;
}

/** Notes an error as the service shows it. It validates values, which have no lines. */
export function raise(here: Here, schema: Schema, { message, type, value, children = [] }: Fault): void {
  const path = pathOf(here.place);
  here.checking.spend(4 * ITEM_WORK + path.length);
  here.errors.push({
    message,
    lineNumber: 0,
    linePosition: 0,
    path,
    ...(value === undefined || value === null ? {} : { value }),
    schemaId: schema.id,
    errorType: type,
    childErrors: children,
  });
}

function pathOf(place: Place | undefined): string {
  const steps: Step[] = [];
  for (let one = place; one; one = one.up) steps.push(one.step);
  return steps.reduceRight<string>(pathTo, '');
}

/** The value of an error: none of an array or an object. */
export function plainValue(value: Json): Json {
  return isArray(value) || isObject(value) ? null : value;
}

/** A value as JSON within a message. */
export function jsonShown(value: Json, spend: Spend): string {
  return shown(jsonText(withoutSpecials(value), spend));
}
