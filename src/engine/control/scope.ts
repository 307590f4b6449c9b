import type { Start } from '../model.js';
import { endContainer, startBlock } from '../run/turn.js';

/** Scope: runs what is in it. */
export const scope: Start = (run, turn) => {
  const { frame, action } = turn;
  const [block] = action.branches;
  startBlock(run, { block: block ?? { actions: [] }, frame }, (status) => endContainer(run, turn, { status }));
};
