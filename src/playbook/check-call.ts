import { contractTest, type ContractTest } from '../contract/contract.js';
import { exchangeRules } from '../contract/exchange-rules.js';
import { strictly } from '../contract/strict.js';
import { finding, type Finding } from '../core/finding.js';
import type { Json } from '../core/json.js';
import { shorten } from '../core/shorten.js';
import { jsonBody } from '../http/json-body.js';
import { textBody } from '../http/recorded-body.js';
import type { Exchange } from '../http/exchange.js';
import { textOf } from '../wire/parameter-text.js';
import type { Response } from './answer.js';
import { operationFinder, type CheckedCall, type Connected, type ConnectorUse } from './connected.js';
import { runRules } from './rules.js';

/** Makes a connector ready for runs: its operations are found, and calls held against its contract. */
export function connectorUse(connected: Connected): ConnectorUse {
  return { find: operationFinder(connected), check: callChecker(connected) };
}

/** What the request has undeclared is an error, because the designer would not send it. */
function callChecker({ connector, file, contractFile }: Connected): ConnectorUse['check'] {
  let heard: readonly Finding[] = [];
  const test: ContractTest = contractTest(connector, { watch: ({ findings }) => void (heard = findings) });
  const declaredIn = (found: Finding): Finding => {
    const { declared } = found;
    if (!declared) return found;
    return { ...found, declared: { ...declared, file: (declared.file === undefined ? file : contractFile) ?? file } };
  };
  return (call) => {
    const { place, found, action } = call;
    if ('unmatched' in found.route) {
      const message = `${action}: ${found.route.unmatched}`;
      return [finding(runRules.operationUnknown, { ...place, pointer: `${place.pointer}/inputs/path`, message })];
    }
    heard = [];
    test.add(exchangeOf(call));
    const base = found.hasBasePath ? [basePathTwice(call)] : [];
    return [...base, ...heard.map((one) => declaredIn(placed(one, call)))];
  };
}

function basePathTwice({ action, place, found }: CheckedCall): Finding {
  const base = found.connected.connector.definition.basePath ?? '';
  const message = `${action}: The path begins with ${shorten(base)}, which the connector puts before it once more: the service is called at ${shorten(base + base + found.path, 120)}.`;
  return finding(runRules.basePathTwice, { ...place, pointer: `${place.pointer}/inputs/path`, message });
}

/** The finding at its place in the workflow, or in the file that the answer stands in. */
function placed(found: Finding, { action, place, answer }: CheckedCall): Finding {
  const { sample: _sample, ...one } = found;
  const message = `${action}: ${found.message}`;
  if (found.pointer.startsWith(`${place.pointer}/inputs`)) return { ...strictly(one), message, file: place.file };
  const { from } = answer;
  if (!from) return { ...one, message, file: place.file, pointer: place.pointer };
  const isPartial = answer.by === 'mock' && one.code === exchangeRules.expectationNotMet.code;
  return {
    ...one,
    // a person writes of an answer what the playbook reads
    ...(isPartial && { severity: 'note' }),
    message,
    file: from.file,
    ...(from.sample !== undefined && { sample: from.sample }),
  };
}

function exchangeOf({ place, request, answer, action }: CheckedCall): Exchange {
  const tally = { redactions: 0 };
  const { method, url, headers, body } = request;
  const contentType = headers['content-type'];
  const text = body === undefined ? '' : typeof body === 'string' ? body : Buffer.from(body).toString('latin1');
  const inputs = `${place.pointer}/inputs`;
  return {
    sample: action,
    file: place.file,
    request: { method, url, headers, contentType, body: textBody(text, { contentType, tally }) },
    ...('statusCode' in answer.reply && { response: responseOf(answer.reply) }),
    pointers: {
      request: inputs,
      requestBody: `${inputs}/body`,
      response: answer.from?.pointer ?? `${place.pointer}/outputs`,
      responseBody: answer.from?.bodyPointer ?? `${place.pointer}/outputs/body`,
    },
  };
}

function responseOf({ statusCode, headers, body }: Response): Required<Exchange>['response'] {
  const texts = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), textOf(value)] as const),
  );
  const contentType = texts['content-type'];
  return { status: statusCode, headers: texts, contentType, body: bodyOf(body, contentType) };
}

function bodyOf(body: Json | undefined, contentType: string | undefined): Exchange['request']['body'] {
  const tally = { redactions: 0 };
  if (body === undefined) return { kind: 'none' };
  return typeof body === 'string' ? textBody(body, { contentType, tally }) : jsonBody(body, tally);
}
