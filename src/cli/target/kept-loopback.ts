import { Agent, request as begin, type ClientRequest, type IncomingMessage } from 'node:http';
import type { ArmRequest, ArmResponse, ArmWorld } from '../../azure/message.js';
import { NetError, whyOf } from '../net/send.js';

/**
 * Sends requests to a running emulator over connections that are kept, whatever proxy the environment names. It is on this machine, and
 * sent to as fast as can be: nothing stands between but Node itself, which costs a third of a pipeline.
 */
export function keptLoopback(): ArmWorld['send'] {
  const [kept, once] = [new Agent({ keepAlive: true }), new Agent({ keepAlive: false })];
  return (request) => sent(request, request.method === 'POST' ? once : kept); // a POST that is lost is not sent again
}

function sent(
  { method, url, headers, body, authorize, timeoutSeconds }: ArmRequest,
  agent: Agent,
): Promise<ArmResponse> {
  return new Promise((done, failed) => {
    const token = authorize ? { authorization: 'Bearer emulator' } : {};
    const bytes = body === undefined ? undefined : Buffer.from(body);
    const length = bytes ? { 'content-length': String(bytes.length) } : {};
    const asked: ClientRequest = begin(url, { method, agent, headers: { ...headers, ...token, ...length } }, heard);
    const why = `there was no whole answer within ${timeoutSeconds} seconds`;
    const timer = setTimeout(() => asked.destroy(new NetError('timed-out', why)), timeoutSeconds * 1000);
    asked.on('error', lost);
    asked.end(bytes);

    function heard(answer: IncomingMessage): void {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk) => void chunks.push(chunk));
      answer.on('error', lost);
      answer.on('end', () => {
        clearTimeout(timer);
        done({
          status: answer.statusCode ?? 0,
          headers: plain(answer.headers),
          body: Buffer.concat(chunks).toString(),
        });
      });
    }
    function lost(error: Error): void {
      clearTimeout(timer);
      failed(error instanceof NetError ? error : new NetError('refused', whyOf(error)));
    }
  });
}

/** Of a header that came more than once, all values in one line, as RFC 9110 allows. */
function plain(headers: IncomingMessage['headers']): ArmResponse['headers'] {
  const all = Object.entries(headers);
  return Object.fromEntries(
    all.map(([name, value = '']) => [name, typeof value === 'string' ? value : value.join(', ')]),
  );
}
