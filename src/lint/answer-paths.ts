import { own } from '../core/json.js';
import { child } from '../core/pointer.js';
import { remembered } from '../core/remembered.js';
import type { Document, Operation, Schema } from '../openapi/types.js';
import type { Bodies } from './bodies.js';
import type { DynamicCall, DynamicExtension } from './dynamic-calls.js';
import { followPath, itemsOf, segmentsOf, type PathEnd } from './schema-path.js';

/** Which keys of an extension are paths: to the list in the answer, and to what is in an item, or in the answer where there is no list. */
const keys: Readonly<Record<DynamicExtension, { readonly list?: string; readonly values: readonly string[] }>> = {
  'x-ms-dynamic-values': { list: 'value-collection', values: ['value-path', 'value-title'] },
  'x-ms-dynamic-list': { list: 'itemsPath', values: ['itemValuePath', 'itemTitlePath'] },
  'x-ms-dynamic-tree': { list: 'itemsPath', values: ['itemValuePath', 'itemTitlePath', 'itemFullTitlePath'] },
  'x-ms-dynamic-schema': { values: ['value-path'] },
  'x-ms-dynamic-properties': { values: ['itemValuePath'] },
};

/** A path of a call, where it stands, and where it leads. */
interface PathAt<End> {
  readonly path: string;
  readonly pointer: string;
  readonly end: End;
}

/** The list of a call: `not-a-list` where something else is there. */
interface ListAt extends PathAt<PathEnd | { readonly kind: 'not-a-list' }> {
  /** Undefined where there is no list, or one of anything. */
  readonly items: Schema | undefined;
}

/** What the answer of a called operation says of the paths that the call has into it. */
interface AnswerPaths {
  /** The schema of the answer; undefined where none is declared. */
  readonly answer: Schema | undefined;
  /** Where the list is; undefined where the call wants none. */
  readonly list: ListAt | undefined;
  /** Where the other paths lead; none where nothing is known of what they lead into. */
  readonly values: readonly PathAt<PathEnd>[];
}

/** Follows the paths of a call through the answer of the operation that it calls; undefined where that does not exist. */
export function answerPaths(
  { definition, bodies }: { readonly definition: Document; readonly bodies: ReadonlyMap<Operation, Bodies> },
  call: DynamicCall,
): AnswerPaths | undefined {
  if (call.target === undefined) return undefined;
  let paths = known.get(call);
  if (paths === undefined)
    known.set(call, (paths = pathsInto(definition, answerOf(bodies.get(call.target.operation)), call)));
  return paths;
}

/** What was looked up of a call, which is of one definition: several rules ask. */
const known = remembered<DynamicCall, AnswerPaths>();

function pathsInto(definition: Document, answer: Schema | undefined, call: DynamicCall): AnswerPaths {
  if (answer === undefined) return { answer, list: undefined, values: [] };
  const { list: listKey, values: valueKeys } = keys[call.extension];
  const list = listKey === undefined ? undefined : listAt(definition, answer, { call, key: listKey });
  const within = list ? list.items : answer;
  if (within === undefined) return { answer, list, values: [] };
  const values = valueKeys.flatMap((key) => {
    const path = textAt(call, key);
    if (path === '') return [];
    return [{ path, pointer: child(call.pointer, key), end: follow(definition, within, path) }];
  });
  return { answer, list, values };
}

/** Without a path the answer as a whole is the list. */
function listAt(document: Document, answer: Schema, { call, key }: { call: DynamicCall; key: string }): ListAt {
  const path = textAt(call, key);
  const place = { path, pointer: path === '' ? call.pointer : child(call.pointer, key) };
  const end = follow(document, answer, path);
  const found = end.kind === 'found' ? end.way.at(-1) : undefined;
  if (found === undefined) return { ...place, end, items: undefined };
  const items = itemsOf(document, found);
  if (items === undefined) return { ...place, end: { kind: 'not-a-list' }, items };
  return items === 'open' ? { ...place, end: { kind: 'open' }, items: undefined } : { ...place, end, items };
}

/** The newer extensions may begin a path at the answer as a whole, of which the body is a part. */
function follow(document: Document, schema: Schema, path: string): PathEnd {
  const segments = segmentsOf(path);
  const end = followPath(document, schema, segments);
  return end.kind === 'missing' && segments[0] === 'body' ? followPath(document, schema, segments.slice(1)) : end;
}

/** The path under a key, `''` where there is none. */
function textAt({ value }: DynamicCall, key: string): string {
  const text = own(value, key);
  return typeof text === 'string' ? text : '';
}

/** The schema of what an operation answers when it succeeds. */
function answerOf(bodies: Bodies | undefined): Schema | undefined {
  const answers = bodies?.answers ?? [];
  const byStatus = (status: string) => answers.find((answer) => answer.status === status);
  const answer =
    byStatus('200') ?? byStatus('201') ?? answers.find(({ status }) => status.startsWith('2')) ?? byStatus('default');
  return answer?.schema;
}
