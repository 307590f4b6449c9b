/** What stands wherever a secret would have been printed. */
const HIDDEN = '[secret]';

/**
 * A value that never prints: text, JSON, the console and error messages show `[secret]`.
 * A class, so that the value is in a private field, which no inspection shows.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The value itself. For a header of a request, and nothing else. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return HIDDEN;
  }

  toJSON(): string {
    return HIDDEN;
  }

  /** What `util.inspect` and the console show. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return HIDDEN;
  }
}
