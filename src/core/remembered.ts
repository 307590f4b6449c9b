/** What has been found out about objects, so that it is found out once. It is gone with the object, or when all is {@link forgotten}. */
export interface Remembered<Key extends object, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): void;
}

const lettingGo: (() => void)[] = [];

/** A memory without anything in it. One for each kind of question, made when the program starts: it stays until the program ends. */
export function remembered<Key extends object, Value>(): Remembered<Key, Value> {
  let known = new WeakMap<Key, Value>();
  lettingGo.push(() => void (known = new WeakMap()));
  return { get: (key) => known.get(key), set: (key, value) => void known.set(key, value) };
}

/**
 * Lets go of all that is remembered. Nothing is lost but the time to find it out again.
 *
 * Who goes from one document to the next says so here: V8 takes a value of a `WeakMap` for alive as long as the map is old, unless it looks
 * through the whole heap. What is remembered of a document leads back to it, and so every document, all of it, would be moved twice
 * and then wait for that look: 6 of 100 instructions of a run of 161 definitions.
 */
export function forgotten(): void {
  for (const letGo of lettingGo) letGo();
}
