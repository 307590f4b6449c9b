import { isObject, own, type JsonObject } from '../core/json.js';
import type { OperationAt } from '../openapi/walk.js';
import type { Subject } from './subject.js';

/** An operation that says of which family it is one version. */
export interface AnnotatedAt {
  readonly at: OperationAt;
  readonly annotation: JsonObject;
  /** Where the annotation stands. */
  readonly pointer: string;
  readonly family: string | undefined;
  /** Its number in the family; undefined where that is absent or no number. */
  readonly revision: string | undefined;
}

/** The operations with an `x-ms-api-annotation`, in document order. */
export function annotatedIn({ operations }: Subject): AnnotatedAt[] {
  return operations.flatMap((at) => {
    const annotation = at.operation['x-ms-api-annotation'];
    if (!isObject(annotation)) return [];
    const [family, revision] = [own(annotation, 'family'), own(annotation, 'revision')];
    return [
      {
        at,
        annotation,
        pointer: `${at.pointer}/x-ms-api-annotation`,
        family: typeof family === 'string' && family !== '' ? family : undefined,
        revision: typeof revision === 'number' || typeof revision === 'bigint' ? String(revision) : undefined,
      },
    ];
  });
}

/** The families, each with its operations in document order. */
export function familiesIn(subject: Subject): ReadonlyMap<string, readonly AnnotatedAt[]> {
  const families = new Map<string, AnnotatedAt[]>();
  for (const annotated of annotatedIn(subject)) {
    if (annotated.family === undefined) continue;
    const members = families.get(annotated.family);
    if (members) members.push(annotated);
    else families.set(annotated.family, [annotated]);
  }
  return families;
}
