/** Where a value is, in the workflow language. */
export interface Origin {
  /** `body('Get_a_ticket')`, `triggerBody()`, `items('For_each')`. */
  readonly root: string;
  /** The names from there on. */
  readonly names: readonly string[];
  /** Whether all of them are required: then they are written without `?`, and fail where one is missing. */
  readonly required: boolean;
}

/** The expression for a value, without the `@`. */
export function expressionOf({ root, names, required }: Origin): string {
  return `${root}${names.map((name) => `${required ? '' : '?'}[${literal(name)}]`).join('')}`;
}

/** A text in the workflow language. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** What a loop is called: the first `For_each`, then `For_each_1`. */
export function loopName(index: number): string {
  return index === 0 ? 'For_each' : `For_each_${index}`;
}
