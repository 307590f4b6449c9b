import { hasHole } from '../arm/hole.js';
import { finding, type Finding } from '../core/finding.js';
import { isArray, isObject, own, type Json, type JsonObject } from '../core/json.js';
import { child } from '../core/pointer.js';
import { readTemplate } from '../expression/template.js';
import { objectAt } from './find.js';
import { flowOf, givenAt, givenTo, handedOn, itemActions, valueGiven, valueOf, type Flow, type Stand } from './flow.js';
import { below, ITEM, type Origin, type OutputStep } from './origin.js';
import { workflowRules } from './rules.js';
import { branchKeys, type WorkflowStep } from './steps.js';

/** One use of a part of a step's outputs. */
export interface OutputUse {
  /** From the outputs down: `['body', 'choices', ITEM, 'text']`; `[]` is all of them. */
  readonly path: readonly OutputStep[];
  /** Whether anything below may matter too: the value is shown, sent or handed on in a way that is not followed. */
  readonly whole: boolean;
  /** It only asks for the type, where the value is there: the schema of a Parse JSON. */
  readonly ifThere?: true;
  /** The trigger or action that uses it; absent for an output of the workflow. */
  readonly by?: string;
  /** The string, in the file. */
  readonly pointer: string;
}

/** What of each step's outputs is used, in document order. */
export type OutputUses = ReadonlyMap<WorkflowStep, readonly OutputUse[]>;

/** How many uses are kept: no workflow that anybody wrote has as many, and a few lines can make millions. */
const MAX_USES = 100_000;

interface Reading {
  readonly flow: Flow;
  readonly uses: Map<WorkflowStep, OutputUse[]>;
  readonly findings: Finding[];
  /** How many uses may still be kept. */
  left: number;
}

/** Parts of a step in which nothing is an expression. */
const plainKeys: ReadonlySet<string> = new Set([...branchKeys, 'runAfter', 'metadata', 'description', 'type', 'kind']);

/** Reads all expressions of a workflow: what they use of the outputs of its steps, and which of them cannot be parsed. */
export function outputUses(
  steps: readonly WorkflowStep[],
  { definition, pointer }: { readonly definition: JsonObject; readonly pointer: string },
  findings: Finding[],
): OutputUses {
  const reading: Reading = { flow: flowOf(steps), uses: new Map(), findings, left: MAX_USES };
  for (const step of steps) readStep(reading, step);
  const at = child(pointer, 'outputs');
  readValue(reading, own(definition, 'outputs') ?? null, { step: undefined, pointer: at, given: '' });
  return reading.uses;
}

/** A value in a step, and the place of the one that the step is given. */
interface Place {
  readonly step: WorkflowStep | undefined;
  readonly pointer: string;
  readonly given: string;
}

function readStep(reading: Reading, step: WorkflowStep): void {
  const given = (givenAt(step) ?? []).reduce(child, step.pointer);
  for (const [key, value] of Object.entries(step.value)) {
    if (plainKeys.has(key)) continue;
    const pointer = child(step.pointer, key);
    if (key === 'inputs' && isObject(value)) readInputs(reading, value, { step, pointer, given });
    else readValue(reading, value, { step, pointer, given });
  }
  if (step.type !== 'ParseJson') return;
  const schema = objectAt(objectAt(step.value, 'inputs'), 'schema');
  const pointer = child(child(step.pointer, 'inputs'), 'schema');
  readSchema(reading, schema, { step, pointer, origins: givenTo(reading.flow, step), isNeeded: true });
}

/** The inputs, but for a schema: names in it may begin with `@`. */
function readInputs(reading: Reading, inputs: JsonObject, place: Place): void {
  for (const [key, value] of Object.entries(inputs)) {
    const at = child(place.pointer, key);
    if (key !== 'schema') readMember(reading, [key, value], { ...place, pointer: at });
  }
}

function readValue(reading: Reading, value: Json, place: Place): void {
  if (typeof value === 'string') readText(reading, value, place);
  else if (isArray(value)) {
    for (const [index, item] of value.entries())
      readValue(reading, item, { ...place, pointer: child(place.pointer, index) });
  } else if (isObject(value)) {
    for (const [key, item] of Object.entries(value))
      readMember(reading, [key, item], { ...place, pointer: child(place.pointer, key) });
  }
}

