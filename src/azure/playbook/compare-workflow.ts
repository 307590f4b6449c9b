import { finding, type Finding } from '../../core/finding.js';
import { isObject, own, type JsonObject } from '../../core/json.js';
import { sameJson } from '../../core/same-json.js';
import { shorten } from '../../core/shorten.js';
import { objectAt } from '../../workflow/find.js';
import { stepsOf, type WorkflowStep } from '../../workflow/steps.js';
import { differing } from './differing.js';
import { azurePlaybookRules } from './rules.js';
import { marksIn } from './secret-marks.js';

/** What a workflow differs in from what is deployed: first what is in it, by the names of its actions, then its parameters. No value is told: it may be a key. */
export function workflowChanges(id: string, wanted: JsonObject, deployed: JsonObject): readonly Finding[] {
  const state = own(deployed, 'state');
  const isOff = typeof state === 'string' && state.toLowerCase() === 'disabled';
  const off = finding(azurePlaybookRules.disabled, {
    file: id,
    pointer: '/properties/state',
    message: 'The deployed playbook is disabled, and stays so: nothing starts it.',
  });
  return [
    ...definitionChanges(id, objectAt(wanted, 'definition'), objectAt(deployed, 'definition')),
    ...parameterChanges(id, objectAt(wanted, 'parameters'), objectAt(deployed, 'parameters')),
    ...(isOff ? [off] : []),
  ];
}

/** Whether a change is one that publishing undoes. */
export function isUndone({ code }: Finding): boolean {
  return code !== azurePlaybookRules.disabled.code;
}

const DEFINITION = '/properties/definition';

function definitionChanges(file: string, wanted: JsonObject, deployed: JsonObject): readonly Finding[] {
  const pointers = differing(wanted, deployed);
  if (pointers.length === 0) return [];
  const [now, there] = [stepsAt(wanted), stepsAt(deployed)];
  const found = new Map<string, { readonly step: WorkflowStep | undefined; readonly parts: string[] }>();
  for (const pointer of pointers) {
    const step = stepOf(pointer, now) ?? stepOf(pointer, there);
    const at = step?.pointer ?? '';
    const entry = found.get(at) ?? { step, parts: [] };
    entry.parts.push(pointer.slice(at.length));
    found.set(at, entry);
  }
  return [...found].map(([at, { step, parts }]) => changeOf(file, { at, step, parts, now, there }));
}

type Steps = ReadonlyMap<string, WorkflowStep>;

function stepsAt(definition: JsonObject): Steps {
  return new Map(stepsOf(definition, '', []).map((step) => [step.pointer, step]));
}

/** The innermost step that a place is in. */
function stepOf(pointer: string, steps: Steps): WorkflowStep | undefined {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const step = steps.get(at);
    if (step) return step;
  }
  return undefined;
}

interface Change {
  readonly at: string;
  readonly step: WorkflowStep | undefined;
  readonly parts: readonly string[];
  readonly now: Steps;
  readonly there: Steps;
}

function changeOf(file: string, { at, step, parts, now, there }: Change): Finding {
  const place = { file, pointer: DEFINITION + at };
  if (step === undefined) {
    const message = `The deployed definition differs in ${placesText(parts)}.`;
    return finding(azurePlaybookRules.part, { ...place, message });
  }
  const name = `The ${step.kind} ${shorten(step.name)}`;
  if (!there.has(at))
    return finding(azurePlaybookRules.actionMissing, { ...place, message: `${name} is not deployed.` });
  if (!now.has(at))
    return finding(azurePlaybookRules.actionExtra, { ...place, message: `${name} is deployed, and not wanted.` });
  const message = `${name} is deployed otherwise: it differs in ${placesText(parts)}.`;
  return finding(azurePlaybookRules.actionChanged, { ...place, message });
}

/** This many places are named. */
const MOST_NAMED = 3;

function placesText(parts: readonly string[]): string {
  const named = parts.slice(0, MOST_NAMED).map((part) => shorten(part === '' ? '/' : part, 80).slice(1, -1));
  const more = parts.length - named.length;
  return named.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function parameterChanges(file: string, wanted: JsonObject, deployed: JsonObject): readonly Finding[] {
  const names = [...new Set([...Object.keys(wanted), ...Object.keys(deployed)])];
  return names.flatMap((name) => {
    const [now, there] = [own(wanted, name), own(deployed, name)];
    // what is secure Azure never shows again
    if (now !== undefined && marksIn(now).length > 0) return [];
    const pointer = `/properties/parameters/${name}`;
    if (name === '$connections') return connectionChanges(file, now, there);
    if (sameJson(valueIn(now), valueIn(there))) return [];
    const said =
      there === undefined ? 'has no value there' : now === undefined ? 'has a value there' : 'has another value there';
    const message = `The parameter ${shorten(name)} of the deployed workflow ${said}.`;
    return [finding(azurePlaybookRules.part, { file, pointer, message })];
  });
}

function valueIn(holder: JsonObject[string] | undefined): JsonObject[string] {
  return isObject(holder) ? (own(holder, 'value') ?? null) : null;
}

function connectionChanges(
  file: string,
  now: JsonObject[string] | undefined,
  there: JsonObject[string] | undefined,
): readonly Finding[] {
  const [wanted, deployed] = [now, there].map((one) => {
    const value = valueIn(one);
    return isObject(value) ? value : {};
  });
  const keys = [...new Set([...Object.keys(wanted ?? {}), ...Object.keys(deployed ?? {})])];
  return keys.flatMap((key) => {
    const [one, other] = [objectAt(wanted ?? {}, key), objectAt(deployed ?? {}, key)];
    const differs = ['connectionId', 'id', 'connectionProperties'].some((part) => !alike(one, other, part));
    if (!differs) return [];
    const message = `The connection ${shorten(key)} of the deployed workflow is another one.`;
    return [
      finding(azurePlaybookRules.part, { file, pointer: `/properties/parameters/$connections/value/${key}`, message }),
    ];
  });
}

/** The case of ids does not count. */
function alike(one: JsonObject, other: JsonObject, part: string): boolean {
  const [a, b] = [own(one, part), own(other, part)];
  if (typeof a === 'string' && typeof b === 'string') return a.toLowerCase() === b.toLowerCase();
  return sameJson(a ?? null, b ?? null);
}
