/** How many bytes may still be held, by all captures together. */
export interface Room {
  left: number;
}

/** A body is recorded up to here, in bytes: looking for credentials in it takes up to 0.9 s for each MiB (measured), and all others wait. */
const MOST_BYTES = 8 * 1024 * 1024;

/** A copy of bytes that pass by. */
export interface Capture {
  take(chunk: Uint8Array): void;
  /** All that was taken; undefined where it was too much to hold. */
  bytes(): Uint8Array | undefined;
  /** Gives back its room. To be called once, at the end. */
  release(): void;
}

/** Begins to copy a body that passes by. */
export function capture(room: Room): Capture {
  let chunks: Uint8Array[] = [];
  let held = 0;
  let isTooMuch = false;
  const release = () => {
    room.left += held;
    held = 0;
    chunks = [];
  };
  return {
    take(chunk) {
      if (isTooMuch) return;
      isTooMuch = held + chunk.length > MOST_BYTES || chunk.length > room.left;
      if (isTooMuch) return release();
      chunks.push(chunk);
      held += chunk.length;
      room.left -= chunk.length;
    },
    bytes: () => (isTooMuch ? undefined : Buffer.concat(chunks)),
    release,
  };
}
