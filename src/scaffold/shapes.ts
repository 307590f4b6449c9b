import { isArray, isObject, own, type Json } from '../core/json.js';

/** Whether a value is what the type of an option asks for. */
export type Fits = (value: Json) => boolean;

/** Any text. */
export const text: Fits = (value) => typeof value === 'string';
/** True or false. */
export const flag: Fits = (value) => typeof value === 'boolean';
/** A number that is no bigint. */
export const number: Fits = (value) => typeof value === 'number';
/** Any value. */
export const anything: Fits = () => true;
/** An array, and what its items are. */
export const listOf =
  (item: Fits): Fits =>
  (value) =>
    isArray(value) && value.every(item);
/** An object with names of its own, and what its values are. */
export const mapOf =
  (item: Fits): Fits =>
  (value) =>
    isObject(value) && Object.values(value).every(item);
/** One of several texts. */
export const oneOf =
  (...texts: readonly string[]): Fits =>
  (value) =>
    typeof value === 'string' && texts.includes(value);

/** An object that has all of `needed`, may have `more`, and has nothing else. */
export const shaped =
  (needed: Readonly<Record<string, Fits>>, more: Readonly<Record<string, Fits>> = {}): Fits =>
  (value) =>
    isObject(value) &&
    Object.keys(needed).every((key) => Object.hasOwn(value, key)) &&
    Object.entries(value).every(([key, each]) => (own(needed, key) ?? own(more, key))?.(each) === true);
