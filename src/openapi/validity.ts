import { finding, type Finding } from '../core/finding.js';
import { child } from '../core/pointer.js';
import { shorten } from '../core/shorten.js';
import { findingsAsWritten } from './as-written.js';
import type { Document } from './types.js';
import { parameterFindings } from './validity-parameters.js';
import { validityRules } from './validity-rules.js';
import { schemaFindings } from './validity-schemas.js';
import { operations } from './walk.js';

/** A host name or address, with a port at most. From http://swagger.io/v2/schema.json. */
const hostPattern = /^[^{}/ :\\]+(?::\d+)?$/;

/**
 * What makes a definition invalid though each of its parts has the right structure: the rules of OpenAPI 2.0 between parts.
 * Together with `readDefinition` and `refFindings` the verdict is that of @apidevtools/swagger-parser 13, but for the differences that the test lists.
 */
export function definitionFindings(definition: Document): readonly Finding[] {
  return findingsAsWritten(definition, [
    ...addressFindings(definition),
    ...operationFindings(definition),
    ...parameterFindings(definition),
    ...schemaFindings(definition),
  ]);
}

function addressFindings({ host, basePath }: Document): Finding[] {
  const findings: Finding[] = [];
  if (host !== undefined && !hostPattern.test(host)) {
    const message = `The host is ${shorten(host)}, expected a host name, with a port at most, e.g. "api.contoso.com".`;
    findings.push(finding(validityRules.host, { pointer: '/host', message }));
  }
  if (basePath !== undefined && !basePath.startsWith('/')) {
    const message = `The base path is ${shorten(basePath)}, expected one that begins with "/".`;
    findings.push(finding(validityRules.basePath, { pointer: '/basePath', message }));
  }
  return findings;
}

function operationFindings(definition: Document): Finding[] {
  const findings: Finding[] = [];
  const places = new Map<string, string>();
  for (const { operation, method, path, pointer } of operations(definition)) {
    const { operationId, responses } = operation;
    const place = `${method.toUpperCase()} ${path}`;
    if (Object.keys(responses).every((status) => status.startsWith('x-'))) {
      const message = `The operation ${shorten(operationId ?? place)} has no responses, expected at least one.`;
      findings.push(finding(validityRules.noResponses, { pointer, message }));
    }
    if (operationId === undefined || operationId === '') continue;
    const first = places.get(operationId);
    if (first === undefined) places.set(operationId, place);
    else {
      const message = `The operationId ${shorten(operationId)} is that of ${shorten(first)} already, expected one of its own.`;
      findings.push(finding(validityRules.repeatedOperationId, { pointer: child(pointer, 'operationId'), message }));
    }
  }
  return findings;
}
