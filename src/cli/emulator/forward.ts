import { answerOf, timedOut, unreachable } from '../../emulator/answer.js';
import type { EmulatorResponse, Forward } from '../../emulator/message.js';
import { withKeyRevealed } from '../../wire/request-of.js';
import { NetError, plainPipeline, send } from '../net/send.js';

/** Makes a call for the emulator, and gives what it answers then. The key is put in here, and nowhere else. `cut` breaks it off. */
export async function forwarded(forward: Forward, cut?: AbortSignal): Promise<EmulatorResponse> {
  const { timeoutSeconds } = forward;
  const pipeline = cut ? cutBy(cut) : plainPipeline();
  try {
    const { status, headers, body } = await send({ ...withKeyRevealed(forward.request), timeoutSeconds }, pipeline);
    return answerOf(forward, { status, headers, body });
  } catch (error) {
    if (!(error instanceof NetError)) throw error;
    return error.kind === 'timed-out' ? timedOut(forward) : unreachable(forward, error.message);
  }
}

/** What stands before the network, with one more who may break a call off. */
function cutBy(cut: AbortSignal): ReturnType<typeof plainPipeline> {
  const pipeline = plainPipeline();
  pipeline.addPolicy({
    name: 'cut',
    sendRequest: (request, next) => {
      const { abortSignal } = request;
      request.abortSignal = abortSignal instanceof AbortSignal ? AbortSignal.any([abortSignal, cut]) : cut;
      return next(request);
    },
  });
  return pipeline;
}
