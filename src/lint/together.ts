import type { Kind } from '../openapi/anatomy.js';
import type { NodePlace, Visitor } from '../openapi/walk.js';
import type { Having, LintVisitor, Look } from './having.js';

/** What is called for one kind of node. */
interface Calls {
  readonly always: Look<unknown>[];
  readonly byKey: Map<string, Call[]>;
}

interface Call {
  readonly look: Look<unknown>;
  /** The last node that it was called for. */
  last: NodePlace | undefined;
}

/**
 * One visitor that calls all of them, so that the definition is walked once.
 * `eachField` makes one that calls those for the fields that the designer shows.
 * The keys of each node are gone through once: reading a key of objects of thousands of shapes is slow, and many rules would do it for each node.
 * Lists are gone through by index: where V8 has not optimized it yet, `for of` makes an object for each step.
 */
export function together(
  visitors: readonly LintVisitor[],
  eachField: (looks: readonly FieldLook[]) => Visitor = () => ({}),
): Visitor {
  const kinds = new Map<string, Calls>();
  const ofFields: FieldLook[] = [];
  for (const visitor of visitors) addAll(kinds, visitor, ofFields);
  addAll(kinds, eachField(ofFields), ofFields);
  return Object.fromEntries([...kinds].map(([kind, calls]) => [kind, calling(calls)]));
}

type FieldLook = NonNullable<LintVisitor['field']>;

function addAll(kinds: Map<string, Calls>, visitor: LintVisitor, ofFields: FieldLook[]): void {
  for (const kind in visitor) {
    if (kind === 'field') {
      if (visitor.field) ofFields.push(visitor.field);
      continue;
    }
    const call = visitor[kind as Kind] as Look<unknown> | Having<unknown>; // each is called with the nodes of its kind only
    let calls = kinds.get(kind);
    if (calls === undefined) kinds.set(kind, (calls = { always: [], byKey: new Map() }));
    add(calls, call);
  }
}

function add({ always, byKey }: Calls, wanted: Look<unknown> | Having<unknown>): void {
  if (typeof wanted === 'function') {
    always.push(wanted);
    return;
  }
  const call: Call = { look: wanted.look, last: undefined };
  for (const key of wanted.keys) {
    const list = byKey.get(key);
    if (list) list.push(call);
    else byKey.set(key, [call]);
  }
}

function calling({ always, byKey }: Calls): Look<object> {
  return (node, place) => {
    for (let index = 0; index < always.length; index += 1) always[index]?.(node, place);
    for (const key in node) {
      const calls = byKey.get(key);
      if (calls === undefined) continue;
      for (let index = 0; index < calls.length; index += 1) {
        const call = calls[index] as Call; // it is one of them
        if (call.last === place) continue;
        call.last = place;
        call.look(node, place);
      }
    }
  };
}
