import { child } from '../core/pointer.js';
import type { Json } from '../core/json.js';
import { writeJson } from '../core/json-write.js';
import { resolve } from '../openapi/refs.js';
import type { Document, Response, Schema } from '../openapi/types.js';
import { operations, parametersOf, type OperationAt } from '../openapi/walk.js';
import type { Direction } from './matched.js';
import { declaredIn } from './declared.js';
import type { Sightings } from './sightings.js';

/** How much of what is declared the recordings have shown. */
export interface Coverage {
  readonly operations: Share;
  /** Status codes of the operations' responses. */
  readonly statuses: Share;
  /** Properties of request and response bodies, as far as the tested direction goes. */
  readonly properties: Share;
  /** Values of enumerated properties. */
  readonly enums: Share;
}

/** How many of one kind are declared, how many of these were seen, and which were not. */
export interface Share {
  readonly declared: number;
  readonly seen: number;
  /** 0 to 100, one decimal; 100 where nothing is declared. */
  readonly percent: number;
  readonly missing: readonly Missing[];
}

/** Something declared that no recording shows. */
export interface Missing {
  /** For a reader, e.g. `Completion 200 choices[].message.refusal`. */
  readonly name: string;
  /** Where the definition declares it. */
  readonly pointer: string;
}

interface Tally {
  declared: number;
  readonly missing: Missing[];
}

/** Counts what `seen` has seen of all that `document` declares. */
export function coverageOf(document: Document, seen: Sightings, direction: Direction): Coverage {
  const tallies = { operations: tally(), statuses: tally(), properties: tally(), enums: tally() };
  for (const at of operations(document)) {
    const id = at.operation.operationId ?? `${at.method.toUpperCase()} ${at.path}`;
    count(tallies.operations, seen.sawOperation(at.operation), { name: id, pointer: at.pointer });
    if (direction !== 'request') {
      for (const status of Object.keys(at.operation.responses)) {
        if (status.startsWith('x-')) continue;
        const place = { name: `${id} ${status}`, pointer: child(`${at.pointer}/responses`, status) };
        count(tallies.statuses, seen.sawStatus(at.operation, status), place);
      }
    }
    for (const body of bodiesOf(document, at, direction)) countBody(tallies, seen, { document, id, ...body });
  }
  return {
    operations: share(tallies.operations),
    statuses: share(tallies.statuses),
    properties: share(tallies.properties),
    enums: share(tallies.enums),
  };
}

interface BodyPlace {
  /** `request`, or the status. */
  readonly part: string;
  readonly schema: Schema;
  readonly pointer: string;
}

function bodiesOf(document: Document, { item, operation, pointer }: OperationAt, direction: Direction): BodyPlace[] {
  const bodies: BodyPlace[] = [];
  if (direction !== 'response') {
    for (const { parameter, pointer: place } of parametersOf(document, item, operation)) {
      if (parameter.in === 'body')
        bodies.push({ part: 'request', schema: parameter.schema, pointer: `${place}/schema` });
    }
  }
  if (direction !== 'request') {
    for (const [status, response] of Object.entries(operation.responses)) {
      const resolved = resolve<Response>(document, response, child(`${pointer}/responses`, status));
      const schema = resolved?.node.schema;
      if (schema) bodies.push({ part: status, schema, pointer: `${resolved.pointer}/schema` });
    }
  }
  return bodies;
}

function countBody(
  tallies: { readonly properties: Tally; readonly enums: Tally },
  seen: Sightings,
  { document, id, part, schema, pointer }: BodyPlace & { readonly document: Document; readonly id: string },
): void {
  for (const found of declaredIn(document, schema, pointer)) {
    const name = `${id} ${part} ${found.name}`;
    if ('property' in found) {
      const saw = seen.sawSchema(schema, found.property);
      count(tallies.properties, saw, { name, pointer: found.pointer });
    } else {
      const saw = seen.sawValue(schema, found.schema, found.value);
      count(tallies.enums, saw, { name: `${name} = ${written(found.value)}`, pointer: found.pointer });
    }
  }
}

function written(value: Json): string {
  return typeof value === 'string' ? `"${value}"` : writeJson(value).trim();
}

function tally(): Tally {
  return { declared: 0, missing: [] };
}

function count(into: Tally, saw: boolean, place: Missing): void {
  into.declared += 1;
  if (!saw) into.missing.push(place);
}

function share({ declared, missing }: Tally): Share {
  const seen = declared - missing.length;
  return { declared, seen, percent: declared === 0 ? 100 : Math.round((1000 * seen) / declared) / 10, missing };
}
