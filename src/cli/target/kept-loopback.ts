import type { ArmWorld } from '../../azure/message.js';
import { keptLines } from '../net/kept-lines.js';

/**
 * Sends requests to a running emulator over connections that are kept, whatever proxy the environment names; `otherwise` what is for
 * somebody else. It is on this machine, and sent to as fast as can be.
 */
export function keptLoopback(origin: string, otherwise: ArmWorld['send']): ArmWorld['send'] {
  const send = keptLines(origin);
  return async (request) => {
    if (!request.url.startsWith(`${origin}/`)) return otherwise(request);
    const { authorize, headers, ...rest } = request;
    const token = authorize ? { authorization: 'Bearer emulator' } : {};
    const response = await send({ ...rest, headers: { ...headers, ...token } });
    return { ...response, body: Buffer.from(response.body).toString() };
  };
}
