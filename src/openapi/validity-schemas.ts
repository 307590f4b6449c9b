import { finding, type Finding } from '../core/finding.js';
import { child } from '../core/pointer.js';
import { didYouMean } from '../core/nearest.js';
import type { Rule } from '../core/rule.js';
import { shorten } from '../core/shorten.js';
import { isReference, resolveAs, type Located } from './refs.js';
import { partsOf } from './schema-parts.js';
import type { Document, Items, Schema } from './types.js';
import { validityRules } from './validity-rules.js';
import { operations, parametersAt, type OperationAt } from './walk.js';

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
  for (const operation of operations(definition)) {
    for (const { parameter, pointer: at } of parametersAt(definition, operation)) {
      if (parameter.in !== 'body') arrayWithoutItems({ node: parameter, pointer: at }, report);
      else {
        const body = resolveAs(definition, 'schema', { node: parameter.schema, pointer: `${at}/schema` });
        arrayWithoutItems(body, report);
        undefinedRequired(definition, body, report);
      }
    }
    answers(definition, operation, report);
  }
  for (const [name, node] of Object.entries(definition.definitions ?? {})) {
    undefinedRequired(definition, { node, pointer: child('/definitions', name) }, report);
  }
  return [...findings.values()];
}

function answers(definition: Document, { operation, pointer }: OperationAt, report: Report): void {
  for (const status of Object.keys(operation.responses)) {
    if (status.startsWith('x-')) continue;
    const at = { node: operation.responses[status], pointer: child(`${pointer}/responses`, status) };
    const response = resolveAs(definition, 'response', at);
    if (response === undefined) continue;
    const { schema } = response.node;
    if (schema !== undefined) {
      const body = resolveAs(definition, 'schema', { node: schema, pointer: `${response.pointer}/schema` });
      arrayWithoutItems(body, report);
    }
    const { headers } = response.node;
    if (headers === undefined) continue;
    for (const [name, header] of Object.entries(headers)) {
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

/** Whether a schema has all that it requires itself, as most have. */
function hasRequired(schema: Schema): boolean {
  const { required = [], properties = {} } = schema;
  return !isReference(schema) && required.every((name) => Object.hasOwn(properties, name));
}

function undefinedRequired(definition: Document, at: Located<Schema> | undefined, report: Report): void {
  if (at?.node.type !== 'object' || at.node.required === undefined || hasRequired(at.node)) return;
  const { parts } = partsOf(definition, at.node);
  const names = new Set(parts.flatMap(({ schema }) => Object.keys(schema.properties ?? {})));
  at.node.required.forEach((name, index) => {
    if (names.has(name)) return;
    const near = index < maxHints ? didYouMean(name, [...names]) : '';
    const message = `The required property ${shorten(name)} is none of the properties.${near}`;
    report(validityRules.undefinedRequired, `${at.pointer}/required/${index}`, message);
  });
}
