import type { Json } from '../core/json.js';
import { writeJson } from '../core/json-write.js';
import type { Unsaid } from '../build/unsaid.js';
import type { Parameter, Reference } from '../openapi/types.js';
import { use } from './code.js';
import type { Declaration } from './declaration.js';
import type { Made } from './made.js';
import { uncapitalized, type Namer } from './names.js';
import { parameterCode } from './parameter-code.js';
import type { Scope } from './scope.js';

type Listed = Parameter | Reference;

/** A constant for each parameter outside a body that several operations have. */
export function sharedParameters(
  lists: readonly (readonly Listed[])[],
  names: Namer,
  unsaid: readonly Unsaid[],
): { readonly declarations: readonly Declaration[]; readonly shared: Scope['shared'] } {
  const counts = new Map<string, { readonly parameter: Parameter; count: number }>();
  for (const parameter of lists.flat()) {
    if ('$ref' in parameter || parameter.in === 'body') continue;
    const key = keyOf(parameter);
    const known = counts.get(key);
    if (known) known.count += 1;
    else counts.set(key, { parameter, count: 1 });
  }
  const scope: Scope = { reference: () => undefined, shared: () => undefined, unsaid };
  const made = new Map<string, Made>();
  const declarations: Declaration[] = [];
  for (const [key, { parameter, count }] of counts) {
    if (count === 1) continue;
    const { code, value } = parameterCode(scope, parameter);
    const name = names(uncapitalized(parameter.name), 'Parameter');
    declarations.push({ name, code, part: 'parameters' });
    made.set(key, { code: use(name), value });
  }
  return { declarations, shared: (parameter) => made.get(keyOf(parameter)) };
}

function keyOf(parameter: Parameter): string {
  return writeJson(parameter as unknown as Json, { indent: 0 }); // it was read: JSON
}

/** What the definition never says although it could: what its connector leaves out. */
export function unsaidIn(operations: readonly { readonly parameters?: readonly Listed[] }[]): readonly Unsaid[] {
  const all = operations.flatMap(({ parameters = [] }) => parameters.filter((each): each is Parameter => 'in' in each));
  const inPaths = all.filter((each) => each.in === 'path').map((each) => each['x-ms-url-encoding']);
  const isEmpty = operations.map(({ parameters }) => parameters && parameters.length === 0);
  return [
    ...unlessSaid(
      'required',
      all.map(({ required }) => required),
      false,
    ),
    ...unlessSaid('x-ms-url-encoding', inPaths, 'single'),
    ...unlessSaid('parameters', isEmpty, true),
  ];
}

function unlessSaid(name: Unsaid, values: readonly unknown[], plain: unknown): readonly Unsaid[] {
  return values.includes(undefined) && !values.includes(plain) ? [name] : [];
}
