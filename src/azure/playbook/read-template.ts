import { deployedResources } from '../../arm/deploy.js';
import type { ArmResource } from '../../arm/deploy-order.js';
import { parseResourceId } from '../../arm/resource-id.js';
import { finding, type Finding } from '../../core/finding.js';
import { isObject, own, type Json, type JsonObject } from '../../core/json.js';
import { shorten } from '../../core/shorten.js';
import { objectAt } from '../../workflow/find.js';
import { calledWrongly } from '../faults.js';
import { azurePlaybookRules } from './rules.js';
import { secretMark, secretObjectMark } from './secret-marks.js';
import type { WantedRequest } from './wanted-request.js';
import { CONNECTION, type Target } from '../target.js';

/** A workflow as its file has it, all of the file's expressions resolved for the target. */
export interface FoundResource {
  readonly name: string;
  /** `definition` and `parameters`, as the resource has them. */
  readonly properties: JsonObject;
  readonly tags: JsonObject;
  /** The ids of its user-assigned identities. */
  readonly identities: readonly string[];
  /** The connections that the template makes, by their names in lower case. */
  readonly made: ReadonlyMap<string, { readonly api: string; readonly identity: boolean }>;
  /** The custom connector that the template's own parameter names: what it is by itself, `''` where nothing is, and what it was given. */
  readonly renamed?: { readonly from: string; readonly to: string };
}

const WORKFLOW = 'microsoft.logic/workflows';
/** The parameters that the contribution guide for playbooks asks for. */
const NAME = 'PlaybookName';
const CONNECTOR = 'CustomConnectorName';

/** The workflow that a template makes in the target. What else the template makes is told of, and left out. */
export function resourceOfTemplate(
  template: JsonObject,
  request: WantedRequest,
  { subscription, group, location }: Target,
): { readonly found: FoundResource | undefined; readonly findings: readonly Finding[] } {
  const { file } = request.source;
  const { resources, problems } = deployedResources({
    template,
    scope: { subscription, group: { name: group, location: location ?? '' } },
    parameters: parametersFor(template, request),
  });
  if (problems.length > 0) {
    const findings = problems.map(({ pointer, message }) =>
      finding(azurePlaybookRules.template, { file, pointer, message }),
    );
    return { found: undefined, findings };
  }
  const workflow = chosenWorkflow(resources, request);
  const renamed = renamedIn(template, request);
  return {
    found: { ...foundIn(workflow, resources), ...(renamed && { renamed }) },
    findings: leftOut(resources, workflow, file),
  };
}

function parameterNamed(template: JsonObject, name: string): string | undefined {
  return Object.keys(objectAt(template, 'parameters')).find((one) => one.toLowerCase() === name.toLowerCase());
}

function renamedIn(template: JsonObject, { connectors, values }: WantedRequest): FoundResource['renamed'] {
  const key = parameterNamed(template, CONNECTOR);
  const to = key === undefined ? undefined : (connectors.get('') ?? own(values, key));
  if (key === undefined || typeof to !== 'string') return undefined;
  const plain = own(objectAt(objectAt(template, 'parameters'), key), 'defaultValue');
  const from = typeof plain === 'string' && !plain.startsWith('[') ? plain : '';
  return from === to ? undefined : { from, to };
}

/** What the template is filled with: of a secret, its mark. */
function parametersFor(template: JsonObject, { name, values, connectors }: WantedRequest): JsonObject {
  const given = { ...values };
  const put = (parameter: string, value: string | undefined): void => {
    const key = parameterNamed(template, parameter);
    if (key !== undefined && value !== undefined) given[key] = value;
  };
  put(NAME, name);
  put(CONNECTOR, connectors.get(''));
  const entries = Object.entries(objectAt(template, 'parameters')).flatMap(([key, declared]): [string, Json][] => {
    const type = String(isObject(declared) ? own(declared, 'type') : '').toLowerCase();
    if (type === 'securestring') return [[key, { value: secretMark(key) }]];
    if (type === 'secureobject') return [[key, { value: secretObjectMark(key) }]];
    const value = own(given, key);
    return value === undefined ? [] : [[key, { value }]];
  });
  return Object.fromEntries(entries);
}

function typeOf({ id }: ArmResource): string {
  return parseResourceId(id)?.type.toLowerCase() ?? '';
}

function nameOf({ id }: ArmResource): string {
  return parseResourceId(id)?.names.at(-1) ?? '';
}

function chosenWorkflow(resources: readonly ArmResource[], { which, source }: WantedRequest): ArmResource {
  const all = resources.filter((one) => typeOf(one) === WORKFLOW);
  const named = all.filter((one) => nameOf(one) === which);
  const [only, ...others] = named.length > 0 ? named : all;
  if (only !== undefined && others.length === 0) return only;
  const names = all.map((one) => `${source.file}#${nameOf(one)}`).join(', ');
  throw calledWrongly(
    `${shorten(source.file)} makes ${all.length} workflows, expected one.`,
    all.length === 0 ? 'Give a template that makes a workflow.' : `Say which one: ${names}.`,
  );
}

function foundIn(workflow: ArmResource, resources: readonly ArmResource[]): FoundResource {
  const made = resources.filter((one) => typeOf(one) === CONNECTION.toLowerCase());
  return {
    name: nameOf(workflow),
    properties: objectAt(workflow.body, 'properties'),
    tags: objectAt(workflow.body, 'tags'),
    identities: identitiesIn(workflow.body),
    made: new Map(
      made.map((one) => {
        const properties = objectAt(one.body, 'properties');
        const api = own(objectAt(properties, 'api'), 'id');
        const identity = own(properties, 'parameterValueType') === 'Alternative';
        return [nameOf(one).toLowerCase(), { api: typeof api === 'string' ? api : '', identity }];
      }),
    ),
  };
}

/** The ids of the user-assigned identities of a workflow's resource. */
export function identitiesIn(resource: JsonObject): readonly string[] {
  return Object.keys(objectAt(objectAt(resource, 'identity'), 'userAssignedIdentities'));
}

function leftOut(resources: readonly ArmResource[], workflow: ArmResource, file: string): readonly Finding[] {
  return resources.flatMap((one) => {
    if (one === workflow || typeOf(one) === CONNECTION.toLowerCase()) return [];
    const message = `The template also makes ${shorten(`${typeOf(one)}/${nameOf(one)}`, 100)}, which is left out: only the workflow and its connections are published.`;
    return [finding(azurePlaybookRules.leftOut, { file, pointer: '', message })];
  });
}
