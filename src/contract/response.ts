import { finding } from '../core/finding.js';
import { child } from '../core/pointer.js';
import type { RecordedResponse } from '../http/exchange.js';
import { isJsonType, mediaType } from '../http/media-type.js';
import { checkBody } from './body.js';
import type { Matched } from './matched.js';
import { bodyNotKept } from './not-kept.js';
import type { BodyPlan } from './plan.js';
import { exchangeRules } from './exchange-rules.js';
import type { Sightings } from './sightings.js';

/** Reports how a recorded response misses what its operation declares and its contract expects. */
export function checkResponse(matched: Matched, recorded: RecordedResponse, seen: Sightings): void {
  const { exchange, route, plans, report } = matched;
  const { operation, pointer } = route.at;
  const plan = plans.response(route.at, recorded.status);
  if (plan === undefined) {
    const statuses = Object.keys(operation.responses).join(', ');
    report(
      finding(exchangeRules.undeclaredStatus, {
        pointer: child(exchange.pointers.response, 'status'),
        message: `The status ${recorded.status} is not declared; declared are ${statuses}.`,
        declared: { pointer: `${pointer}/responses` },
      }),
    );
    return;
  }
  seen.status(operation, plan.declared);
  if (plan.body !== undefined && hasWantedType(matched, recorded)) checkContent(matched, recorded, plan.body);
}

/** Whether the media type is one that the operation produces; reports it where not. A recording without one is given the benefit of the doubt. */
function hasWantedType({ connector, exchange, route, report }: Matched, { contentType }: RecordedResponse): boolean {
  const { operation, pointer } = route.at;
  const produces = operation.produces ?? connector.definition.produces ?? [];
  if (contentType === undefined || produces.includes(contentType)) return true;
  const type = mediaType(contentType);
  if (type === undefined || accepts(produces, type)) return true;
  const wanted = produces.length === 0 ? 'JSON' : produces.join(', ');
  report(
    finding(exchangeRules.wrongContentType, {
      pointer: child(`${exchange.pointers.response}/headers`, 'content-type'),
      message: `The response is ${type}; the operation produces ${wanted}.`,
      declared: { pointer: operation.produces ? `${pointer}/produces` : '/produces' },
    }),
  );
  return false;
}

/** JSON is JSON under every one of its names. An operation that says nothing produces JSON. */
function accepts(produces: readonly string[], type: string): boolean {
  if (produces.length === 0) return isJsonType(type);
  return produces.some((wanted) => {
    const other = mediaType(wanted) ?? '';
    return other === type || other === '*/*' || (isJsonType(other) && isJsonType(type));
  });
}

function checkContent(matched: Matched, { status, contentType, body }: RecordedResponse, plan: BodyPlan): void {
  const { connector, exchange, report } = matched;
  const declared = { pointer: plan.pointer };
  if (body.kind === 'json') {
    const mustBeKnown = status >= 200 && status < 300;
    const at = exchange.pointers.responseBody;
    checkBody({ document: connector.definition, plan, body, at, mustBeKnown, report });
  } else if (body.kind === 'none') {
    const message = `The response has no body; one is declared for status ${status}.`;
    report(finding(exchangeRules.bodyMissing, { pointer: exchange.pointers.response, message, declared }));
  } else if (body.kind === 'text' && body.clipped) {
    report(bodyNotKept('response', exchange.pointers.responseBody, declared));
  } else if (isJsonType(mediaType(contentType) ?? 'application/json')) {
    const message = body.problem === undefined ? 'The body is not JSON.' : `The body is not JSON: ${body.problem}`;
    report(finding(exchangeRules.bodyNotJson, { pointer: exchange.pointers.responseBody, message, declared }));
  }
}
