import { isObject, own, type Json } from '../core/json.js';
import { child } from '../core/pointer.js';
import { shorten } from '../core/shorten.js';
import { canonicalKey } from '../openapi/canonical-key.js';
import type { Document, Parameter, Response, Schema } from '../openapi/types.js';
import { walk } from '../openapi/walk.js';
import { partPair } from './compare-document.js';
import { compareParameter } from './compare-parameters.js';
import { compareResponse } from './compare-responses.js';
import { meetSchemas } from './compare-schema.js';
import { meet, newComparison, newPair, workOff, type Comparison, type Pair } from './comparison.js';
import { leadingToEdits } from './reach.js';
import { report } from './report.js';
import { wordingRules } from './wording-rules.js';

/**
 * Compares the definitions that both versions have and neither uses. One that only one version has, and does not use, is nothing to anybody.
 * To be called when all that is used was compared.
 */
export function compareUnused(comparison: Comparison): void {
  const [was, is] = [comparison.old.definition, comparison.new.definition];
  const candidates = parts.flatMap((part) =>
    Object.entries(was[part] ?? {}).flatMap(([name, node]) => {
      const other = own<object>(is[part] ?? {}, name);
      const isUnseen = other !== undefined && !comparison.seen.has(node) && !comparison.seen.has(other);
      if (!isUnseen || canonicalKey(node as Json) === canonicalKey(other as Json)) return []; // all that a definition is made of is JSON
      return [{ part, node, other, name, pointer: child(`/${part}`, name) }];
    }),
  );
  if (candidates.length === 0) return;
  const used = new Set([...referencesIn(was), ...referencesIn(is)]);
  const apart = newComparison(comparison.old, comparison.new);
  const roots = candidates
    .filter(({ pointer }) => !used.has(`#${pointer}`))
    .map(({ part, node, other, name, pointer }) => {
      const pair = newPair('shows');
      const places = { was: { node, pointer }, is: { node: other, pointer } };
      const use = { from: pair, step: { kind: 'field', name } } as const;
      // what stands in each part is what the part is for
      if (part === 'definitions')
        meetSchemas(apart, pair, {
          was: { node: node as Schema, pointer },
          is: { node: other as Schema, pointer },
          use,
        });
      else
        meet(apart, places, {
          use,
          direction: 'shows',
          compare: (met) => compareOther(apart, met, { part, node, other, pointer }),
        });
      return { pair, name, pointer };
    });
  workOff(apart);
  const differing = leadingToEdits(apart.all);
  for (const { pair, name, pointer } of roots) {
    if (!differing.has(pair)) continue;
    const unused = partPair(comparison, `the definition ${shorten(name)}`, 'shows');
    report(unused, wordingRules.unusedChanged, {
      was: pointer,
      is: pointer,
      said: 'is another one, and no operation uses it.',
    });
  }
}

const parts = ['definitions', 'parameters', 'responses'] as const;

function compareOther(
  apart: Comparison,
  met: Pair,
  {
    part,
    node,
    other,
    pointer,
  }: { readonly part: string; readonly node: object; readonly other: object; readonly pointer: string },
): void {
  // what stands in each part is what the part is for
  if (part === 'parameters')
    compareParameter(apart, met, {
      was: { node: node as Parameter, pointer },
      is: { node: other as Parameter, pointer },
    });
  else
    compareResponse(apart, met, { was: { node: node as Response, pointer }, is: { node: other as Response, pointer } });
}

/** All references of a document, as they are written. */
function referencesIn(document: Document): readonly string[] {
  const found: string[] = [];
  const take = (node: object) => {
    if (isObject(node) && typeof node['$ref'] === 'string') found.push(node['$ref']);
  };
  walk(document, { schema: take, parameter: take, response: take });
  return found;
}
