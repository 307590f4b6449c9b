import type { JsonObject } from '../core/json.js';
import { writeJson } from '../core/json-write.js';
import { MOST_TEMPLATE_BYTES, templateText } from './arm.js';
import { expression, parameter, quoted } from '../arm/write.js';
import { armTemplate } from './arm-template.js';
import type { ConnectionInput } from './connection-input.js';
import { GENERATED, type ExportFile } from './export-file.js';
import type { Exported } from './exported.js';
import { identifier } from './identifier.js';
import { stackReadme } from './stack-readme.js';
import { stackParameters, targetToFillIn, type StackTarget } from './stack-target.js';

/** Of Microsoft.Resources/deployments. */
const DEPLOYMENTS_VERSION = '2022-09-01';

/** Of the 64 that the name of a deployment may have: the rest is a number. */
const NAME_CHARACTERS = 59;

/** A template for a deployment stack at the scope of a subscription, and the parameter file with its targets. Throws a `Fault` for a template that is too large. */
export function stackFiles(what: Exported, targets?: readonly StackTarget[]): readonly ExportFile[] {
  return [
    stackFile(what, 'stack.json', targets?.length),
    stackParametersFile(what, targets ?? [targetToFillIn(what)], 'stack.parameters.json'),
    { path: 'README.md', text: stackReadme(what) },
  ];
}

/** The template of a stack with so many targets. Throws a `Fault` where Azure would not take it. */
export function stackFile(what: Exported, path: string, targets?: number): ExportFile {
  return { path, text: templateText(stackTemplate(what), targets) };
}

/** The parameter file of a stack. */
export function stackParametersFile(what: Exported, targets: readonly StackTarget[], path: string): ExportFile {
  return { path, text: writeJson(stackParameters(what, targets)), isYours: true };
}

/** How many targets a stack can have: 1 also where the template alone is too large. */
export function mostTargets(what: Exported): number {
  return Math.max(1, Math.floor(MOST_TEMPLATE_BYTES / Buffer.byteLength(writeJson(stackTemplate(what)))));
}

/** A deployment for each target, of the same template as `--as arm`, with a scope of its own. */
function stackTemplate(what: Exported): JsonObject {
  const template = armTemplate(what);
  const { metadata: _, ...inner } = template;
  return {
    $schema: 'https://schema.management.azure.com/schemas/2018-05-01/subscriptionDeploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    metadata: {
      comments: `${GENERATED}. Export again instead of editing.`,
      title: what.title,
      description: what.description,
    },
    parameters: {
      Targets: {
        type: 'array',
        metadata: { description: 'Where the connector shall be; the secrets stay in key vaults, which are named.' },
      },
    },
    resources: [
      {
        type: 'Microsoft.Resources/deployments',
        apiVersion: DEPLOYMENTS_VERSION,
        name: expression(`concat(${quoted(`${what.name.slice(0, NAME_CHARACTERS)}-`)}, copyIndex())`),
        resourceGroup: ofTarget('resourceGroup'),
        copy: { name: 'targets', count: expression(`length(${parameter('Targets')})`) },
        properties: {
          mode: 'Incremental',
          expressionEvaluationOptions: { scope: 'inner' },
          parameters: Object.fromEntries(deploymentParameters(what)),
          template: inner,
        },
      },
    ],
  };
}

/** What of a target goes to which parameter of the template. */
function deploymentParameters({ place, inputs: { given } }: Exported): readonly (readonly [string, JsonObject])[] {
  const named: readonly string[] = [
    'CustomConnectorName',
    'ConnectionName',
    'Location',
    ...(place.kind === 'resource' ? ['ResourceName'] : []),
    ...(place.kind === 'server' ? ['ServiceHost', 'ServiceBasePath'] : []),
  ];
  return [
    ...named.map((name) => [name, { value: ofTarget(fieldOf(name)) }] as const),
    ...given.map((one) => [one.parameter, inputOf(one)] as const),
  ];
}

function fieldOf(name: string): string {
  return name === 'CustomConnectorName' ? 'connectorName' : identifier(name, 'camel');
}

function inputOf({ parameter: name, isSecret }: ConnectionInput): JsonObject {
  if (!isSecret) return { value: ofTarget('values', name) };
  return {
    reference: {
      keyVault: { id: ofTarget('secrets', name, 'keyVaultId') },
      secretName: ofTarget('secrets', name, 'secretName'),
    },
  };
}

/** `[parameters('Targets')[copyIndex()].a.b]`. */
function ofTarget(...keys: readonly string[]): string {
  return expression(`${parameter('Targets')}[copyIndex()]${keys.map((key) => `[${quoted(key)}]`).join('')}`);
}
