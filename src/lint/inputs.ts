import { remembered } from '../core/remembered.js';
import { isReference } from '../openapi/refs.js';
import { partsOf } from '../openapi/schema-parts.js';
import type { Document, Extensible, Operation, Schema } from '../openapi/types.js';
import type { ParameterAt } from '../openapi/walk.js';
import type { Bodies } from './bodies.js';
import { isInternal } from './internal.js';
import { followPath } from './schema-path.js';
import type { Typed } from './typed.js';

/** What an operation takes under a name: a parameter, or a property of its body. */
interface Input {
  readonly kind: 'parameter' | 'property';
  /** What it says of its value; a reference is followed. */
  readonly node: Typed & Extensible;
  /** Whether every request has it. */
  readonly required: boolean;
  /** Whether it, or what it stands in, is never shown. */
  readonly internal: boolean;
}

/** What a name stands for in an operation. */
export interface Named {
  readonly inputs: readonly Input[];
  /** Whether it may be a property that the schema of the body does not list. */
  readonly open: boolean;
}

/** Where the inputs of operations are looked up. */
interface Inputs {
  readonly definition: Document;
  readonly parameters: ReadonlyMap<Operation, readonly ParameterAt[]>;
  readonly bodies: ReadonlyMap<Operation, Bodies>;
}

/** What was looked up of an operation. Definitions are never changed, so it is looked up once. */
interface KnownNames {
  readonly parameters: ReadonlyMap<string, readonly Input[]>;
  readonly named: Map<string, Named>;
}
const known = remembered<Operation, KnownNames>();

/**
 * What an operation takes under a name, as calls name it: a parameter by its own, a property of the body by a path
 * from the body's name on (`body/project/id`) or, in the older extensions, from the body itself (`project.id`).
 */
export function inputsNamed(within: Inputs, operation: Operation, name: string): Named {
  let names = known.get(operation);
  if (names === undefined) {
    names = { parameters: parametersByName(within, operation), named: new Map() };
    known.set(operation, names);
  }
  let named = names.named.get(name);
  if (named === undefined) {
    const { inputs, open } = inBody(within, operation, name);
    named = { inputs: [...(names.parameters.get(name) ?? []), ...inputs], open };
    names.named.set(name, named);
  }
  return named;
}

function parametersByName({ definition, parameters }: Inputs, operation: Operation): Map<string, Input[]> {
  const byName = new Map<string, Input[]>();
  for (const { parameter } of parameters.get(operation) ?? []) {
    const { name, required } = parameter;
    const node = parameter.in === 'body' ? typedOf(definition, parameter.schema) : parameter;
    const input: Input = { kind: 'parameter', node, required: required === true, internal: isInternal(parameter) };
    byName.set(name, [...(byName.get(name) ?? []), input]);
  }
  return byName;
}

/** What a name stands for in the body. */
function inBody({ definition, bodies }: Inputs, operation: Operation, name: string): Named {
  const body = bodies.get(operation)?.request;
  if (body === undefined || body.parameter.name === name) return { inputs: [], open: false };
  const { parameter, schema } = body;
  let open = false;
  for (const path of bodyPaths(name, parameter.name)) {
    const end = followPath(definition, schema, path);
    if (end.kind === 'open' && path.length > 1) open = true; // nothing shows a plain name that the body does not list
    if (end.kind !== 'found') continue;
    const required = parameter.required === true && isRequiredWay(definition, end.way, path);
    const isHidden = (step: Schema) => isInternal(step) || isInternal(typedOf(definition, step));
    const internal = isInternal(parameter) || end.way.some(isHidden);
    const node = typedOf(definition, end.way.at(-1) ?? schema);
    return { inputs: [{ kind: 'property', node, required, internal }], open: false };
  }
  return { inputs: [], open };
}

/** The ways in which a name may be a path into a body, the likelier first. */
function bodyPaths(name: string, body: string): readonly (readonly string[])[] {
  if (name.startsWith(`${body}/`)) return [name.slice(body.length + 1).split('/'), name.split('/')];
  const paths = [[name]];
  for (const separator of ['/', '.']) if (name.includes(separator)) paths.push(name.split(separator));
  return paths;
}

/** Whether each schema on the way requires the next; a list on the way, whose items may be none, does not. */
function isRequiredWay(document: Document, way: readonly Schema[], path: readonly string[]): boolean {
  if (way.length !== path.length + 1) return false;
  return path.every((name, index) => {
    const schema = way[index];
    return schema !== undefined && partsOf(document, schema).parts.some((part) => part.schema.required?.includes(name));
  });
}

/** A schema with what its references and `allOf` say of its type. */
function typedOf(document: Document, schema: Schema): Schema {
  if (!isReference(schema) && schema.type !== undefined) return schema;
  const { parts } = partsOf(document, schema);
  return (parts.find((part) => part.type !== undefined) ?? parts[0])?.schema ?? {};
}
