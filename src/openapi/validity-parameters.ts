import { finding, type Finding } from '../core/finding.js';
import type { Rule } from '../core/rule.js';
import { shorten } from '../core/shorten.js';
import { isReference, resolvedAs } from './refs.js';
import type { Document, Parameter, PathItem } from './types.js';
import { validityRules } from './validity-rules.js';
import { operations, walk, type OperationAt } from './walk.js';

/** A parameter of a list: what it is, and where in the list it (or the `$ref` to it) stands. Its pointer is needed only where something is wrong. */
interface Listed {
  readonly parameter: Parameter;
  /** What has the list. */
  readonly above: string;
  readonly index: number;
}

const pointerOf = ({ above, index }: Listed): string => `${above}/parameters/${index}`;

type Report = (rule: Rule<unknown>, pointer: string, message: string) => void;

/** What is wrong with the parameters of operations: with one another, with the path, with what the operation consumes. */
export function parameterFindings(definition: Document): Finding[] {
  const findings = new Map<string, Finding>();
  const report: Report = (rule, pointer, message) => {
    findings.set(`${rule.code} ${pointer}`, finding(rule, { pointer, message }));
  };
  walk(definition, {
    parameter: (node, { pointer }) => {
      if (isReference(node) || node.in !== 'path' || node.required === true) return;
      report(
        validityRules.optionalPathParameter,
        pointer,
        `The path parameter ${shorten(node.name)} is optional, expected "required": true.`,
      );
    },
    pathItem: (item, { pointer }) => repeated(listed(definition, item.parameters, pointer), report),
  });
  for (const at of operations(definition)) {
    const own = listed(definition, at.operation.parameters, at.pointer);
    repeated(own, report);
    const above = inherited(definition, at, own);
    const all = above.length === 0 ? own : [...own, ...above];
    bodies(all, report);
    placeholders(all, at, report);
    files(all, { consumes: at.operation.consumes ?? definition.consumes ?? [] }, report);
  }
  return [...findings.values()];
}

function key({ name, in: location }: Parameter): string {
  return `${location} ${name}`;
}

/** The parameters of a list, references followed; those that lead nowhere are left out. */
function listed(definition: Document, list: PathItem['parameters'] = [], above: string): Listed[] {
  const found: Listed[] = [];
  for (let index = 0; index < list.length; index += 1) {
    const parameter = resolvedAs(definition, 'parameter', list[index]);
    if (parameter) found.push({ parameter, above, index });
  }
  return found;
}

/** The parameters of the path item that the operation does not replace by its own. */
function inherited(definition: Document, { item, pointer }: OperationAt, own: readonly Listed[]): Listed[] {
  if (item.parameters === undefined) return [];
  const replaced = new Set(own.map(({ parameter }) => key(parameter)));
  const above = pointer.slice(0, pointer.lastIndexOf('/'));
  return listed(definition, item.parameters, above).filter(({ parameter }) => !replaced.has(key(parameter)));
}

function repeated(list: readonly Listed[], report: Report): void {
  if (list.length < 2) return;
  const seen = new Set<string>();
  for (const one of list) {
    const { parameter } = one;
    const name = key(parameter);
    if (seen.has(name)) {
      const message = `The ${parameter.in} parameter ${shorten(parameter.name)} is there already, expected it once.`;
      report(validityRules.repeatedParameter, pointerOf(one), message);
    }
    seen.add(name);
  }
}

function bodies(parameters: readonly Listed[], report: Report): void {
  const first = parameters.find(({ parameter }) => parameter.in === 'body');
  if (first === undefined) return;
  for (const one of parameters) {
    const { parameter } = one;
    if (one === first || parameter.in !== 'body') continue;
    const message = `The body parameter ${shorten(parameter.name)} is one more beside ${shorten(first.parameter.name)}, expected one at most.`;
    report(validityRules.severalBodies, pointerOf(one), message);
  }
  const field = parameters.find(({ parameter }) => parameter.in === 'formData');
  if (field) {
    const message = `The form field ${shorten(field.parameter.name)} stands beside the body parameter ${shorten(first.parameter.name)}, expected one or the other.`;
    report(validityRules.bodyWithForm, pointerOf(field), message);
  }
}

function placeholders(parameters: readonly Listed[], { path, pointer }: OperationAt, report: Report): void {
  const declared = parameters.filter(({ parameter }) => parameter.in === 'path');
  if (declared.length === 0 && !path.includes('{')) return;
  const names = new Set<string>();
  for (const [, name = ''] of path.matchAll(/\{([^{}/]+)\}/g)) {
    if (names.has(name)) {
      const message = `The path ${shorten(path)} has the placeholder ${shorten(name)} more than once.`;
      report(validityRules.repeatedPlaceholder, pointer.slice(0, pointer.lastIndexOf('/')), message);
    }
    names.add(name);
  }
  for (const one of declared) {
    const { parameter } = one;
    if (names.has(parameter.name)) continue;
    const message = `The path parameter ${shorten(parameter.name)} has no placeholder in ${shorten(path)}.`;
    report(validityRules.unknownPathParameter, pointerOf(one), message);
  }
  const filled = new Set(declared.map(({ parameter }) => parameter.name));
  for (const name of names) {
    if (filled.has(name)) continue;
    const message = `The placeholder ${shorten(name)} of ${shorten(path)} has no parameter, expected one with "in": "path".`;
    report(validityRules.missingPathParameter, pointer, message);
  }
}

/** Media types in which a form can be sent; a prefix with `+` is allowed before the name. */
const form = /multipart\/([^/]*\+)?form-data|application\/([^/]*\+)?x-www-form-urlencoded/;

function files(parameters: readonly Listed[], { consumes = [] }: Pick<Document, 'consumes'>, report: Report): void {
  const sent = parameters.filter(({ parameter }) => parameter.in === 'formData' && parameter.type === 'file');
  if (sent.length === 0 || consumes.some((type) => form.test(type))) return;
  for (const one of sent) {
    const message = `The file parameter ${shorten(one.parameter.name)} is in an operation that consumes ${consumes.length === 0 ? 'nothing that it names' : shorten(consumes.join(', '))}, expected multipart/form-data or application/x-www-form-urlencoded.`;
    report(validityRules.fileWithoutForm, pointerOf(one), message);
  }
}
