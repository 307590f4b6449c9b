import { didYouMean } from './nearest.js';

/** For how many wrong names of one kind in one document a near one is looked for: each is held against all names there are. */
const maxHints = 50;

/** Gives what a wrong name was probably meant to be, to go behind a message. Only the first ask for `known`; for others it is `''`. */
export type Hint = (name: string, known: () => Iterable<string>) => string;

/** A hint for the names of one document. */
export function hinting(): Hint {
  let given = 0;
  return (name, known) => {
    given += 1;
    return given > maxHints ? '' : didYouMean(name, known());
  };
}
