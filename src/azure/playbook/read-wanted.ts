import { finding, type Finding } from '../../core/finding.js';
import { isObject, own, type Json, type JsonObject } from '../../core/json.js';
import { writeJson } from '../../core/json-write.js';
import { child } from '../../core/pointer.js';
import { Secret } from '../../core/secret.js';
import { shorten } from '../../core/shorten.js';
import { objectAt } from '../../workflow/find.js';
import { readWorkflows, type Workflow } from '../../workflow/read-workflows.js';
import { tagsOf } from '../tags.js';
import type { Target } from '../target.js';
import { wantedConnections } from './read-connections.js';
import { identitiesIn, resourceOfTemplate, type FoundResource } from './read-template.js';
import { azurePlaybookRules } from './rules.js';
import { marksIn, secretMark, secretObjectMark } from './secret-marks.js';
import type { WantedRequest } from './wanted-request.js';
import {
  SENTINEL_API,
  settingNames,
  type SentinelTrigger,
  type SignIn,
  type WantedConnection,
  type WantedPlaybook,
} from './wanted.js';

/** What a file comes to in a target; undefined where a finding forbids that it is published. */
export interface ReadWanted {
  readonly wanted: WantedPlaybook | undefined;
  readonly findings: readonly Finding[];
}

/** Reads the workflow of a file, plain or in a template, as it shall be in the target. Throws a `Fault` where it is open which one is meant. */
export function readWanted(request: WantedRequest, target: Target): ReadWanted {
  const { value } = request.source;
  const document = isObject(value) ? value : {};
  const isTemplate = own(document, 'resources') !== undefined && own(document, 'definition') === undefined;
  const { found, findings } = isTemplate
    ? resourceOfTemplate(document, request, target)
    : { found: plainResource(document, request), findings: [] };
  if (found === undefined) return { wanted: undefined, findings };
  return wantedOf(found, request, findings);
}

/** A code view, a resource as the service gives it, or a definition by itself. */
function plainResource(document: JsonObject, { name, source }: WantedRequest): FoundResource {
  const properties = isObject(own(document, 'properties')) ? objectAt(document, 'properties') : document;
  const definition = own(properties, 'definition') ?? document;
  const said = own(document, 'name');
  const base = source.file.slice(source.file.lastIndexOf('/') + 1).replace(/(?:\.definition)?\.[a-z]+$/i, '');
  return {
    name: name ?? (typeof said === 'string' ? said : base),
    properties: {
      ...(definition === document ? {} : properties),
      definition,
      parameters: objectAt(properties, 'parameters'),
    },
    tags: objectAt(document, 'tags'),
    identities: identitiesIn(document),
    made: new Map(),
  };
}

function wantedOf(found: FoundResource, request: WantedRequest, before: readonly Finding[]): ReadWanted {
  const { file } = request.source;
  const name = request.name ?? found.name;
  const { definition = null, parameters = {} } = found.properties;
  const resource = { name, properties: { definition, parameters } };
  const source = { ...request.source, value: resource, findings: [] };
  const [workflow] = readWorkflows(source).workflows;
  if (workflow === undefined) return { wanted: undefined, findings: before };
  const { connections, unknown } = wantedConnections(workflow, { found, request, name });
  const { values, secrets } = valuesOf(workflow, request);
  const open = marksIn([workflow.definition, found.tags, openValues(workflow, values)]);
  const findings = [
    ...before,
    ...unknown.map((key) => unknownConnection(file, key)),
    ...open.map((one) => openSecret(file, one)),
  ];
  if (findings.some(({ severity }) => severity === 'error')) return { wanted: undefined, findings };
  const wanted = {
    name,
    definition: workflow.definition,
    values,
    secrets,
    connections,
    tags: tagsOf(found.tags),
    settings: settingsIn(found.properties),
    identities: found.identities,
    trigger: triggerOf(workflow, connections),
    signIns: signInsOf(workflow),
  };
  return { wanted, findings };
}

