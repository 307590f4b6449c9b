import type { ServerResponse } from 'node:http';

/** Answers in place of the upstream, in the form that most clients show: an error with a code and a sentence. */
export function refuse(
  answer: ServerResponse,
  status: number,
  error: { readonly code: string; readonly message: string },
): void {
  if (answer.headersSent || answer.destroyed) return void answer.destroy();
  const body = Buffer.from(JSON.stringify({ error }));
  answer.writeHead(status, { 'content-type': 'application/json', 'content-length': body.length, connection: 'close' });
  answer.end(body);
}
