import { define } from '../build/define.js';
import { own, type Json } from '../core/json.js';
import { invariant } from '../core/fault.js';
import type { Schema } from '../openapi/types.js';
import { call, lazy, text, use } from './code.js';
import type { Declaration } from './declaration.js';
import { inOrder, namedBy, referredBy } from './definition-order.js';
import { record, type Made } from './made.js';
import type { Namer } from './names.js';
import { schemaCode } from './schema-code.js';
import type { Scope } from './scope.js';

/** The named schemas of a definition, as constants. */
export interface DefinitionsCode {
  readonly declarations: readonly Declaration[];
  /** All of them by name, in the order of the definition. */
  readonly all: Made;
  readonly reference: Scope['reference'];
}

/** Makes a constant of each named schema: of `define`, where that takes the name. */
export function definitionsCode(definitions: Readonly<Record<string, Schema>>, names: Namer): DefinitionsCode {
  const constants = new Map(Object.keys(definitions).map((name) => [name, names(name, 'Schema')]));
  const values = new Map<string, () => unknown>();
  const references = new Map<string, Made>();
  for (const [name, constant] of constants) {
    if (namedBy(`#/definitions/${name}`) === undefined) continue;
    const schema = () => values.get(name)?.() as Schema; // each is made below, before the connector asks
    references.set(name, { code: use(constant), value: define(name, schema) });
  }
  const reference: Scope['reference'] = (wanted) => references.get(namedBy(wanted) ?? '');
  const scope: Scope = { reference, shared: () => undefined, unsaid: [] };
  const order = inOrder(definitions);
  const places = new Map(order.map((name, index) => [name, index]));
  const made = new Map<string, Made>();
  const declarations = order.map((name, index): Declaration => {
    const schema = own(definitions, name) ?? {};
    const one = schemaCode(scope, schema);
    made.set(name, one);
    values.set(name, () => one.value);
    const isAhead = [...referredBy(schema)].some((each) => (places.get(each) ?? -1) >= index);
    return declared({ name, constant: constants.get(name), one, isAhead, isDefined: references.has(name) });
  });
  const all = Object.keys(definitions).map(
    (name) => [name, references.get(name) ?? plain(constants.get(name), made.get(name))] as const,
  );
  return { declarations, all: record(all), reference };
}

interface Declared {
  readonly name: string;
  readonly constant: string | undefined;
  readonly one: Made;
  /** Whether it refers to one that is declared behind it, or to itself. */
  readonly isAhead: boolean;
  readonly isDefined: boolean;
}

function declared({ name, constant, one, isAhead, isDefined }: Declared): Declaration {
  invariant(constant !== undefined, 'every definition has a constant');
  const base = { name: constant, part: 'definitions' } as const;
  if (!isDefined) return { ...base, code: one.code, type: 'Schema' };
  const code = call('define', [text(name), isAhead ? lazy(one.code) : one.code]);
  return { ...base, code, ...(isAhead && { type: 'Schema' }) };
}

/** One whose name `define` refuses stands under it as it is. */
function plain(constant: string | undefined, one: Made | undefined): Made {
  invariant(constant !== undefined && one !== undefined, 'every definition is made');
  return { code: use(constant), value: one.value as Json };
}
