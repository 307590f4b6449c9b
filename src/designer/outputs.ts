import { isReference } from '../openapi/refs.js';
import type { Schema } from '../openapi/types.js';
import type { Answer } from './answer.js';
import { isTooDeep, spend, standing, type Expansion } from './expand.js';
import { literal, loopName } from './expression.js';
import { keyOf, type Output } from './output.js';
import { titlesBelow, titlesOfItems } from './titles.js';
import { visibilityOf } from './visibility.js';

/** Whose outputs they are. */
export interface Owner {
  /** The action, or undefined for the trigger. */
  readonly action: string | undefined;
  /** The key of the list of which a batch trigger starts a run for each item. */
  readonly split: string | undefined;
}

interface Visiting {
  readonly expansion: Expansion;
  readonly split: string | undefined;
  readonly visit: (output: Output) => void;
}

/**
 * Calls `visit` for each output of an answer's body, in the order in which it declares them, what holds others before those. Without a schema
 * there is the body alone; a file has no output at all. Properties that are internal have none.
 * Source: github:Azure/LogicAppsUX, libs/logic-apps-shared/src/parsers/lib/common/schemaprocessor.ts.
 */
export function eachOutput(
  expansion: Expansion,
  answer: Answer | undefined,
  { action, split, visit }: Owner & Pick<Visiting, 'visit'>,
): void {
  const pointer = answer?.schema ? `${answer.pointer}/schema` : (answer?.pointer ?? '');
  const {
    schema,
    above,
    pointer: start,
  } = standing(expansion, {
    schema: answer?.schema ?? {},
    pointer,
    above: undefined,
  });
  const root = action === undefined ? 'triggerBody()' : `body(${literal(action)})`;
  visitOutput(
    { expansion, split, visit },
    {
      schema,
      above,
      up: undefined,
      property: undefined,
      start,
      required: true,
      visibility: 'none',
      titles: {},
      loop: { root, over: [] },
    },
  );
}

const holders: ReadonlySet<string | undefined> = new Set(['object', 'array']);
const scalars: ReadonlySet<string | undefined> = new Set(['string', 'number', 'integer', 'boolean', undefined]);

function visitOutput(visiting: Visiting, at: Output): void {
  const { type } = at.schema;
  const isHolder = holders.has(type);
  if (!isHolder && !scalars.has(type)) return;
  if (visibilityOf(at.schema, at.visibility) === 'internal' || !spend(visiting.expansion)) return;
  if (!isSplit(visiting, at)) visiting.visit(at);
  if (isHolder) visitBelow(visiting, at);
}

function isSplit({ split }: Visiting, at: Output): boolean {
  return split !== undefined && keyOf(at) === split;
}

function visitBelow(visiting: Visiting, at: Output): void {
  const { type } = at.schema;
  if (!holders.has(type) || at.schema['x-ms-dynamic-schema'] !== undefined || isTooDeep(at)) return;
  if (type === 'object') visitProperties(visiting, at);
  else visitItems(visiting, at);
}

function visitProperties(visiting: Visiting, up: Output): void {
  const { properties, required } = up.schema;
  if (properties === undefined) return;
  const { expansion } = visiting;
  const titles = titlesBelow(up.titles, up.schema);
  const visibility = visibilityOf(up.schema, up.visibility);
  const names = up.required && required !== undefined ? new Set(required) : undefined;
  for (const property of Object.keys(properties)) {
    if (expansion.budget.left <= 0) return;
    const inner = properties[property] as Schema; // it is one of the keys
    const isPlain = !isReference(inner) && !holders.has(inner.type); // as most: nothing is below it
    const end = isPlain ? undefined : standing(expansion, { schema: inner, pointer: '', above: up.above });
    visitOutput(visiting, {
      schema: end ? end.schema : inner,
      above: end ? end.above : up.above,
      up,
      property,
      start: end === undefined || end.pointer === '' ? undefined : end.pointer,
      required: names?.has(property) ?? false,
      visibility,
      titles,
      loop: up.loop,
    });
  }
}

/** The item, and what it holds. In the list that a batch trigger is split on, an item is what the trigger gives. */
function visitItems(visiting: Visiting, up: Output): void {
  const list = up.schema;
  const { schema, above, pointer } = standing(visiting.expansion, {
    schema: list.items ?? {},
    pointer: '',
    above: up.above,
  });
  const item: Output = {
    schema,
    above,
    up,
    property: undefined,
    start: pointer === '' ? undefined : pointer,
    required: up.required,
    visibility: visibilityOf(list, up.visibility),
    titles: titlesOfItems(up.titles, list, schema),
    loop: isSplit(visiting, up) ? { root: 'triggerBody()', over: up.loop.over } : loopOver(up),
  };
  if (!spend(visiting.expansion)) return;
  if (visibilityOf(schema, item.visibility) !== 'internal') visiting.visit(item);
  visitBelow(visiting, item);
}

function loopOver(list: Output): Output['loop'] {
  const { over } = list.loop;
  return { root: `items(${literal(loopName(over.length))})`, over: [...over, list] };
}
