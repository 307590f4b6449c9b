import { isArray, isObject, type Json, type JsonObject, own } from '../../core/json.js';
import { child } from '../../core/pointer.js';
import { walkExpression, type Call, type Expression } from '../../expression/syntax.js';
import { readTemplate } from '../../expression/template.js';
import { hasHole } from '../../arm/hole.js';
import { branchKeys, type WorkflowStep } from '../steps.js';

/** A text of a workflow in which there are expressions. */
export interface WorkflowText {
  /** The trigger or action that it stands in; absent for an output of the workflow. */
  readonly step: WorkflowStep | undefined;
  readonly pointer: string;
  /** The keys from the step down. */
  readonly path: readonly string[];
  readonly text: string;
  /** The texts and the expressions that it is made of, in order: of one that is an expression as a whole, only that. */
  readonly parts: readonly (string | Expression)[];
  /** Whether it is one expression, whose value keeps its type. */
  readonly whole: boolean;
}

/** A call of a function in a text. */
export interface FunctionCall {
  readonly at: WorkflowText;
  readonly call: Call;
  /** In lower case. */
  readonly function: string;
  /** The first argument, where it is a text without a hole. */
  readonly name: string | undefined;
}

/** Keys of a step under which no expression of its own stands. */
const otherKeys: ReadonlySet<string> = new Set([...branchKeys, 'runAfter', 'metadata', 'description', 'type', 'kind']);

/** All texts with expressions in a workflow's steps and outputs, in document order. What cannot be read as an expression is left out: reading tells of it. */
export function textsOf(
  steps: readonly WorkflowStep[],
  { definition, pointer }: { readonly definition: JsonObject; readonly pointer: string },
): readonly WorkflowText[] {
  const found: WorkflowText[] = [];
  for (const step of steps) {
    for (const [key, value] of Object.entries(step.value)) {
      if (otherKeys.has(key)) continue;
      enter(value, { step, pointer: child(step.pointer, key), path: [key] }, found);
    }
  }
  const at = { step: undefined, pointer: child(pointer, 'outputs'), path: ['outputs'] };
  enter(own(definition, 'outputs') ?? null, at, found);
  return found;
}

type Place = Pick<WorkflowText, 'step' | 'pointer' | 'path'>;

function enter(value: Json, place: Place, found: WorkflowText[]): void {
  const below = (key: string, inner: Json) =>
    enter(inner, { step: place.step, pointer: child(place.pointer, key), path: [...place.path, key] }, found);
  if (typeof value === 'string') {
    if (value.includes('@')) found.push(...textAt(value, place));
  } else if (isArray(value)) {
    for (const [index, item] of value.entries()) below(String(index), item);
  } else if (isObject(value)) {
    for (const [key, item] of Object.entries(value)) if (!isSchema(place, key)) below(key, item);
  }
}

/** In a schema a text that begins with `@` is none of ours. */
function isSchema({ path }: Place, key: string): boolean {
  return key === 'schema' && path.length === 1 && path[0] === 'inputs';
}

function textAt(text: string, place: Place): readonly WorkflowText[] {
  const template = readTemplate(text);
  if (template.kind === 'expression') return [{ ...place, text, parts: [template.expression], whole: true }];
  return template.kind === 'interpolation' ? [{ ...place, text, parts: template.parts, whole: false }] : [];
}

/** The expressions of a text. */
export function expressionsIn({ parts }: Pick<WorkflowText, 'parts'>): readonly Expression[] {
  return parts.filter((part) => typeof part !== 'string');
}

/** The calls of functions in an expression, the outer ones first. */
export function callsIn(expression: Expression): readonly Call[] {
  const calls: Call[] = [];
  walkExpression(expression, (node) => {
    if (node.kind === 'call') calls.push(node);
  });
  return calls;
}

/** The calls of functions in these texts. */
export function functionCalls(texts: readonly WorkflowText[]): readonly FunctionCall[] {
  return texts.flatMap((at) =>
    expressionsIn(at).flatMap((expression) =>
      callsIn(expression).map((call) => ({ at, call, function: call.name.toLowerCase(), name: nameIn(call) })),
    ),
  );
}

/** The first argument of a call, where it is a text that is known. */
export function nameIn({ arguments: [first] }: Call): string | undefined {
  return first?.kind === 'text' && !hasHole(first.value) ? first.value : undefined;
}
