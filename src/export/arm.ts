import { calledWrongly } from '../azure/faults.js';
import type { Json, JsonObject } from '../core/json.js';
import { writeJson } from '../core/json-write.js';
import { armReadme } from './arm-readme.js';
import { armTemplate } from './arm-template.js';
import type { ConnectionInput } from './connection-input.js';
import type { ExportFile } from './export-file.js';
import type { Exported } from './exported.js';
import { fillIn, SECRET_NAME, VAULT } from './fill-in.js';

/** Bytes of a template. "Limits for templates", learn.microsoft.com. */
export const MOST_TEMPLATE_BYTES = 4_194_304;

/** A template with a connector and a connection of it, its parameter file, and a README with buttons. Throws a `Fault` for a template that is too large. */
export function armFiles(what: Exported): readonly ExportFile[] {
  return [
    { path: 'azuredeploy.json', text: templateText(armTemplate(what)) },
    { path: 'azuredeploy.parameters.json', text: writeJson(parameterFile(what)), isYours: true },
    { path: 'README.md', text: armReadme(what) },
  ];
}

/** The text of a template, of which each part is deployed so many times. Throws a `Fault` where Azure would not take it. */
export function templateText(template: JsonObject, copies = 1): string {
  const text = writeJson(template);
  const bytes = Buffer.byteLength(text) * copies;
  if (bytes <= MOST_TEMPLATE_BYTES) return text;
  const times = copies === 1 ? '' : `, deployed ${copies} times,`;
  throw calledWrongly(
    `The template${times} has ${bytes} bytes, at most ${MOST_TEMPLATE_BYTES} are allowed.`,
    copies === 1 ? 'Make the definition or the icon smaller.' : 'Split the targets into several stacks.',
  );
}

/** Values to fill in. A secret is named, never written. */
function parameterFile({ name, place, inputs: { given } }: Exported): Json {
  const asked = [
    ...(place.kind === 'resource' ? [['ResourceName', { value: fillIn('the name of your resource') }] as const] : []),
    ...(place.kind === 'server' ? [['ServiceHost', { value: fillIn('the host of the service') }] as const] : []),
    ...given
      .filter(({ fallback }) => fallback === undefined)
      .map((one) => [one.parameter, valueToFillIn(one)] as const),
  ];
  return {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#',
    contentVersion: '1.0.0.0',
    parameters: { CustomConnectorName: { value: name }, ...Object.fromEntries(asked) },
  };
}

function valueToFillIn({ name, type, isSecret }: ConnectionInput): JsonObject {
  if (isSecret) return { reference: { keyVault: { id: VAULT }, secretName: SECRET_NAME } };
  return { value: type === 'string' ? fillIn(name) : type === 'int' ? 0 : false };
}
