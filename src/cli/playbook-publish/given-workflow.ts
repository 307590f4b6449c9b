import { Fault } from '../../core/fault.js';
import type { Finding } from '../../core/finding.js';
import { isArray, isObject, own, type Json, type JsonObject } from '../../core/json.js';
import { Secret } from '../../core/secret.js';
import { shorten } from '../../core/shorten.js';
import type { WantedRequest } from '../../azure/playbook/wanted-request.js';
import { declarationOf } from '../../playbook/parameters.js';
import { playbookTemplate } from '../../sentinel/template/playbook-template.js';
import type { Playbook } from '../../sentinel/template/about.js';
import { refusals } from '../../workflow/refused/refusals.js';
import { subjectOf } from '../../workflow/refused/subject.js';
import { parameterTexts, valuesForTemplate, valuesForWorkflow } from '../playbook/given-parameters.js';
import { playbookIn, workflowSource, type LoadedPlaybook, type WorkflowSource } from '../playbook/load-playbook.js';
import type { World } from '../world.js';
import { givenPairs } from './given-pairs.js';

/** What the command line says of the workflow itself. */
interface WorkflowFlags {
  readonly name: string | undefined;
  readonly param: readonly string[];
  readonly 'param-env': readonly string[];
  readonly 'connector-name': readonly string[];
}

/** A WORKFLOW that was read; without `request`, findings forbid that it is published. */
export interface GivenWorkflow {
  readonly loaded: LoadedPlaybook;
  readonly request: WantedRequest | undefined;
  /** What is wrong with the file, and what the service refuses of the workflow. */
  readonly findings: readonly Finding[];
}

/** Reads a WORKFLOW and the values of its parameters. Throws a `Fault` for what does not exist, and for a secure value on the command line. */
export async function givenWorkflow(world: World, given: string, flags: WorkflowFlags): Promise<GivenWorkflow> {
  const workflow = asResource(await workflowSource(world, given));
  const open = parameterTexts(world, { param: flags.param, 'param-env': [] });
  const hidden = parameterTexts(world, { param: [], 'param-env': flags['param-env'] });
  const loaded = playbookIn(workflow, valuesForTemplate(workflow, open));
  const { playbook } = loaded;
  if (playbook === undefined) return { loaded, request: undefined, findings: loaded.findings };
  const isSecure = (name: string) =>
    [declarationOf(playbook, name), templateDeclaration(workflow, name)].some((one) => /^secure/i.test(typeIn(one)));
  refuseOpenSecrets([...open.texts.keys()].filter(isSecure));
  const all = { ...open, texts: new Map([...open.texts, ...hidden.texts]) };
  const values = { ...valuesForWorkflow(workflow, playbook, all), ...valuesForTemplate(workflow, all) };
  const secret = [...hidden.texts].filter(([name]) => isSecure(name));
  const refused = refusals(subjectOf(playbook.workflow)).flatMap(({ when, service: _words, ...one }): Finding[] =>
    when === 'save' ? [{ ...one, file: playbook.file }] : [],
  );
  const findings = [...loaded.findings, ...refused];
  const request: WantedRequest = {
    source: workflow.source,
    values: Object.fromEntries(Object.entries(values).filter(([name]) => !isSecure(name))),
    secrets: new Map(secret.map(([name, text]) => [name, new Secret(text)])),
    connectors: givenPairs('--connector-name', flags['connector-name']),
    ...(workflow.wanted !== undefined && { which: workflow.wanted }),
    ...(flags.name !== undefined && { name: flags.name }),
  };
  const isSound = !findings.some(({ severity }) => severity === 'error');
  return { loaded, request: isSound ? request : undefined, findings };
}

function refuseOpenSecrets([name]: readonly string[]): void {
  if (name === undefined) return;
  const help = `Put the value into an environment variable, and give --param-env ${name}=VARIABLE.`;
  throw new Fault('called-wrongly', `The parameter ${shorten(name)} is secure, and arguments are seen by everybody.`, {
    help,
  });
}

function typeIn(declaration: Json | undefined): string {
  const type = isObject(declaration) ? own(declaration, 'type') : undefined;
  return typeof type === 'string' ? type : '';
}

function templateDeclaration({ source }: WorkflowSource, name: string): Json | undefined {
  const parameters = isObject(source.value) ? own(source.value, 'parameters') : undefined;
  return isObject(parameters) ? own(parameters, name) : undefined;
}

/** What a module's builders gave, in the form in which it is published: a playbook is its template, a workflow has its connections beside it. */
function asResource(workflow: WorkflowSource): WorkflowSource {
  const { value } = workflow.source;
  if (!isObject(value) || !isObject(own(value, 'definition'))) return workflow;
  const [kind, connections] = [own(value, 'kind'), own(value, 'connections')];
  if (connections === undefined || !isArray(connections)) return workflow;
  if (kind !== 'playbook' && kind !== 'workflow') return workflow;
  const made = kind === 'playbook' ? playbookTemplate(value as unknown as Playbook) : codeView(value, connections); // what playbook() gave, as JSON
  return { ...workflow, source: { ...workflow.source, value: made } };
}

function codeView(value: JsonObject, connections: readonly Json[]): JsonObject {
  const entries = connections.flatMap((one): [string, Json][] => {
    const [key, api] = isObject(one) ? [own(one, 'key'), own(one, 'api')] : [];
    if (!isObject(one) || typeof key !== 'string' || !isObject(api)) return [];
    const custom = own(api, 'custom');
    const name = isObject(custom) ? own(custom, 'name') : own(api, 'managed');
    const type = isObject(custom) ? 'customApis' : 'locations/any/managedApis';
    const signsIn = { connectionProperties: { authentication: { type: 'ManagedServiceIdentity' } } };
    const id = `/subscriptions/any/providers/Microsoft.Web/${type}/${String(name)}`;
    return [[key, { id, ...(own(one, 'identity') === true && signsIn) }]];
  });
  const { name = null, definition = null } = value;
  return { name, definition, parameters: { $connections: { value: Object.fromEntries(entries) } } };
}
