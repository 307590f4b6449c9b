import { meaningOf } from '../../azure/verdict.js';
import { own } from '../../core/json.js';
import { writeJson } from '../../core/json-write.js';
import { shorten } from '../../core/shorten.js';
import { plural } from '../../report/counts.js';
import type { Body, RecordedResponse } from '../../http/exchange.js';

/** What a status that is no success means, and what can be done. */
export interface Meaning {
  /** One sentence. */
  readonly message: string;
  readonly help: string;
}

/** What an answer that is no success means. Undefined for a success. */
export function meaningOfAnswer({ status, headers, body }: RecordedResponse): Meaning | undefined {
  if (status >= 200 && status < 300) return undefined;
  const known = meaningOf(status, textOf(body));
  const [means, help] = known ? [known.means, known.help] : plainly(status, headers);
  const isKey = status === 401 && known !== undefined;
  return { message: `${means} (${status}).`, help: isKey ? ANOTHER_KEY : withWait(help, headers) };
}

function textOf(body: Body): string {
  if (body.kind === 'json') return writeJson(body.value, { indent: 0 });
  return body.kind === 'text' ? body.text : '';
}

const ANOTHER_KEY =
  'Give another key; see that it is of the same resource and account, and of the form that the connection asks for.';

function plainly(status: number, headers: Readonly<Record<string, string>>): readonly [means: string, help: string] {
  if (status < 400) {
    const to = own(headers, 'location');
    const where = to === undefined ? '' : ` to ${shorten(to)}`;
    return [
      `The service sends the call elsewhere${where}, and no redirect is followed`,
      'Give the address that it names.',
    ];
  }
  if (status === 400 || status === 422) return ['The service finds the request wrong', 'See what its answer says.'];
  if (status < 500) return ['The service refuses the call', 'See what its answer says.'];
  return ['The service has a fault of its own', 'Make the call again later.'];
}

function withWait(help: string, headers: Readonly<Record<string, string>>): string {
  const wait = own(headers, 'retry-after');
  return wait !== undefined && /^\d{1,9}$/.test(wait)
    ? `${help} It asks to wait ${plural(Number(wait), 'second')}.`
    : help;
}
