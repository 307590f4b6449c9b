import { child } from '../core/pointer.js';
import type { Answer } from './answer.js';
import { dynamicSchema } from './dynamic.js';
import { isTooDeep, spend, standing, type Expansion, type Standing } from './expand.js';
import { expressionOf, literal, loopName, type Origin } from './expression.js';
import { headerToken } from './header-token.js';
import { anyItem, segmentOf } from './keys.js';
import { knownTitle } from './known-title.js';
import { titled, titlesBelow, titlesOfItems, type Titles } from './titles.js';
import type { Token } from './token.js';
import { visibilityOf, type Visibility } from './visibility.js';

/** Whose outputs they are. */
export interface Owner {
  /** The action, or undefined for the trigger. */
  readonly action: string | undefined;
  /** The key of the list of which a batch trigger starts a run for each item. */
  readonly split: string | undefined;
}

/** A schema in an answer. */
interface Spot extends Standing {
  readonly key: string;
  /** What it is called where it has no title. */
  readonly name: string;
  readonly origin: Origin;
  readonly loops: readonly string[];
  readonly visibility: Visibility;
  readonly titles: Titles;
}

/**
 * The outputs of an answer, in the order in which it declares them, what holds others before those. Without a schema there is the body alone;
 * a file has no output at all. Properties that are internal have none.
 * Source: github:Azure/LogicAppsUX, libs/logic-apps-shared/src/parsers/lib/common/schemaprocessor.ts.
 */
export function tokensOf(expansion: Expansion, answer: Answer | undefined, owner: Owner): readonly Token[] {
  const tokens: Token[] = [];
  const { action, split } = owner;
  addTokens(
    { expansion, split, tokens },
    {
      schema: answer?.schema ?? {},
      pointer: answer?.schema ? `${answer.pointer}/schema` : (answer?.pointer ?? ''),
      above: undefined,
      key: 'body.$',
      name: 'Body',
      origin: { root: action === undefined ? 'triggerBody()' : `body(${literal(action)})`, names: [], required: true },
      loops: [],
      visibility: 'none',
      titles: {},
    },
  );
  for (const [name, header] of Object.entries(answer?.headers ?? {})) {
    if (visibilityOf(header) !== 'internal' && spend(expansion)) {
      tokens.push(headerToken(name, header, { action, pointer: `${answer?.pointer}/headers` }));
    }
  }
  return tokens;
}

interface Adding {
  readonly expansion: Expansion;
  readonly split: string | undefined;
  readonly tokens: Token[];
}

const scalars: ReadonlySet<string | undefined> = new Set(['string', 'number', 'integer', 'boolean', undefined]);

function addTokens(adding: Adding, spot: Spot): void {
  const at: Spot = { ...spot, ...standing(adding.expansion, spot) };
  const { type } = at.schema;
  if (type !== 'object' && type !== 'array' && !scalars.has(type)) return;
  if (visibilityOf(at.schema, at.visibility) === 'internal' || !spend(adding.expansion)) return;
  if (at.key !== adding.split) adding.tokens.push(tokenAt(at));
  addBelow(adding, at);
}

function addBelow(adding: Adding, at: Spot): void {
  if (at.schema['x-ms-dynamic-schema'] !== undefined || isTooDeep(at)) return;
  if (at.schema.type === 'object') addProperties(adding, at);
  else if (at.schema.type === 'array') addItems(adding, at);
}

function addProperties(adding: Adding, at: Spot): void {
  const required = new Set(at.schema.required);
  const titles = titlesBelow(at.titles, at.schema);
  const visibility = visibilityOf(at.schema, at.visibility);
  for (const [name, schema] of Object.entries(at.schema.properties ?? {})) {
    if (adding.expansion.budget.left <= 0) return;
    const { root, names, required: isAbove } = at.origin;
    addTokens(adding, {
      ...at,
      schema,
      pointer: child(`${at.pointer}/properties`, name),
      key: `${at.key}.${segmentOf(name)}`,
      name: at.key === 'body.$' ? knownTitle(name) : name,
      origin: { root, names: [...names, name], required: isAbove && required.has(name) },
      visibility,
      titles,
    });
  }
}

/** The item, and what it holds. In the list that a batch trigger is split on, an item is what the trigger gives. */
function addItems(adding: Adding, at: Spot): void {
  const { schema: list, origin, loops } = at;
  const isSplit = at.key === adding.split;
  const over = isSplit ? loops : [...loops, expressionOf(origin)];
  const root = isSplit ? 'triggerBody()' : `items(${literal(loopName(loops.length))})`;
  const items: Spot = {
    ...at,
    ...standing(adding.expansion, { schema: list.items ?? {}, pointer: `${at.pointer}/items`, above: at.above }),
    key: `${at.key}.${anyItem}`,
    name: 'Item',
    origin: { root, names: [], required: origin.required },
    loops: over,
    visibility: visibilityOf(list, at.visibility),
  };
  const withTitles: Spot = { ...items, titles: titlesOfItems(at.titles, list, items.schema) };
  if (!spend(adding.expansion)) return;
  if (visibilityOf(items.schema, items.visibility) !== 'internal') adding.tokens.push(tokenAt(withTitles));
  if (!isTooDeep(items)) addBelow(adding, withTitles);
}

function tokenAt({ schema, key, name, pointer, origin, loops, visibility: inherited, titles }: Spot): Token {
  const visibility = visibilityOf(schema, inherited);
  const dynamic = dynamicSchema(schema);
  return {
    key,
    pointer,
    title: titled(titles, schema, name),
    ...(schema.description !== undefined && { description: schema.description }),
    type: schema.type ?? 'any',
    ...(schema.format !== undefined && { format: schema.format }),
    visibility: visibility === 'internal' ? 'none' : visibility, // what is internal has been left out
    expression: expressionOf(origin),
    loops,
    required: origin.required,
    ...(dynamic && { dynamic }),
  };
}
