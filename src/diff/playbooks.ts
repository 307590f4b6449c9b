import { HOLE } from '../arm/hole.js';
import type { Connector } from '../definition/connector.js';
import { reopening, type Reopen, type StoredStep } from '../designer/reopened.js';
import { operations, type OperationAt } from '../openapi/walk.js';
import type { ConnectorCall } from '../workflow/calls.js';
import type { Workflow, WorkflowFile } from '../workflow/read-workflows.js';
import type { Change, Hit } from './change.js';
import { meeting } from './playbooks-read.js';
import { sentPlaces } from './playbooks-sent.js';

/** A place in a playbook that a change meets. */
export interface PlaybookPlace {
  /** The trigger or action; absent for an output of the workflow. */
  readonly action?: string;
  readonly pointer: string;
  /**
   * False where the file does not tell: an expression stands for what is sent, or uses more of the answer than it names,
   * or the connection may be another connector's.
   */
  readonly certain: boolean;
}

/** A call of a playbook that a change concerns. */
export interface PlaybookHit {
  readonly change: Change;
  readonly file: string;
  /** The workflow's name, where it has one. */
  readonly workflow?: string;
  readonly call: ConnectorCall;
  /** At least one: what sends the part that has changed, uses it, or calls the operation. */
  readonly places: readonly PlaybookPlace[];
}

/** Which calls are calls of the connector. */
export interface Deployed {
  /** The version that the playbooks were made with. */
  readonly old: Connector;
  /** The resource names that it is deployed under, in any case; absent where they are not known. */
  readonly names?: readonly string[];
}

/**
 * Which calls of the playbooks the changes concern, file by file, call by call, in the order of the changes.
 * A call is one of the connector where its method and path lead to an operation as the designer finds it, hidden ones too, and its connection,
 * where the file tells, to a custom connector (of one of the names, where they are known) or to a managed one of such a name.
 */
export function playbookHits(
  changes: readonly Change[],
  files: readonly WorkflowFile[],
  deployed: Deployed,
): PlaybookHit[] {
  const operationOf = binding(deployed);
  const hitsOn = byOperation(changes);
  return files.flatMap(({ file, workflows }) =>
    workflows.flatMap((workflow) => {
      const doubtful = doubtfulKeys(workflow, operationOf);
      return workflow.calls.flatMap((call) => {
        const operation = operationOf(call);
        const isDoubtful = doubtful.has(call.key);
        return operation === undefined ? [] : hitsOf(hitsOn(operation), { file, workflow, call, isDoubtful });
      });
    }),
  );
}

/** The connections to an unknown API that a workflow also uses for what the connector does not have: they may be another connector's. */
function doubtfulKeys({ calls }: Workflow, operationOf: Binding): ReadonlySet<string | undefined> {
  const others = calls.filter((call) => call.api.kind === 'unknown' && isKnown(call.path) && !operationOf(call));
  return new Set(others.map(({ key }) => key));
}

/** A change, and those of its hits that are about one operation. */
interface ChangeOf {
  readonly change: Change;
  readonly hits: Hit[];
}

/** Gives the changes that concern an operation, in their order. */
function byOperation(changes: readonly Change[]): (operation: OperationAt) => readonly ChangeOf[] {
  const keyed = new Map<string, Map<Change, Hit[]>>();
  for (const change of changes) {
    for (const hit of change.hits) {
      const key = keyOf(hit);
      const hitsOfKey = keyed.get(key) ?? new Map<Change, Hit[]>();
      const hits = hitsOfKey.get(change) ?? [];
      hits.push(hit);
      keyed.set(key, hitsOfKey.set(change, hits));
    }
  }
  const concerning = (operation: OperationAt) => {
    const of = [keyed.get(keyOf({})), keyed.get(keyOf(operation))];
    return changes.flatMap((change) => {
      const hits = of.flatMap((byChange) => byChange?.get(change) ?? []);
      return hits.length === 0 ? [] : [{ change, hits }];
    });
  };
  const known = new Map<string, readonly ChangeOf[]>();
  return (operation) => {
    const key = keyOf(operation);
    const found = known.get(key) ?? concerning(operation);
    known.set(key, found);
    return found;
  };
}