function settingsIn(properties: JsonObject): JsonObject {
  const said = settingNames.flatMap((name): [string, Json][] => {
    const value = own(properties, name);
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(said);
}

function unknownConnection(file: string, key: string): Finding {
  const message = `The connection ${shorten(key)} leads to no connector that the file names, expected --connector-name ${key}=NAME, or ${key}=managedApis/NAME for one that Microsoft runs.`;
  return finding(azurePlaybookRules.connectionUnknown, { file, pointer: '', message });
}

function openSecret(file: string, name: string): Finding {
  const message = `The secure parameter ${shorten(name)} goes where everybody who may read the workflow reads it, expected a secure parameter of the workflow.`;
  return finding(azurePlaybookRules.secretOpen, { file, pointer: child('/parameters', name), message });
}

/** How a parameter of a workflow is declared secure; undefined where it is not. */
function secureType({ definition }: Workflow, name: string): 'securestring' | 'secureobject' | undefined {
  const type = String(own(objectAt(objectAt(definition, 'parameters'), name), 'type')).toLowerCase();
  return type === 'securestring' || type === 'secureobject' ? type : undefined;
}

/** Values that anybody may read who may read the workflow. */
function openValues(workflow: Workflow, values: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(values).filter(([name]) => secureType(workflow, name) === undefined));
}

/** The values of the parameters: what is given, else what the file says. Of what is secure only the marks. */
function valuesOf(
  workflow: Workflow,
  request: WantedRequest,
): { readonly values: JsonObject; readonly secrets: ReadonlyMap<string, Secret> } {
  const secrets = new Map(request.secrets);
  const declared = Object.keys(objectAt(workflow.definition, 'parameters'));
  const written = new Map(Object.entries(workflow.parameters));
  const values = [...new Set([...declared, ...written.keys()])].flatMap((name): [string, Json][] => {
    if (name === '$connections') return [];
    const holder = written.get(name);
    const said = isObject(holder) ? own(holder, 'value') : undefined;
    const secure = secureType(workflow, name);
    if (secure === undefined) {
      const value = own(request.values, name) ?? said;
      return value === undefined ? [] : [[name, value]];
    }
    if (said !== undefined && marksIn(said).length > 0) return [[name, said]];
    if (said !== undefined && !secrets.has(name)) secrets.set(name, secretOf(said));
    if (!secrets.has(name) && said === undefined && hasDefault(workflow, name)) return [];
    return [[name, secure === 'securestring' ? secretMark(name) : secretObjectMark(name)]];
  });
  return { values: Object.fromEntries(values), secrets };
}

function secretOf(value: Json): Secret {
  return new Secret(typeof value === 'string' ? value : writeJson(value, { indent: 0 }).trimEnd());
}

function hasDefault({ definition }: Workflow, name: string): boolean {
  return own(objectAt(objectAt(definition, 'parameters'), name), 'defaultValue') !== undefined;
}

function triggerOf({ calls }: Workflow, connections: readonly WantedConnection[]): SentinelTrigger | undefined {
  const trigger = calls.find(({ step }) => step.kind === 'trigger');
  const connection = connections.find(({ key }) => key === trigger?.key);
  if (trigger?.path === undefined || connection?.api.name.toLowerCase() !== SENTINEL_API) return undefined;
  if (trigger.path === '/incident-creation') return 'Incidents';
  if (trigger.path === '/subscribe') return 'Alerts';
  return trigger.path.startsWith('/entity/') ? 'entity' : undefined;
}

function signInsOf({ steps }: Workflow): readonly SignIn[] {
  return steps.flatMap(({ name, type, value }) => {
    const authentication = objectAt(objectAt(value, 'inputs'), 'authentication');
    const isOwn = String(own(authentication, 'type')).toLowerCase() === 'managedserviceidentity';
    if (type.toLowerCase() !== 'http' || !isOwn) return [];
    const audience = own(authentication, 'audience');
    return [{ action: name, audience: typeof audience === 'string' ? audience : '' }];
  });
}
