import type { Shape } from './surface.js';

/** Every keyword of a shape, in the order in which a file has them. */
const keywords: { readonly [Keyword in keyof Required<Shape>]: true } = {
  ref: true,
  type: true,
  nullable: true,
  format: true,
  enum: true,
  default: true,
  minimum: true,
  exclusiveMinimum: true,
  maximum: true,
  exclusiveMaximum: true,
  multipleOf: true,
  minLength: true,
  maxLength: true,
  pattern: true,
  minItems: true,
  maxItems: true,
  uniqueItems: true,
  minProperties: true,
  maxProperties: true,
  deprecated: true,
  readOnly: true,
  writeOnly: true,
  required: true,
  properties: true,
  additional: true,
  items: true,
  discriminator: true,
  variants: true,
};

/** The same shape with its keywords in one order, however it was put together: equal surfaces are equal files. */
export function tidy(shape: Shape): Shape {
  const inOrder = Object.keys(keywords).flatMap((keyword) => {
    const value = shape[keyword as keyof Shape]; // a key of the table
    return value === undefined ? [] : [[keyword, value] as const];
  });
  const { properties, additional, items, variants } = shape;
  return {
    ...(Object.fromEntries(inOrder) as Shape), // the shape's own entries
    ...(properties && { properties: tidyAll(properties) }),
    ...(typeof additional === 'object' && { additional: tidy(additional) }),
    ...(items && { items: tidy(items) }),
    ...(variants && { variants: variants.map(tidy) }),
  };
}

function tidyAll(shapes: Readonly<Record<string, Shape>>): Readonly<Record<string, Shape>> {
  return Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, tidy(shape)]));
}
