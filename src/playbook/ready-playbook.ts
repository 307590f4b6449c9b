import type { Finding } from '../core/finding.js';
import type { Json, JsonObject } from '../core/json.js';
import type { ReadyWorkflow } from '../engine/model.js';
import { readyWorkflow } from '../engine/ready-workflow.js';
import { refusals, type Refusal } from '../workflow/refused/refusals.js';
import { subjectOf } from '../workflow/refused/subject.js';
import type { ConnectorUse } from './connected.js';
import { missingParameters, parameterValues } from './parameters.js';
import type { Playbook } from './playbook.js';
import { actionsPerItem, placesIn, type PlaceOf } from './run-findings.js';
import { isSentinelConnection } from './sentinel-connection.js';
import type { Setup } from './setup.js';

/** A playbook that can be run any number of times, or why it cannot. */
export interface Readiness {
  /** Undefined where something forbids a run. */
  readonly ready: ReadyPlaybook | undefined;
  /** What was found before any run: what the service refuses, and what cannot be run here. */
  readonly findings: readonly Finding[];
}

/** A playbook with all that its runs share. */
export interface ReadyPlaybook {
  readonly playbook: Playbook;
  readonly workflow: ReadyWorkflow;
  readonly setup: Setup;
  readonly parameters: JsonObject;
  readonly placeOf: PlaceOf;
  /** The actions whose requests should depend on an item, in lower case. */
  readonly perItem: ReadonlySet<string>;
  /** By the key of the connection. */
  readonly connectors: ReadonlyMap<string, ConnectorUse>;
  /** Whether the connection leads to Microsoft Sentinel. */
  readonly isSentinel: (connection: string) => boolean;
}

/** Makes a playbook ready: once for any number of runs. */
export function readyPlaybook(playbook: Playbook, setup: Setup = {}): Readiness {
  const { file, workflow } = playbook;
  const parameters = parameterValues(playbook, setup.parameters ?? {});
  const refused = refusals(subjectOf(workflow)).map(inRun);
  const { ready, findings: unsupported } = readyWorkflow(workflow.definition as Json, workflow.pointer);
  const findings = [...refused, ...unsupported, ...missingParameters(playbook, parameters)];
  const placed = findings.map((one) => ({ file, ...one }));
  const isForbidden = findings.some(({ severity }) => severity === 'error');
  if (ready === undefined || isForbidden) return { ready: undefined, findings: placed };
  const connectors = setup.connectors ?? new Map<string, ConnectorUse>();
  const known = new Map<string, boolean>();
  const isSentinel = (key: string): boolean => {
    let is = known.get(key);
    if (is === undefined) known.set(key, (is = isSentinelConnection(key, playbook.connections)));
    return is;
  };
  const placeOf = placesIn(playbook);
  return {
    ready: {
      playbook,
      workflow: ready,
      setup,
      parameters,
      placeOf,
      perItem: actionsPerItem(playbook),
      connectors,
      isSentinel,
    },
    findings: placed,
  };
}

/** What the service takes and only fails when a run comes there is no reason not to run: the run shows it. */
function inRun({ when, service: _service, ...found }: Refusal): Finding {
  return when === 'run' && found.severity === 'error' ? { ...found, severity: 'warning' } : found;
}
