import { writeJson } from '../core/json-write.js';
import { refused, type Reply } from './reply.js';
import type { Refusal } from './refusal.js';
import { refusals } from './refusals.js';

/** An error of the API hub: a number, and what was wrong. */
interface HubError {
  readonly extendedCode: '14012' | '14024';
  /** With `{0}` and so on where the parameters go. */
  readonly template: string;
  readonly parameters: readonly string[];
}

/** No OpenAPI 2.0, or no address to call. */
export function invalidApiDefinition(): Reply {
  const template =
    'Invalid Api definition object. Please specify a valid Swagger 2.0 Url and valid list of ServiceUrls.';
  return hubError(refusals.badDefinition, { extendedCode: '14012', template, parameters: [] });
}

/** The address of the service does not end on the definition's base path. */
export function otherBasePath(basePath: string, path: string): Reply {
  const template = "Swagger contains base path:{0} but backend Url doesn't end on same path:{1} ";
  return hubError(refusals.otherBasePath, { extendedCode: '14024', template, parameters: [basePath, path] });
}

/** What the definition is refused for. Its extended code is not known, and left out. */
export function invalidSwagger(errors: string): Reply {
  const message = `Specified swagger has the following errors: 'Definition is not valid. Error: '${errors}''`;
  return nested(refusals.invalidSwagger, message, []);
}

/** A definition beyond a limit. */
export function largeSwagger(message: string): Reply {
  return nested(refusals.largeSwagger, message, []);
}

/** The hub's own error is JSON inside of the message. Source: github:Azure/Azure-Sentinel#9590 and #2694. */
function hubError(refusal: Refusal, { extendedCode, template, parameters }: HubError): Reply {
  const message = template.replaceAll(/\{(\d)\}/g, (_, index: string) => parameters[Number(index)] ?? '');
  const ErrorEntity = {
    ExtendedCode: extendedCode,
    MessageTemplate: template,
    Parameters: parameters,
    Code: 'BadRequest',
    Message: message,
  };
  return nested(refusal, message, [{ ErrorEntity }]);
}

function nested(refusal: Refusal, message: string, entities: readonly { readonly ErrorEntity: object }[]): Reply {
  const Details = [{ Message: message }, { Code: 'BadRequest' }, ...entities];
  const inner = { Code: 'BadRequest', Message: message, Target: null, Details, Innererror: null };
  return refused(refusal, writeJson(inner as never, { indent: 0 }).trimEnd()); // JSON, all of it
}
