import type { Parameter } from '../openapi/types.js';

/** The names in braces of a path template. */
type TemplateNames<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | TemplateNames<Rest>
  : never;

type PathParameterNames<Parameters extends readonly Parameter[]> = Extract<
  Parameters[number],
  { readonly in: 'path' }
>['name'];

/** The parameters, where each path parameter stands in the template; else a sentence in its place. A path that the compiler does not know fits. */
export type Fitting<Path extends string, Parameters extends readonly Parameter[]> = string extends Path
  ? Parameters
  : {
      readonly [Index in keyof Parameters]: Parameters[Index] extends { readonly in: 'path'; readonly name: infer Name }
        ? Name extends TemplateNames<Path>
          ? Parameters[Index]
          : `The path has no {${Name & string}}.`
        : Parameters[Index];
    };

/** The path, where each name in braces has its parameter and it begins with a slash; else a sentence in its place. */
export type WholePath<Path extends string, Parameters extends readonly Parameter[]> = string extends Path
  ? Path
  : Path extends `/${string}`
    ? [Exclude<TemplateNames<Path>, PathParameterNames<Parameters>>] extends [never]
      ? Path
      : `{${Exclude<TemplateNames<Path>, PathParameterNames<Parameters>>}} needs an inPath parameter.`
    : 'A path begins with a slash.';

/** The same at run time, for paths that the compiler does not know. */
export function checkTemplate(operationId: string, path: string, parameters: readonly Parameter[]): void {
  const inTemplate = new Set([...path.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name));
  const declared = new Set(parameters.filter((each) => each.in === 'path').map(({ name }) => name));
  if (!path.startsWith('/')) throw new Error(`The path "${path}" of ${operationId} must begin with a slash.`);
  for (const name of inTemplate) {
    if (name === undefined || !declared.has(name)) {
      throw new Error(`The path "${path}" of ${operationId} has {${name}}, which no path parameter declares.`);
    }
  }
  for (const name of declared) {
    if (!inTemplate.has(name)) {
      throw new Error(`The path parameter "${name}" of ${operationId} is not in its path "${path}".`);
    }
  }
}
