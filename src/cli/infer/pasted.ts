import { Fault } from '../../core/fault.js';
import type { Finding } from '../../core/finding.js';
import { writeJson } from '../../core/json-write.js';
import { shorten } from '../../core/shorten.js';
import type { Exchange } from '../../http/exchange.js';
import { exchange, type ExchangeParts } from '../../http/make-exchange.js';
import { readJsonFile } from '../read-source.js';
import type { World } from '../world.js';

/** An exchange that was pasted together: what was sent and what was answered, each in a file of its own. */
export interface PastedFlags {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly request: string | undefined;
  readonly response: string | undefined;
  readonly status: number | undefined;
}

/** The exchange, undefined where a body cannot be read, and what is wrong with the files. Throws a `Fault` where a part is missing. */
export function readPasted(
  world: World,
  { method, url, request, response, status = 200 }: PastedFlags,
): { readonly pasted: Exchange | undefined; readonly findings: readonly Finding[] } {
  if (method === undefined || url === undefined) {
    const help = 'Give --method POST --url https://api.contoso.com/v1/things with --request FILE and --response FILE.';
    throw new Fault('called-wrongly', `--${method === undefined ? 'method' : 'url'} is missing for pasted bodies.`, {
      help,
    });
  }
  const sent = bodyAt(world, request);
  const answered = bodyAt(world, response);
  const findings = [...sent.findings, ...answered.findings];
  if (findings.some(({ severity }) => severity === 'error')) return { pasted: undefined, findings };
  const made = exchange({
    request: { method, url, ...sent.message },
    ...(response !== undefined && { response: { status, ...answered.message } }),
  });
  return { pasted: made, findings };
}

/** A body from a file, as a part of a recorded message; JSON of any kind. */
function bodyAt(
  world: World,
  file: string | undefined,
): { readonly message: Pick<ExchangeParts['request'], 'headers' | 'body'>; readonly findings: readonly Finding[] } {
  if (file === undefined) return { message: {}, findings: [] };
  if (world.stat(file) === undefined) {
    const help = 'Give a file with the JSON that was sent or answered.';
    throw new Fault('not-found', `${shorten(file)} does not exist.`, { help });
  }
  const { value = null, findings } = readJsonFile(world, world.shown(file));
  return { message: { headers: { 'content-type': 'application/json' }, body: writeJson(value) }, findings };
}
