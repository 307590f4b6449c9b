import type { Connector } from '../definition/connector.js';
import { use } from './code.js';
import { connectorCode } from './connector-code.js';
import type { Declaration } from './declaration.js';
import { definitionsCode } from './definitions-code.js';
import { array, type Made } from './made.js';
import { namer, uncapitalized } from './names.js';
import { operationCode } from './operation-code.js';
import { groupOf, pathsIn } from './operations-code.js';
import type { Scope } from './scope.js';
import { sharedParameters, unsaidIn } from './shared-parameters.js';

/** What generated code imports from the library: names that no constant gets. */
export const builderNames: readonly string[] = [
  'action',
  'allOf',
  'anyObject',
  'apiKey',
  'basic',
  'connector',
  'constant',
  'define',
  'errors',
  'file',
  'inBody',
  'inForm',
  'inHeader',
  'inPath',
  'inQuery',
  'integer',
  'nullable',
  'oauth2',
  'array',
  'any',
  'boolean',
  'number',
  'object',
  'plainOperation',
  'pollingTrigger',
  'record',
  'response',
  'string',
  'Schema',
  'verbatim',
  'webhookTrigger',
];

/** A program that builds a connector. */
export interface Program {
  /** Its constants, the connector's last. */
  readonly declarations: readonly Declaration[];
  /** What it builds. */
  readonly built: Connector;
}

/**
 * The constants of a program that builds `connector`: the same values; keys whose order means nothing may come in another.
 * An `invariant` holds it against what was given.
 */
export function programOf(connector: Connector): Program {
  const names = namer(builderNames);
  const name = names(uncapitalized(connector.name), 'Connector');
  const { placed, beside } = pathsIn(connector);
  const constants = placed.map(({ operation, method }) => names(operation.operationId ?? method, 'Operation'));
  const definitions = definitionsCode(connector.definition.definitions ?? {}, names);
  const unsaid = unsaidIn(placed.map(({ operation }) => operation));
  const lists = placed.map(({ operation }) => operation.parameters ?? []);
  const { declarations: parameters, shared } = sharedParameters(lists, names, unsaid);
  const scope: Scope = { reference: definitions.reference, shared, unsaid };
  const operations: Declaration[] = [];
  const used: Made[] = [];
  for (const [index, each] of placed.entries()) {
    const made = operationCode(scope, each);
    const constant = constants[index] ?? '';
    operations.push({ name: constant, code: made.code, part: 'operations', group: groupOf(each) });
    used.push({ code: use(constant), value: made.value });
  }
  const parts = { operations: array(used), definitions: definitions.all, beside, unsaid };
  const { code, value } = connectorCode(connector, parts);
  const last: Declaration = { name, code, part: 'connector' };
  return {
    declarations: [...definitions.declarations, ...parameters, ...operations, last],
    built: value as Connector, // what the builder gives
  };
}
