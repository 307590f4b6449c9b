import { finding, type Finding } from '../core/finding.js';
import { isArray, isObject, own, type Json, type JsonObject } from '../core/json.js';
import { child } from '../core/pointer.js';
import { shorten } from '../core/shorten.js';
import type { ReadyWorkflow } from './model.js';
import type { ReadyParameter, ReadyTrigger } from './ready/declared.js';
import { readyBlock, type Making } from './ready/actions.js';
import { broken } from './ready/broken.js';
import { hidden } from './ready/hidden.js';
import { readyHosted } from './ready/host.js';
import { readyInputs } from './ready/inputs.js';
import { triggerTypes } from './ready/types.js';
import { engineRules } from './rules.js';
import { runChild } from './run-workflow.js';

/** A workflow that can be run, or why it cannot. */
export interface Readiness {
  /** Undefined where there is a finding. */
  readonly ready: ReadyWorkflow | undefined;
  /** What cannot be run, containers before what is in them; pointers are those in the file. */
  readonly findings: readonly Finding[];
}

/**
 * Reads a definition, once for any number of runs. `pointer` is where it stands in its file. What the service refuses at save is not all
 * found: an expression that is none fails its action.
 */
export function readyWorkflow(definition: Json, pointer = ''): Readiness {
  const findings: Finding[] = [];
  if (!isObject(definition)) {
    const message = `Found ${shorten(definition)} in place of a definition, expected an object.`;
    return { ready: undefined, findings: [broken(pointer, message)] };
  }
  const making: Making = { actions: [], byName: new Map(), findings, runChild, slots: new Map() };
  const trigger = readyTrigger(definition, pointer, findings);
  const around = { pointer: child(pointer, 'actions'), loop: undefined, depth: 1, isNested: false };
  const top = readyBlock(making, own(definition, 'actions'), around);
  if (findings.length > 0) return { ready: undefined, findings };
  const parameters = parametersIn(own(definition, 'parameters'));
  const outputs = outputsIn(own(definition, 'outputs'));
  const { actions, byName } = making;
  return { ready: { trigger, parameters, top, actions, byName, outputs }, findings };
}

/** The trigger of a workflow: where there are several, the first. */
function readyTrigger(definition: JsonObject, pointer: string, findings: Finding[]): ReadyTrigger {
  const triggers = own(definition, 'triggers');
  const [name, value] = (isObject(triggers) ? Object.entries(triggers)[0] : undefined) ?? [
    'manual',
    { type: 'Request' },
  ];
  const written = isObject(value) ? value : {};
  const given = own(written, 'type');
  const type = typeof given === 'string' ? triggerTypes.get(given.toLowerCase()) : undefined;
  if (type === undefined) {
    const at = child(child(child(pointer, 'triggers'), name), 'type');
    const message = `Workflows with a trigger of type ${shorten(given ?? null)} cannot be run offline.`;
    findings.push(finding(engineRules.trigger, { pointer: at, message }));
  }
  const splitOn = own(written, 'splitOn');
  const conditions = own(written, 'conditions');
  return {
    name,
    type: type ?? '',
    ...readyHosted(own(written, 'inputs') ?? own(written, 'recurrence')),
    ...(typeof splitOn === 'string' && { splitOn: { ...readyInputs(splitOn), source: splitOn } }),
    conditions: isArray(conditions)
      ? conditions.map((one) => readyInputs(isObject(one) ? own(one, 'expression') : one))
      : [],
    ...hidden(written),
  };
}

function parametersIn(written: Json | undefined): ReadyParameter[] {
  if (!isObject(written)) return [];
  return Object.entries(written).map(([name, value]) => {
    const parameter = isObject(value) ? value : {};
    const type = own(parameter, 'type');
    const isSecret = typeof type === 'string' && /^secure(?:string|object)$/i.test(type);
    return { name, fallback: own(parameter, 'defaultValue'), isSecret };
  });
}

function outputsIn(written: Json | undefined): ReadyWorkflow['outputs'] {
  if (!isObject(written)) return [];
  return Object.entries(written).map(([name, value]) => ({
    name,
    value: readyInputs(isObject(value) ? own(value, 'value') : null),
  }));
}
