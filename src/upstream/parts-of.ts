import { Fault } from '../core/fault.js';
import { own } from '../core/json.js';
import type { Schema } from '../openapi/types.js';
import type { Notes } from './notes.js';
import { parametersOf } from './parameters-of.js';
import { schemaOf } from './schema-of.js';
import type { OperationSurface, Shape, Surface } from './surface.js';
import type {
  UpstreamBody,
  UpstreamConnector,
  UpstreamOperation,
  UpstreamParts,
  UpstreamVersion,
} from './upstream-connector.js';

/** What was noted of one body, or of the parameters of one operation. */
export interface PartNotes extends Omit<Notes, 'wider'> {
  /** The name that the connector has for the operation. */
  readonly operation: string;
  /** `parameters`, `request`, or the status of an answer. */
  readonly part: string;
  /** The shape of the whole body. */
  readonly shape?: Shape;
}

/**
 * What the builders take of each operation of a version, and what was noted of it: what is new, what OpenAPI 2.0 cannot say, where we overrule.
 * @throws {Fault} `not-found` where the surface lacks an operation of the connector
 */
export function partsOf(
  { operations }: Pick<UpstreamConnector, 'operations'>,
  surface: Surface,
): { readonly version: UpstreamVersion; readonly notes: readonly PartNotes[] } {
  const notes: PartNotes[] = [];
  const parts = Object.entries(operations).map(([name, wanted]) => {
    const operation = operationOf(surface, name);
    return [name, operationParts(operation, wanted, { surface, name, notes })] as const;
  });
  return { version: { apiVersion: surface.apiVersion, surface, operations: Object.fromEntries(parts) }, notes };
}

function operationOf({ service, apiVersion, operations }: Surface, name: string): OperationSurface {
  const operation = own(operations, name);
  if (operation !== undefined) return operation;
  throw new Fault('not-found', `The surface of ${service} ${apiVersion} has no operation "${name}".`, {
    help: `It has ${Object.keys(operations).join(', ')}. Make it again from the specification: --spec FILE.`,
  });
}

interface Making {
  readonly surface: Surface;
  readonly name: string;
  readonly notes: PartNotes[];
}

function operationParts(operation: OperationSurface, wanted: UpstreamOperation, making: Making): UpstreamParts {
  const { name, notes } = making;
  const { parameters, noted } = parametersOf(operation, wanted.parameters ?? {});
  notes.push({ operation: name, part: 'parameters', ...noted });
  const asked = { part: 'request', overlay: wanted.request ?? {}, direction: 'request' } as const;
  const request = bodyOf(operation.request?.shape, asked, making);
  const responses = Object.entries(wanted.responses ?? {}).map(([status, { overlay = {}, expect }]) => {
    const shape = own(operation.responses, status)?.shape;
    const body = bodyOf(shape, { part: status, overlay, direction: 'response', ...(expect && { expect }) }, making);
    return [status, body] as const;
  });
  return {
    operation,
    parameters,
    request,
    responses: Object.fromEntries(responses),
  };
}

type BodyOptions = Omit<Parameters<typeof schemaOf>[1], 'expect' | 'shapes'> & {
  readonly part: string;
  readonly expect?: Schema;
};

function bodyOf(shape: Shape | undefined, { part, ...options }: BodyOptions, making: Making): UpstreamBody {
  const { surface, name, notes } = making;
  const { expect } = options;
  const { schema, wider, ...noted } = schemaOf(shape ?? {}, { ...options, shapes: surface.shapes });
  notes.push({ operation: name, part, ...noted, ...(shape && { shape }) });
  return { schema, contract: { ...(expect && { expect }), ...(Object.keys(wider).length > 0 && { wider }) } };
}
