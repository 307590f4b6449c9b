import { own } from '../core/json.js';
import { child } from '../core/pointer.js';
import type { Schema, ValueParameter } from '../openapi/types.js';
import { unionResolved } from './choice-rules.js';
import { choose, startNotes, type Notes } from './notes.js';
import type { OverlayNode } from './overlay.js';
import { schemaOf } from './schema-of.js';
import type { OperationSurface, ParameterSurface } from './surface.js';

/**
 * The parameters outside the body, in the words of the overlays (by name), but for what an overlay leaves out.
 * One that no overlay knows is there too, under `advanced`, and unreviewed.
 */
export function parametersOf(
  { parameters }: OperationSurface,
  overlays: Readonly<Record<string, OverlayNode>>,
): { readonly parameters: readonly ValueParameter[]; readonly noted: Omit<Notes, 'wider'> } {
  const { wider: _, ...noted } = startNotes();
  const made = parameters.flatMap((parameter) => {
    const at = child(child('', parameter.in), parameter.name);
    const node = own(overlays, parameter.name);
    if (node === undefined) noted.unreviewed.push(at);
    if (node?.omit === undefined) return [parameterOf(parameter, { node, at, noted })];
    noted.omitted.push({ at, why: node.omit });
    return [];
  });
  const known = new Set(parameters.map(({ name }) => name));
  noted.unused.push(
    ...Object.keys(overlays)
      .filter((name) => !known.has(name))
      .map((name) => child('', name)),
  );
  return { parameters: made, noted };
}

interface Making {
  readonly node: OverlayNode | undefined;
  readonly at: string;
  readonly noted: Omit<Notes, 'wider'>;
}

function parameterOf(
  { name, in: place, required, deprecated, shape }: ParameterSurface,
  making: Making,
): ValueParameter {
  const { node, at, noted } = making;
  // The words are made as those of a property: by the name, where there are none.
  const whole = { properties: { [name]: { ...shape, ...(deprecated && { deprecated }) } } };
  const overlay = node === undefined ? {} : { properties: { [name]: node } };
  const { schema, choices, relaxations } = schemaOf({ type: 'object', ...whole }, { overlay, direction: 'request' });
  const inner = (pattern: string) => at + pattern.slice(child('', name).length);
  noted.choices.push(...choices.map((one) => ({ ...one, pointer: inner(one.pointer) })));
  noted.relaxations.push(...relaxations.map((one) => ({ ...one, at: inner(one.at) })));
  const { 'x-nullable': _, type, ...facts } = own(schema.properties ?? {}, name) ?? {};
  return {
    name,
    in: place,
    required: place === 'path' || required === true,
    ...valueOf({ ...facts, ...(type && { type }) }, making),
    ...(place === 'path' && { 'x-ms-url-encoding': 'single' }),
  } as ValueParameter; // `valueOf` gives what a parameter may have
}

/** A parameter has one type, and no properties: what is no plain value or list is typed by hand as text. */
function valueOf(schema: Schema, { at, noted }: Making): Schema {
  const { type, properties: _, additionalProperties: __, required: ___, ...facts } = schema;
  if (type !== undefined && type !== 'object') return schema;
  const notes = { ...noted, wider: new Map<string, Schema>() };
  choose(notes, unionResolved, {
    at,
    text: `is ${type === 'object' ? 'an object' : 'of no single type'}; it is sent as text`,
  });
  return { type: 'string', ...facts };
}