/** A property; its name is an expression too where it begins with `@`. */
function readMember(reading: Reading, [key, value]: readonly [string, Json], place: Place): void {
  if (key.startsWith('@')) readText(reading, key, place);
  readValue(reading, value, place);
}

function readText(reading: Reading, text: string, place: Place): void {
  const template = readTemplate(text);
  if (template.kind === 'text') return;
  const { step, pointer, given } = place;
  if (template.kind === 'broken') {
    // what the deployment fills in may mend it
    if (!hasHole(text))
      reading.findings.push(finding(workflowRules.expression, { pointer, message: template.problem.message }));
    return;
  }
  if (template.refused)
    reading.findings.push(finding(workflowRules.innerAt, { pointer, message: template.refused.message }));
  const consume: Stand['consume'] = (origins, whole) => record(reading, origins, { step, pointer, whole });
  if (step && pointer === given && template.kind === 'expression') {
    consume(valueGiven(reading.flow, template.expression, { step, consume }), showsAll(step));
    return;
  }
  const perItem = step !== undefined && itemActions.has(step.type);
  const parts = template.kind === 'expression' ? [template.expression] : template.parts;
  for (const part of parts) {
    if (typeof part !== 'string') consume(valueOf(reading.flow, part, { step, perItem, consume }), true);
  }
}

/** A Table without columns shows all that its items have. */
function showsAll({ type, value }: WorkflowStep): boolean {
  return type === 'Table' && own(objectAt(value, 'inputs'), 'columns') === undefined;
}

interface Recorded {
  readonly step: WorkflowStep | undefined;
  readonly pointer: string;
  readonly whole: boolean;
  readonly ifThere?: true;
}

function record(reading: Reading, origins: readonly Origin[], { step, pointer, whole, ifThere }: Recorded): void {
  for (const origin of origins) {
    const last = origin.path.length === 0 ? handedOn(reading.flow, { step: origin.step, path: ['body'] }) : [];
    const others = last.filter((other) => other.step !== origin.step);
    if (others.length > 0) record(reading, others, { step, pointer, whole, ...(ifThere && { ifThere }) });
    const use: OutputUse = {
      path: origin.path,
      whole,
      pointer,
      ...(ifThere && { ifThere }),
      ...(step && { by: step.name }),
    };
    const uses = reading.uses.get(origin.step) ?? [];
    reading.uses.set(origin.step, uses);
    if (reading.left === 0 || same(uses.at(-1), use)) continue;
    reading.left -= 1;
    uses.push(use);
  }
}

function same(one: OutputUse | undefined, other: OutputUse): boolean {
  if (one?.pointer !== other.pointer || one.whole !== other.whole || one.ifThere !== other.ifThere) return false;
  return one.path.length === other.path.length && one.path.every((step, index) => step === other.path[index]);
}

interface InSchema {
  readonly step: WorkflowStep;
  readonly pointer: string;
  readonly origins: readonly Origin[];
  /** Whether everything around it has to be there. */
  readonly isNeeded: boolean;
}

/** What the schema of a Parse JSON asks for: a property that it requires has to be there; another one, where it is, has to be of its type. */
function readSchema(reading: Reading, schema: JsonObject, { step, pointer, origins, isNeeded }: InSchema): void {
  if (origins.length === 0) return;
  const required = own(schema, 'required');
  for (const [name, property] of Object.entries(objectAt(schema, 'properties'))) {
    if (!isObject(property)) continue;
    const at = child(child(pointer, 'properties'), name);
    const inner = origins.flatMap((origin) => below(origin, name) ?? []);
    const needed = isNeeded && isArray(required) && required.includes(name);
    record(reading, inner, { step, pointer: at, whole: false, ...(!needed && { ifThere: true }) });
    readSchema(reading, property, { step, pointer: at, origins: inner, isNeeded: needed });
  }
  const items = objectAt(schema, 'items');
  const inItems = origins.flatMap((origin) => below(origin, ITEM) ?? []);
  if (own(schema, 'items') !== undefined)
    readSchema(reading, items, { step, pointer: child(pointer, 'items'), origins: inItems, isNeeded });
}
