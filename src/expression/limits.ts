/** How deep calls and keys may be nested: deeper than anybody writes, and little enough for any recursion over a tree. */
export const MAX_EXPRESSION_DEPTH = 100;

/** The longest expression that is read, in UTF-16 code units: the longest text that a function of the service gives. */
export const MAX_EXPRESSION_LENGTH = 131_072;

/** The longest text that a function gives, in UTF-16 code units: Microsoft's function reference says so of concat() and join(). */
export const MAX_TEXT_LENGTH = 104_857_600;

/** What one evaluation may spend, in characters and items that functions read or make: some seconds at most, measured on Node 20. */
export const MAX_WORK = 2 * MAX_TEXT_LENGTH;

/** What an item or a member costs more than a character does: in time, measured on Node 20, and in memory. */
export const ITEM_WORK = 32;

/** The most items that range() gives: Microsoft's function reference. */
export const MAX_RANGE = 100_000;

/** How deep a value may be nested: as a document, with what functions put around it. */
export const MAX_VALUE_DEPTH = 400;
