/** The longest line that is written, in characters, as far as texts can be kept whole. */
export const MAX_LINE = 120;
