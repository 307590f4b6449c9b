import type { Finding } from '../../core/finding.js';
import { child } from '../../core/pointer.js';
import { shorten } from '../../core/shorten.js';
import { resolve } from '../../openapi/refs.js';
import type { Document, Parameter, ValueParameter } from '../../openapi/types.js';
import type { OperationAt } from '../../openapi/walk.js';
import type { Matched } from '../matched.js';
import { notRecorded, constraintsOf, isConstant, redacted, typed } from '../parameter.js';
import { valueOf } from '../request.js';
import { fact, notice, type Fact, type FactKind } from './fact.js';
import { hold } from './hold.js';
import { add, type Lacking, type Layout } from './layout.js';
import type { Place } from './place.js';
import type { Places } from './places.js';

/** A parameter outside the body, and what is declared of it. One, however many operations take it. */
export interface ParameterFacts {
  readonly parameter: ValueParameter;
  readonly pointer: string;
  /** Undefined where no recording can tell: a header or a field that may be absent, and what a path has at its place. */
  readonly name: Fact | undefined;
  readonly optional: Fact | undefined;
  /** Of one that always has the same value. */
  readonly constant: Fact | undefined;
  /** Of any other: where its values are held. */
  readonly place: Place | undefined;
}

/** Adds what is declared of a parameter to `facts`; `label` says of which operation it is. */
export function parameterFacts(
  { parameter, pointer }: { readonly parameter: ValueParameter; readonly pointer: string },
  layout: ParameterLayout,
): ParameterFacts {
  const { places, label, lacking } = layout;
  const { in: location, name, required = false } = parameter;
  const whole = `the ${location} parameter ${shorten(name)}`;
  const declare = (kind: FactKind, at: string, verb: 'has' | 'lacks') =>
    add(
      layout,
      fact(kind, at, () => lacking() ?? `Nothing recorded ${verb} ${whole} (${label}).`),
    );
  const hasName = location === 'query' || (required && location !== 'path');
  const isOptional = !required && location !== 'path';
  const isAlwaysSame = isConstant(parameter);
  return {
    parameter,
    pointer,
    name: hasName ? declare('name', `${pointer}/name`, 'has') : undefined,
    optional: isOptional ? declare('optional', pointer, 'lacks') : undefined,
    constant: isAlwaysSame ? declare('default', `${pointer}/default`, 'has') : undefined,
    place: isAlwaysSame
      ? undefined
      : places.layOut({
          pointer,
          schema: constraintsOf(parameter),
          holder: { kind: 'parameter', label, whole, lacking },
        }),
  };
}

/** What the facts of a parameter go into, and what is known of its operation. */
interface ParameterLayout extends Pick<Layout, 'facts' | 'places'> {
  readonly label: string;
  readonly lacking: Lacking;
}

/** Notices what an exchange shows of a parameter. */
export function holdParameter(
  { parameter, pointer, name, optional, constant, place }: ParameterFacts,
  held: Pick<Matched, 'exchange' | 'route'> & {
    readonly findings: readonly Finding[];
    readonly document: Document;
    readonly places: Places;
  },
): void {
  const text = valueOf(held, parameter);
  if (text === notRecorded) return;
  const isBlocked = held.findings.some(({ declared }) => isOf(declared, pointer));
  if (text === undefined) {
    if (!isBlocked) notice(optional);
    return;
  }
  // Under another name, what stands in a query is undeclared, and what is required is missing.
  if (parameter.in === 'query' || !isBlocked) notice(name);
  if (isBlocked || text === redacted) return;
  notice(constant);
  const holding = {
    document: held.document,
    places: held.places,
    blocked: undefined,
    isClosed: false,
    mustBeKnown: false,
  };
  if (place) hold(holding, place, typed(text, parameter));
}

function isOf(declared: Finding['declared'], pointer: string): boolean {
  if (declared === undefined || declared.file !== undefined) return false;
  return declared.pointer === pointer || declared.pointer.startsWith(`${pointer}/`);
}

/**
 * The parameters, by place and name, whose name is known under another declaration too, so that no recording can tell it:
 * one that an operation has in the place of its path's, and a key that a connection sends.
 */
export function knownTwice(document: Document, { path, item, operation, pointer }: OperationAt): ReadonlySet<string> {
  const met = new Set<string>();
  const twice = new Set<string>();
  const add = (key: string) => void (met.has(key) ? twice : met).add(key);
  for (const scheme of Object.values(document.securityDefinitions ?? {})) {
    if (scheme.type === 'apiKey') add(keyOf(scheme));
  }
  const lists = [
    { list: item.parameters, at: child('/paths', path) },
    { list: operation.parameters, at: pointer },
  ];
  for (const { list = [], at } of lists) {
    for (const [index, entry] of list.entries()) {
      const found = resolve<Parameter>(document, entry, child(`${at}/parameters`, index));
      if (found) add(keyOf(found.node));
    }
  }
  return twice;
}

/** What tells one parameter of an operation from another. */
export function keyOf(parameter: { readonly in: string; readonly name: string }): string {
  return `${parameter.in} ${parameter.name}`;
}
