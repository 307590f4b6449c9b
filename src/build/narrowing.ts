import type { Schema } from '../openapi/types.js';

/**
 * `schema` with the type of `core`, once it is proved to have all of it: what the compiler does not know of a schema that was read.
 *
 * @throws Error naming the part of the core that `schema` lacks or has with another type.
 */
export function narrowing<Core extends Schema>(core: Core, schema: Schema, at = ''): Core {
  if (core.type !== schema.type)
    throw new Error(`The core has ${core.type} at "${at}"; the version has ${schema.type}.`);
  for (const [name, property] of Object.entries(core.properties ?? {})) {
    const found = schema.properties?.[name];
    if (found === undefined) throw new Error(`The version lacks "${name}" of the core at "${at}".`);
    narrowing(property, found, `${at}/${name}`);
  }
  if (core.items) narrowing(core.items, schema.items ?? {}, `${at}/*`);
  return schema as Core; // proved above: it only adds properties and keywords
}
