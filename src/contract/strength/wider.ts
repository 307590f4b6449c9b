import type { Finding } from '../../core/finding.js';
import type { Json } from '../../core/json.js';
import { child } from '../../core/pointer.js';
import type { Document } from '../../openapi/types.js';
import { exchangeRules } from '../exchange-rules.js';
import type { BodyPlan } from '../plan.js';
import { notice, type Fact } from './fact.js';
import { allowedBy } from '../wider.js';

/** Notices each pattern of `wider` that alone forgives something in a body, which stands at `at`. */
export function watchWider(
  facts: ReadonlyMap<string, Fact>,
  { contract }: BodyPlan,
  body: {
    readonly document: Document;
    readonly value: Json;
    readonly at: string;
    readonly findings: readonly Finding[];
  },
): void {
  const { document, value, at, findings } = body;
  for (const { code, pointer, declared } of findings) {
    if (code !== exchangeRules.narrowerThanApi.code || !pointer.startsWith(at)) continue;
    const one = facts.get(declared?.pointer ?? '');
    if (one === undefined || one.noticed) continue;
    const patterns = Object.entries(contract.wider ?? {});
    const others = patterns.filter(([pattern]) => child(`${contract.pointer}/wider`, pattern) !== declared?.pointer);
    const place = { document, body: value, pointer: pointer.slice(at.length) };
    if (allowedBy(Object.fromEntries(others), place) === undefined) notice(one);
  }
}
