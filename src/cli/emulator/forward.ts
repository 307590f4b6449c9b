import { answerOf, timedOut, unreachable } from '../../emulator/answer.js';
import type { EmulatorResponse, Forward } from '../../emulator/message.js';
import { withKeyRevealed } from '../../wire/request-of.js';
import { NetError, send } from '../net/send.js';

/** Makes a call for the emulator, and gives what it answers then. The key is put in here, and nowhere else. */
export async function forwarded(forward: Forward): Promise<EmulatorResponse> {
  const { timeoutSeconds } = forward;
  try {
    const { status, headers, body } = await send({ ...withKeyRevealed(forward.request), timeoutSeconds });
    return answerOf(forward, { status, headers, body });
  } catch (error) {
    if (!(error instanceof NetError)) throw error;
    return error.kind === 'timed-out' ? timedOut(forward) : unreachable(forward, error.message);
  }
}
