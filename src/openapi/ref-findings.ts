import { finding, type Finding } from '../core/finding.js';
import type { Json } from '../core/json.js';
import { didYouMean } from '../core/nearest.js';
import { child } from '../core/pointer.js';
import { shorten } from '../core/shorten.js';
import type { Kind } from './anatomy.js';
import { findingsAsWritten } from './as-written.js';
import { loopFinder } from './ref-loops.js';
import { refRules } from './ref-rules.js';
import { kinds, placesIn, type PlaceOfNode } from './node-places.js';
import { follow, targetOf } from './refs.js';
import type { Document } from './types.js';

/** For how many missing references a near name is looked for: each is held against every name there is. */
const maxHints = 50;

/** Where nodes of a kind can be defined, so that a reference can lead there. */
const sections = { schema: 'definitions', parameter: 'parameters', response: 'responses' } as const;

/** Everything wrong with the `$ref`s of a document, in document order: external, missing, malformed, or in a loop of references. */
export function refFindings(document: Document): readonly Finding[] {
  const findings: Finding[] = [];
  const loopAt = loopFinder(document);
  let hints = 0;
  const explain = (kind: Kind, ref: Json, place: PlaceOfNode) => {
    const report = (name: keyof typeof refRules, message: string) =>
      findings.push(finding(refRules[name], { pointer: `${place.pointer}/$ref`, message }));
    if (typeof ref !== 'string') report('malformed', `The reference is ${shorten(ref)}; a text is expected.`);
    else if (!ref.startsWith('#')) report('external', external(ref, kind));
    else if (targetOf(document, kind, ref) === undefined) {
      const hint = hints++ < maxHints ? didYouMean(ref, candidates(document, kind)) : '';
      report('missing', `The reference ${shorten(ref)} leads to no ${kind} of this definition.${hint}`);
    } else {
      const loop = loopAt(place.pointer);
      if (loop) report('loop', `The reference ${shorten(ref)} leads only back to itself: ${loop}.`);
    }
  };
  for (const place of placesIn(document).references) {
    const kind = kinds[place.kind] as Kind; // each has one
    const { $ref: ref } = place.node as { readonly $ref: Json }; // hostile input: whatever stands there
    if (typeof ref === 'string' && follow(document, kind, ref)) continue; // it leads somewhere, and so do all behind it
    explain(kind, ref, place);
  }
  return findingsAsWritten(document, findings);
}

function external(ref: string, kind: Kind): string {
  const advice =
    kind in sections
      ? `copy what it leads to into "${sections[kind as keyof typeof sections]}" and refer to it there` // just looked
      : 'write here what it leads to';
  return `The reference ${shorten(ref)} leads out of this definition and nothing is fetched: ${advice}.`;
}

function candidates(document: Document, kind: Kind): string[] {
  if (!(kind in sections)) return [];
  const section = sections[kind as keyof typeof sections]; // just looked
  return Object.keys(document[section] ?? {}).map((name) => `#${child(child('', section), name)}`);
}
