import type { Finding } from '../core/finding.js';
import { own, type JsonObject } from '../core/json.js';
import { tokens } from '../core/pointer.js';
import { formatDropped, onlyNullDropped, recursionCut, unionResolved } from './choice-rules.js';
import { locator, type Telling, type Wanted } from './locate.js';
import type { PartNotes } from './parts-of.js';
import { surfacePointer } from './surface-pointer.js';
import type { Shape, Surface } from './surface.js';

/** The document in which the choices are to be found. */
export type ChoiceDocument =
  | { readonly surface: Surface; readonly file: string }
  | {
      readonly surface: Surface;
      readonly file: string;
      readonly spec: JsonObject;
      readonly origins: ReadonlyMap<Shape, string>;
    };

/** What OpenAPI 2.0 cannot say of a version, each at its place in the specification, or in the surface where that is all there is. */
export function choicesAt(notes: readonly PartNotes[], document: ChoiceDocument): readonly Finding[] {
  const locate = 'spec' in document ? locator(document.spec) : undefined;
  return notes.flatMap((of) =>
    of.choices.map((choice) => ({
      ...choice,
      file: document.file,
      pointer: pointerOf(of, choice, { document, locate }),
      message: `In ${partText(of)}, ${choice.message}`,
    })),
  );
}

/** A part of an operation as a reader calls it. */
export function partText({ operation, part }: Pick<PartNotes, 'operation' | 'part'>): string {
  if (part === 'parameters') return `the parameters of ${operation}`;
  return part === 'request' ? `the request of ${operation}` : `the answer ${part} of ${operation}`;
}

/** The keywords that say what OpenAPI 2.0 cannot. */
const telling: Readonly<Record<string, Telling>> = {
  [unionResolved.code]: ['oneOf', 'anyOf', 'type', 'discriminator', '$ref'],
  [recursionCut.code]: ['$ref', '$recursiveRef'],
  [formatDropped.code]: ['format'],
  [onlyNullDropped.code]: ['type', 'enum', 'const'],
};

function pointerOf(
  of: PartNotes,
  { code, pointer }: Finding,
  {
    document,
    locate,
  }: { readonly document: ChoiceDocument; readonly locate: ((wanted: Wanted) => string) | undefined },
): string {
  const { surface } = document;
  const { operation, part, shape } = of;
  if (!('spec' in document) || !locate) return surfacePointer(surface, { operation, part, at: pointer });
  const [place, name, ...inner] = tokens(pointer);
  const isParameter = part === 'parameters';
  const parameter = own(surface.operations, operation)?.parameters.find((one) => one.in === place && one.name === name);
  const whole = isParameter ? parameter?.shape : shape;
  const root = whole && document.origins.get(whole);
  const pattern = isParameter ? inner.map((token) => `/${token}`).join('') : pointer;
  return locate({ root: root ?? '', pattern, telling: telling[code] ?? [] });
}
