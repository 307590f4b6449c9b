import { contract } from '../../src/contract/contract.js';
import type { Direction } from '../../src/contract/matched.js';
import type { Survivor } from '../../src/contract/strength/strength.js';
import type { Finding } from '../../src/core/finding.js';
import type { Json, JsonObject } from '../../src/core/json.js';
import { isArray, isObject } from '../../src/core/json.js';
import { tokens } from '../../src/core/pointer.js';
import type { Connector } from '../../src/definition/connector.js';
import type { Exchange } from '../../src/http/exchange.js';

/* Every mutant, really made and really tested: slow, and right by construction. */

/** One fact of a connector. */
export type Mutant = Pick<Survivor, 'kind' | 'pointer'>;

type Change = (value: Json | undefined) => Json | undefined;

const other = 'another name, which nothing has';

/** Holds the exchanges against a connector, and tells of each mutant whether one of them gives a finding that it does not give without, where nothing is wrong. */
export function brute(
  connector: Connector,
  { exchanges, direction }: { readonly exchanges: readonly Exchange[]; readonly direction: Direction },
): (mutant: Mutant) => boolean {
  const all = exchanges.map((exchange) => ({ exchange, before: findingsOf(connector, exchange, direction) }));
  return (mutant) => {
    const mutated = made(connector, mutant);
    return all.some(({ exchange, before }) =>
      findingsOf(mutated, exchange, direction).some((found) => isNew(found, { before, exchange, mutant })),
    );
  };
}

/** All that is found of an exchange, notes not folded; one finding for an exchange that belongs to no operation. */
function findingsOf(connector: Connector, exchange: Exchange, direction: Direction): readonly Finding[] {
  let heard: readonly Finding[] | undefined;
  const { findings } = contract(connector, [exchange], { direction, watch: (tested) => (heard = tested.findings) });
  return heard ?? findings;
}

function isNew(
  found: Finding,
  {
    before,
    exchange,
    mutant,
  }: { readonly before: readonly Finding[]; readonly exchange: Exchange; readonly mutant: Mutant },
): boolean {
  const blames = before.filter(({ code }) => code !== 'unreadable-schema');
  if (['unreadable-schema', 'nothing-matched'].includes(found.code)) return false;
  if (blames.some((one) => sameness(one) === sameness(found))) return false;
  if (mutant.kind === 'wider')
    return !blames.some(({ code, pointer }) => code === found.code && pointer === found.pointer);
  const { requestBody, responseBody } = exchange.pointers;
  const isInBody = (pointer: string) => [requestBody, responseBody].some((body) => isAt(pointer, body));
  if (blames.some(({ pointer }) => isInBody(pointer) && isAt(found.pointer, pointer))) return false;
  // A parameter that is wrong now tells nothing; that its name is unknown is told of the address.
  const parameter = /^.*\/parameters\/[^/]+/.exec(found.declared?.pointer ?? '')?.[0];
  return (
    isInBody(found.pointer) ||
    parameter === undefined ||
    !blames.some(({ declared }) => isAt(declared?.pointer ?? '', parameter))
  );
}

/** The message tells parameters of one address apart; that of a status lists the others, which is no news. */
function sameness({ code, pointer, message }: Finding): string {
  return JSON.stringify([code, pointer, code === 'undeclared-status' ? '' : message]);
}

function isAt(pointer: string, above: string): boolean {
  return pointer === above || pointer.startsWith(`${above}/`);
}

/** The connector with one fact changed. */
function made(connector: Connector, mutant: Mutant): Connector {
  const { at, change } = changeOf(mutant);
  const part = at.startsWith('/operations/') ? 'contract' : 'definition';
  return { ...connector, [part]: edited(connector[part] as unknown as Json, tokens(at), change) };
}

function edited(value: Json | undefined, [token, ...rest]: readonly string[], change: Change): Json | undefined {
  if (token === undefined) return change(value);
  if (isArray(value)) {
    const items = value.map((item, index) => (String(index) === token ? edited(item, rest, change) : item));
    return items.filter((item) => item !== undefined);
  }
  if (!isObject(value)) throw new Error(`nothing stands at ${token}`);
  const entries = Object.entries(value);
  const isThere = Object.hasOwn(value, token);
  const all: [string, Json | undefined][] = isThere ? entries : [...entries, [token, undefined as never]];
  const changed = all.map(([name, inner]) => [name, name === token ? edited(inner, rest, change) : inner] as const);
  return Object.fromEntries(changed.filter((entry): entry is [string, Json] => entry[1] !== undefined));
}

/** What a mutant changes, and into what. */
function changeOf({ kind, pointer }: Mutant): { readonly at: string; readonly change: Change } {
  const path = tokens(pointer);
  const last = path.at(-1) ?? '';
  const above = pointer.slice(0, pointer.lastIndexOf('/'));
  const isProperty = path.at(-2) === 'properties';
  switch (kind) {
    case 'path':
    case 'method':
    case 'status':
    case 'nullable':
    case 'enum':
    case 'wider':
      return { at: pointer, change: () => undefined };
    case 'additional':
      return { at: pointer, change: () => false };
    case 'required':
    case 'default':
      return { at: pointer, change: () => other };
    case 'type':
      return { at: pointer, change: (type) => otherType(type, isOfParameter(pointer)) };
    case 'bound':
      return { at: above, change: (schema) => narrower(schema as JsonObject, last) };
    case 'name':
      if (!isProperty) return { at: pointer, change: () => other };
      return { at: above, change: (properties) => renamed(properties as JsonObject, last) };
    case 'optional':
      if (!isProperty)
        return { at: pointer, change: (parameter) => ({ ...(parameter as JsonObject), required: true }) };
      return {
        at: pointer.slice(0, above.lastIndexOf('/')),
        change: (schema) => demanding(schema as JsonObject, last),
      };
  }
}

function isOfParameter(pointer: string): boolean {
  return /^(\/paths\/[^/]+(\/[a-z]+)?)?\/parameters\/[^/]+(\/items)*\/type$/.test(pointer);
}

/** A text can be read as any type that a parameter may have; but an object may it not have. */
function otherType(type: Json | undefined, isParameter: boolean): Json {
  if (isParameter) return 'object';
  return type === 'boolean' ? 'integer' : 'boolean';
}

function narrower(schema: JsonObject, keyword: string): Json {
  if (keyword === 'minimum') return { ...schema, exclusiveMinimum: true };
  if (keyword === 'maximum') return { ...schema, exclusiveMaximum: true };
  const limit = Number(schema[keyword]);
  return { ...schema, [keyword]: keyword.startsWith('min') ? limit + 1 : limit - 1 };
}

function renamed(properties: JsonObject, name: string): Json {
  return Object.fromEntries(Object.entries(properties).map(([key, schema]) => [key === name ? other : key, schema]));
}

function demanding(schema: JsonObject, name: string): Json {
  return { ...schema, required: [...((schema['required'] as string[] | undefined) ?? []), name] };
}
