import { child } from '../../core/pointer.js';
import type { Card } from '../../designer/card.js';
import type { OperationAt } from '../../openapi/walk.js';
import { pathedFields } from './field-paths.js';
import type { Previewed, PreviewFinding } from './model.js';

/** Where findings stand on the page. Each stands in one place: of what several operations share, in the first of them. */
export interface PlacedFindings {
  /** Of the field with that path, or the output with that key. */
  at(operation: string, side: 'in' | 'out', path: string): readonly PreviewFinding[];
  /** Of the operation with that pointer, fields and outputs included. */
  ofOperation(operation: string): readonly PreviewFinding[];
  /** Those of the operation itself. */
  besides(operation: string): readonly PreviewFinding[];
  /** Of a parameter of the connection. */
  ofConnection(name: string): readonly PreviewFinding[];
  /** The others. */
  readonly rest: readonly PreviewFinding[];
}

interface Spot {
  readonly operation: string;
  /** In an operation: the side and the path. */
  readonly part?: string;
}

/** Finds the place of each finding: the nearest thing on the page that it stands in. */
export function placedFindings(
  { findings, file }: Pick<Previewed, 'findings' | 'file'>,
  { cards, operations }: { readonly cards: readonly Card[]; readonly operations: readonly OperationAt[] },
): PlacedFindings {
  const spots = spotsOf(cards, operations);
  const byKey = new Map<string, PreviewFinding[]>();
  const add = (key: string, found: PreviewFinding) => {
    const there = byKey.get(key);
    if (there) there.push(found);
    else byKey.set(key, [found]);
  };
  for (const found of findings) {
    const isDefinition = found.file === undefined || found.file === file;
    const spot = isDefinition ? nearest(spots, found.pointer) : undefined;
    if (spot) {
      add(`all ${spot.operation}`, found);
      add(`${spot.part === undefined ? 'besides' : spot.part} ${spot.operation}`, found);
    } else add(isDefinition ? 'rest' : connectionKey(found.pointer), found);
  }
  const get = (key: string) => byKey.get(key) ?? [];
  return {
    at: (operation, side, path) => get(`${side} ${path} ${operation}`),
    ofOperation: (operation) => get(`all ${operation}`),
    besides: (operation) => get(`besides ${operation}`),
    ofConnection: (name) => get(`connection${child('', name)}`),
    rest: get('rest'),
  };
}

/** The first operation that has a part is where what is said of it stands. */
function spotsOf(cards: readonly Card[], operations: readonly OperationAt[]): ReadonlyMap<string, Spot> {
  const spots = new Map<string, Spot>();
  const add = (pointer: string, spot: Spot) => {
    if (!spots.has(pointer)) spots.set(pointer, spot);
  };
  for (const { pointer } of operations) add(pointer, { operation: pointer });
  for (const { pointer: operation, fields, outputs } of cards) {
    for (const { field, path } of pathedFields(fields.filter(({ shown }) => shown !== 'never'))) {
      add(field.pointer, { operation, part: `in ${path}` });
    }
    for (const { pointer, key } of outputs) add(pointer, { operation, part: `out ${key}` });
  }
  return spots;
}

function nearest(spots: ReadonlyMap<string, Spot>, pointer: string): Spot | undefined {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const spot = spots.get(at);
    if (spot) return spot;
    if (!at.includes('/')) return undefined;
  }
  return undefined;
}

function connectionKey(pointer: string): string {
  const [, name] = /^\/properties\/connectionParameters\/([^/]+)/.exec(pointer) ?? [];
  return name === undefined ? 'rest' : `connection/${name}`;
}
