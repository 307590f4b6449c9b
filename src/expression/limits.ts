/** How deep calls and keys may be nested: deeper than anybody writes, and little enough for any recursion over a tree. */
export const MAX_EXPRESSION_DEPTH = 100;

/** The longest expression that is read, in UTF-16 code units: the longest text that a function of the service gives. */
export const MAX_EXPRESSION_LENGTH = 131_072;
