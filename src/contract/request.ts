import { finding } from '../core/finding.js';
import { own } from '../core/json.js';
import { child } from '../core/pointer.js';
import { isJsonType, mediaType } from '../http/media-type.js';
import type { Exchange } from '../http/exchange.js';
import type { ValueParameter } from '../openapi/types.js';
import { checkBody } from './body.js';
import type { Matched } from './matched.js';
import { bodyNotKept } from './not-kept.js';
import { checkParameter, notRecorded } from './parameter.js';
import type { RequestPlan } from './plan.js';
import { exchangeRules } from './exchange-rules.js';

/** The statuses by which an API says that the request itself is wrong. */
const refusals: ReadonlySet<number> = new Set([400, 422]);

/** Whether the API refused the request as such. What is no JSON at all some servers refuse with whatever error they have at hand. */
function isRefused({ request, response }: Exchange): boolean {
  const status = response?.status ?? 0;
  return refusals.has(status) || (status >= 400 && request.body.kind === 'text' && request.body.problem !== undefined);
}

/**
 * Reports how a recorded request misses the parameters and the body that its operation declares.
 * Where the API refused the request as well, the two agree, and all of it is only a note.
 */
export function checkRequest(given: Matched): void {
  const refused = isRefused(given.exchange);
  const report: Matched['report'] = (found) => given.report({ ...found, severity: 'note' });
  const matched = refused ? { ...given, report } : given;
  const plan = matched.plans.request(matched.route.at);
  for (const { parameter, pointer } of plan.parameters) {
    checkParameter(matched, { parameter, pointer, value: valueOf(matched, parameter) });
  }
  reportUndeclared(matched, plan);
  checkRequestBody(matched, plan);
}

function reportUndeclared({ exchange, route, report }: Matched, { queryNames }: RequestPlan): void {
  const undeclared = new Set(route.query.map(([name]) => name).filter((name) => !queryNames.has(name)));
  for (const name of undeclared) {
    report(
      finding(exchangeRules.undeclaredParameter, {
        pointer: child(exchange.pointers.request, 'url'),
        message: `The query parameter "${name}" is not declared.`,
        declared: { pointer: route.at.pointer },
      }),
    );
  }
}

/** What the recording has for a parameter: a text, none, or `notRecorded`. */
export function valueOf(
  { exchange, route }: Pick<Matched, 'exchange' | 'route'>,
  { in: location, name }: ValueParameter,
): string | undefined | typeof notRecorded {
  switch (location) {
    case 'path':
      return route.pathValues.get(name);
    case 'query':
      return route.query.find(([key]) => key === name)?.[1];
    case 'header': {
      const value = own(exchange.request.headers, name.toLowerCase());
      return value ?? (Object.keys(exchange.request.headers).length === 0 ? notRecorded : undefined);
    }
    case 'formData':
      return formValue(exchange.request, name);
  }
}

/** A field of a URL-encoded form. Multipart forms are not taken apart. */
function formValue(
  { contentType, body }: Matched['exchange']['request'],
  name: string,
): string | undefined | typeof notRecorded {
  if (body.kind !== 'text' || mediaType(contentType) !== 'application/x-www-form-urlencoded') return notRecorded;
  for (const field of body.text.split('&')) {
    const [key = '', value = ''] = field.split('=', 2).map((part) => plainText(part));
    if (key === name) return value;
  }
  return undefined;
}

function plainText(encoded: string): string {
  try {
    return decodeURIComponent(encoded.replaceAll('+', ' '));
  } catch {
    return encoded;
  }
}

function checkRequestBody({ connector, exchange, report }: Matched, { body: plan }: RequestPlan): void {
  if (plan === undefined) return;
  const { body, contentType } = exchange.request;
  const { request, requestBody } = exchange.pointers;
  const declared = { pointer: plan.pointer };
  if (body.kind === 'json') {
    checkBody({ document: connector.definition, plan, body, at: requestBody, mustBeKnown: false, report });
  } else if (body.kind === 'none') {
    const message = 'The request has no body; the operation requires one.';
    if (plan.required) report(finding(exchangeRules.bodyMissing, { pointer: request, message, declared }));
  } else if (body.kind === 'text' && body.clipped) {
    report(bodyNotKept('request', requestBody, declared));
  } else if (isJsonType(mediaType(contentType) ?? 'application/json')) {
    const message = "The request's body is not JSON.";
    report(finding(exchangeRules.bodyNotJson, { pointer: requestBody, message, declared }));
  }
}
