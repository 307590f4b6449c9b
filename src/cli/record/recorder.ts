import type { IncomingMessage, ServerResponse } from 'node:http';
import { isFault, type Fault } from '../../core/fault.js';
import { redactUrl } from '../../http/redact.js';
import { writeSample } from '../../http/sample-write.js';
import { printable } from '../../report/text.js';
import { highestNumber, inName, writeNew } from '../net/new-sample.js';
import { exchangeOnWire, type WireExchange } from '../net/wire-exchange.js';
import type { World } from '../world.js';
import { passOn, type Passing } from './pass-on.js';
import { refuse } from './refuse.js';

/** What was recorded so far. */
export interface Recorded {
  /** The samples, as their paths are printed. */
  readonly written: readonly string[];
  /** How many credentials were replaced. */
  readonly redactions: number;
  /** How many exchanges were passed on and not kept: cut off, unanswered, or too large. */
  readonly notKept: number;
  /** Why samples could not be written, where one could not. */
  readonly fault: Fault | undefined;
}

/** Records what passes by. */
export interface Recorder {
  answer(client: IncomingMessage, answer: ServerResponse): Promise<void>;
  recorded(): Recorded;
}

/** How it records. */
export interface Recording {
  readonly passing: Passing;
  /** The folder. */
  readonly out: string;
  /** Is told of each exchange, in a line. */
  readonly log: (line: string) => void;
}

/** Digits in the name of a sample, so that names sort as the requests came. */
const DIGITS = 4;

/** Begins to record into a folder; numbers go on behind those that names in it have. Throws a `Fault` where the folder cannot be read. */
export function recorder(world: World, { passing, out, log }: Recording): Recorder {
  const tally = { redactions: 0 };
  const written: string[] = [];
  let last = highestNumber(world, { folder: out, before: '' });
  let notKept = 0;
  let fault: Fault | undefined;

  const keep = (exchange: WireExchange, name: string): string => {
    const seen = exchangeOnWire(exchange, { file: '', sample: name, secrets: [], tally });
    const source = {
      recorded: `by connector-kit ${world.version()} record`,
      on: new Date(world.now()).toISOString().slice(0, 10),
      changed: 'credentials replaced',
    };
    return writeNew(world, { folder: out, name, text: writeSample({ ...seen, source }) });
  };

  return {
    async answer(client, answer) {
      if (isRefused(client, answer)) return;
      const number = (last += 1);
      const { method = 'GET', url = '/' } = client;
      const [path = '/'] = redactUrl(url, { redactions: 0 }).split('?', 1);
      const name = `${String(number).padStart(DIGITS, '0')}-${inName(`${method} ${path}`.toLowerCase())}`;
      const passed = await passOn(client, answer, passing);
      const line = printable(`${method} ${path}`);
      if ('notKept' in passed) {
        notKept += 1;
        return log(`${line} not kept: ${passed.notKept}`);
      }
      try {
        written.push(keep(passed.exchange, name));
        log(`${line} ${passed.exchange.response.status} ${written.at(-1)}`);
      } catch (error) {
        if (!isFault(error)) throw error;
        notKept += 1;
        fault = error;
        log(`${line} not kept: ${error.message}`);
      }
    },
    recorded: () => ({ written, redactions: tally.redactions, notKept, fault }),
  };
}

/** Answers what cannot go on: a change of protocol, and what is meant for a proxy. */
function isRefused({ headers, url = '/' }: IncomingMessage, answer: ServerResponse): boolean {
  if (/(?:^|,)\s*websocket\b/i.test(headers.upgrade ?? '')) {
    refuse(answer, 501, { code: 'no-upgrade', message: 'WebSockets are not recorded.' });
    return true;
  }
  if (url.startsWith('/')) return false;
  const message = 'This recorder is no proxy: use its address in place of that of the service.';
  refuse(answer, 400, { code: 'no-proxy', message });
  return true;
}
