import { finding, type Finding } from '../core/finding.js';
import { isObject, own, type Json } from '../core/json.js';
import { child } from '../core/pointer.js';
import { shorten } from '../core/shorten.js';
import type { JsonBody } from '../http/exchange.js';
import { checkValue } from '../openapi/check-value.js';
import { meetsPlainly } from '../openapi/meets-plainly.js';
import type { Mismatch } from '../openapi/mismatch.js';
import type { Document } from '../openapi/types.js';
import { mismatchesOf } from './mismatches-of.js';
import type { BodyPlan } from './plan.js';
import { exchangeRules } from './exchange-rules.js';
import { mismatchRules } from './rules.js';
import { allowedBy } from './wider.js';

/** A recorded JSON body, and what it is held against. */
export interface BodyCheck {
  readonly document: Document;
  readonly plan: BodyPlan;
  readonly body: JsonBody;
  /** Where the body stands in the recording. */
  readonly at: string;
  /** Whether the body must have one of the declared properties: the answer of a success. */
  readonly mustBeKnown: boolean;
  readonly report: (found: Finding) => void;
}

/**
 * Reports how a body misses its schema, which of its properties are undeclared, and where it misses what is expected of it.
 * A body that is something else altogether gives that one finding and no other.
 *
 * What was recorded is looked at first. Only where there is something to say are its credentials replaced and the words made:
 * most bodies are as declared, and replacing costs more than looking.
 */
export function checkBody(check: BodyCheck): void {
  if (!isClean(check)) reportBody(check);
}

/** Whether surely nothing is to be said of the body as recorded. Records what it shows. */
function isClean({ document, plan, body, mustBeKnown }: BodyCheck): boolean {
  const { schema, visit, contract } = plan;
  const value = body.recorded;
  if (mustBeKnown && (plan.isOpen || (isObject(value) && Object.keys(value).length === 0))) return false;
  if (!meetsPlainly(value, { document, schema, open: false, visit })) return false;
  return contract.expect === undefined || meetsPlainly(value, { document, schema: contract.expect, open: true });
}

function reportBody(check: BodyCheck): void {
  const { document, plan, report, body } = check;
  const { schema, pointer } = plan;
  const declared = new Set<string>();
  const found = mismatchesOf(body, {
    document,
    schema,
    pointer,
    visit: (held, value) => {
      plan.visit(held, value);
      if (value === body.recorded) for (const name of Object.keys(held.properties ?? {})) declared.add(name);
    },
  });
  const isAllowed = () => allowedBy(plan.contract.wider, { document, body: body.recorded, pointer: '' }) !== undefined;
  if (check.mustBeKnown && isSomethingElse(body.value, declared) && !isAllowed()) {
    report(somethingElse(check, declared));
    return;
  }
  for (const mismatch of found) report(mismatchFinding(check, mismatch));
  reportUndeclared(check);
  checkExpectation(
    check,
    found.map((mismatch) => mismatch.pointer),
  );
}

function reportUndeclared({ document, plan, report, body, at }: BodyCheck): void {
  const { schema, pointer } = plan;
  checkValue(body.value, {
    document,
    schema,
    pointer,
    mismatch: () => {},
    undeclared: ({ pointer: where, name, value, declared }) =>
      report(
        finding(exchangeRules.undeclaredProperty, {
          pointer: at + where,
          message: `The property "${name}" (${shorten(value)}) is not declared.`,
          declared: { pointer: declared },
        }),
      ),
  });
}

function mismatchFinding({ document, at, body, plan: { contract } }: BodyCheck, mismatch: Mismatch): Finding {
  const pattern = allowedBy(contract.wider, { document, body: body.recorded, pointer: mismatch.pointer });
  if (pattern === undefined) {
    return finding(mismatchRules[mismatch.kind], {
      pointer: at + mismatch.pointer,
      message: mismatch.message,
      declared: { pointer: mismatch.declared },
    });
  }
  return finding(exchangeRules.narrowerThanApi, {
    pointer: at + mismatch.pointer,
    message: `The API allows what the definition cannot say: ${mismatch.message}`,
    declared: { file: 'contract.json', pointer: child(`${contract.pointer}/wider`, pattern) },
  });
}

/** What the definition has already refused, there or above, is not reported a second time. */
function checkExpectation(check: BodyCheck, missed: readonly string[]): void {
  const { document, at, report, body } = check;
  const { contract } = check.plan;
  if (contract.expect === undefined) return;
  const found = mismatchesOf(body, { document, schema: contract.expect, pointer: `${contract.pointer}/expect` });
  for (const { pointer, declared, message } of found) {
    if (missed.some((place) => pointer === place || pointer.startsWith(`${place}/`))) continue;
    report(
      finding(exchangeRules.expectationNotMet, {
        pointer: at + pointer,
        message: `The contract expects it of an answer: ${message}`,
        declared: { file: 'contract.json', pointer: declared },
      }),
    );
  }
}

function isSomethingElse(body: Json, declared: ReadonlySet<string>): boolean {
  return declared.size > 0 && isObject(body) && !Object.keys(body).some((name) => declared.has(name));
}

function somethingElse({ at, plan, body: { value: body } }: BodyCheck, declared: ReadonlySet<string>): Finding {
  const names = (list: Iterable<string>) => shorten([...list].join(', '));
  const error =
    isObject(body) && own(body, 'error') !== undefined ? ' It looks like an error under a success status.' : '';
  return finding(exchangeRules.unrecognizedAnswer, {
    pointer: at,
    message: `The answer has none of the declared properties (${names(declared)}); it has ${names(Object.keys(isObject(body) ? body : {})) || 'none'}.${error}`,
    declared: { pointer: plan.pointer },
  });
}