/** A hit without a path is about every call. */
function keyOf({ method, path }: { readonly method?: string; readonly path?: string }): string {
  return path === undefined ? '' : `${method} ${path}`;
}

interface Called {
  readonly file: string;
  readonly workflow: Workflow;
  readonly call: ConnectorCall;
  readonly isDoubtful: boolean;
}

function hitsOf(concerning: readonly ChangeOf[], { file, workflow, call, isDoubtful }: Called): PlaybookHit[] {
  return concerning.flatMap(({ change, hits }) => {
    const met = hits.flatMap((hit) => placesOf(hit, call, change.code));
    const places = eachOnce(met.map((place) => ({ ...place, certain: place.certain && !isDoubtful })));
    if (places.length === 0) return [];
    const { name } = workflow;
    return [{ change, file, ...(name !== undefined && { workflow: name }), call, places }];
  });
}

function placesOf({ concerns, part }: Hit, call: ConnectorCall, code: string): PlaybookPlace[] {
  const { name, pointer } = call.step;
  if (concerns === 'addressed' || concerns === 'named') {
    return (call.operationId === undefined) === (concerns === 'addressed')
      ? [{ action: name, pointer, certain: true }]
      : [];
  }
  if (concerns === 'every' || part === undefined) return [{ action: name, pointer, certain: true }];
  if (concerns !== 'read') {
    return sentPlaces(call, part, concerns === 'missing').map((place) => ({ action: name, ...place }));
  }
  // what answers the call that sets a webhook up is not what its runs receive
  if (call.step.type.endsWith('Connection') === (part.in === 'event')) return [];
  return call.uses.flatMap((use) => {
    const met = meeting(use, part, code);
    const place = { ...(use.by !== undefined && { action: use.by }), pointer: use.pointer, certain: met === 'certain' };
    return met === 'none' ? [] : [place];
  });
}

/** Each place once; certain where one hit is. */
function eachOnce(places: readonly PlaybookPlace[]): readonly PlaybookPlace[] {
  const byPointer = new Map<string, PlaybookPlace>();
  for (const place of places) {
    if (place.certain || !byPointer.has(place.pointer)) byPointer.set(place.pointer, place);
  }
  return [...byPointer.values()];
}

/** Gives the operation of the connector that a call is one of. */
type Binding = (call: ConnectorCall) => OperationAt | undefined;

function binding({ old, names }: Deployed): Binding {
  const all = operations(old.definition);
  const reopen = reopening(all.map(asShown));
  const isOurs = ({ api: { kind, name } }: ConnectorCall) => {
    const known = name === undefined ? undefined : names?.some((each) => each.toLowerCase() === name.toLowerCase());
    return kind === 'managed' ? known === true : known !== false;
  };
  return (call) => {
    const { operationId, method, path } = call;
    if (!isOurs(call)) return undefined;
    if (operationId !== undefined) return all.find(({ operation }) => operation.operationId === operationId);
    if (!isKnown(path)) return undefined;
    const stored = (method === undefined ? webhookMethods : [method]).map((each) => ({ method: each, path }));
    return firstOf(stored, reopen);
  };
}

/** Whether any of the path is known. */
function isKnown(path: string | undefined): path is string {
  return path !== undefined && path !== HOLE;
}

/** A webhook stores no method: it is one that registers an address. */
const webhookMethods = ['post', 'put', 'patch', 'get'];

function firstOf(stored: readonly StoredStep[], reopen: Reopen): OperationAt | undefined {
  for (const each of stored) {
    const operation = reopen(each);
    if (operation) return operation;
  }
  return undefined;
}

/** The operation as if the designer showed it, under a name of its own: a call that it cannot reopen runs all the same. */
function asShown(at: OperationAt): OperationAt {
  return { ...at, operation: { operationId: at.pointer, responses: at.operation.responses } };
}
