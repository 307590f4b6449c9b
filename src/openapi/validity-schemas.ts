import { finding, type Finding } from '../core/finding.js';
import { child } from '../core/pointer.js';
import { didYouMean } from '../core/nearest.js';
import type { Rule } from '../core/rule.js';
import { shorten } from '../core/shorten.js';
import { resolve, type Located } from './refs.js';
import { partsOf } from './schema-parts.js';
import type { Document, Items, Operation, Response, Schema } from './types.js';
import { validityRules } from './validity-rules.js';
import { operations, parametersOf } from './walk.js';

type Report = (rule: Rule<unknown>, pointer: string, message: string) => void;

/**
 * What is wrong with the schemas of bodies, answers and definitions, and with the values of parameters and headers.
 * Of each only the schema itself is judged, not those inside it: that is where OpenAPI 2.0 validators stop.
 */
export function schemaFindings(definition: Document): Finding[] {
  const findings = new Map<string, Finding>();
  const report: Report = (rule, pointer, message) => {
    findings.set(`${rule.code} ${pointer}`, finding(rule, { pointer, message }));
  };
  for (const { item, operation, pointer } of operations(definition)) {
    for (const { parameter, pointer: at } of parametersOf(definition, item, operation)) {
      if (parameter.in !== 'body') arrayWithoutItems({ node: parameter, pointer: at }, report);
      else {
        const body = resolve<Schema>(definition, parameter.schema, `${at}/schema`);
        arrayWithoutItems(body, report);
        undefinedRequired(definition, body, report);
      }
    }
    answers(definition, { node: operation, pointer }, report);
  }
  for (const [name, node] of Object.entries(definition.definitions ?? {})) {
    undefinedRequired(definition, { node, pointer: child('/definitions', name) }, report);
  }
  return [...findings.values()];
}

function answers(definition: Document, { node, pointer }: Located<Operation>, report: Report): void {
  for (const [status, entry] of Object.entries(node.responses)) {
    if (status.startsWith('x-')) continue;
    const response = resolve<Response>(definition, entry, child(`${pointer}/responses`, status));
    if (response === undefined) continue;
    arrayWithoutItems(resolve<Schema>(definition, response.node.schema, `${response.pointer}/schema`), report);
    for (const [name, header] of Object.entries(response.node.headers ?? {})) {
      arrayWithoutItems({ node: header, pointer: child(`${response.pointer}/headers`, name) }, report);
    }
  }
}

function arrayWithoutItems(at: Located<Schema | Items> | undefined, report: Report): void {
  if (at?.node.type !== 'array' || at.node.items !== undefined) return;
  report(validityRules.arrayWithoutItems, at.pointer, 'The array has no "items", expected a schema of what it holds.');
}

/** For how many required names a near one is looked for: each is held against every name there is. */
const maxHints = 50;

function undefinedRequired(definition: Document, at: Located<Schema> | undefined, report: Report): void {
  if (at?.node.type !== 'object' || at.node.required === undefined) return;
  const { parts } = partsOf(definition, at.node);
  const names = new Set(parts.flatMap(({ schema }) => Object.keys(schema.properties ?? {})));
  at.node.required.forEach((name, index) => {
    if (names.has(name)) return;
    const near = index < maxHints ? didYouMean(name, [...names]) : '';
    const message = `The required property ${shorten(name)} is none of the properties.${near}`;
    report(validityRules.undefinedRequired, `${at.pointer}/required/${index}`, message);
  });
}
