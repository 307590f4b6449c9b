import { isArray, isObject, type Json } from '../../core/json.js';
import { prepare } from '../../expression/prepare.js';
import { readTemplate } from '../../expression/template.js';
import { problemOf, readyInputs, type Inputs } from '../ready/inputs.js';

/** A condition, and how it was written. */
export interface Condition {
  readonly inputs: Inputs;
  readonly source: string;
}

/** Reads a condition: an expression, or the object that the designer writes, such as `{ "and": [{ "equals": ["@x", 1] }] }`. */
export function readyCondition(written: Json | undefined): Condition {
  if (!isObject(written)) return { inputs: readyInputs(written), source: typeof written === 'string' ? written : '' };
  try {
    const source = `@${expressionText(written, 0)}`;
    const { prepared, problems } = prepare(source);
    return { inputs: { prepared, ...problemOf(problems) }, source };
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    return {
      inputs: { prepared: { kind: 'constant', value: null }, problem: 'A condition is nested too deep.' },
      source: '',
    };
  }
}

class TooDeep extends Error {}

/** How deep a condition may be nested. */
const MAX_DEPTH = 90;

/** The object form of a condition, or what stands in it, as an expression. */
function expressionText(written: Json, depth: number): string {
  if (depth > MAX_DEPTH) throw new TooDeep();
  if (isArray(written)) return written.length === 0 ? "json('[]')" : callText('createArray', written, depth);
  if (!isObject(written)) return typeof written === 'string' ? textOperand(written) : String(written);
  const calls = Object.entries(written).map(([name, operands]) => operatorText(name, operands, depth));
  const [only, ...others] = calls;
  if (only === undefined) return 'true';
  return others.length === 0 ? only : `and(${calls.join(',')})`;
}

function operatorText(name: string, operands: Json, depth: number): string {
  const list = isArray(operands) ? operands : [operands];
  return list.length === 0 && /^(?:and|or)$/i.test(name) ? 'true' : callText(name, list, depth);
}

function callText(name: string, list: readonly Json[], depth: number): string {
  return `${name}(${list.map((operand) => expressionText(operand, depth + 1)).join(',')})`;
}

/** A text may be an expression, or hold some. */
function textOperand(text: string): string {
  const template = readTemplate(text);
  if (template.kind === 'text') return quoted(template.text);
  if (template.kind === 'interpolation') {
    const parts = template.parts.map((part) =>
      typeof part === 'string' ? quoted(part) : text.slice(part.start, part.end),
    );
    return `concat(${parts.join(',')})`;
  }
  return text.slice(1);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
