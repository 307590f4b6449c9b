import { ourTags, type Tags } from '../azure/tags.js';
import { WEB_VERSION } from '../azure/target.js';
import { own, type Json } from '../core/json.js';
import { withoutEndingSlashes } from '../wire/ending-slashes.js';
import { inputName, type BicepParameter } from './bicep-parameters.js';
import { bicepKey, bicepPart, bicepText, bicepValue } from './bicep-text.js';
import { ICON_FILE } from './connector-files.js';
import type { ConnectionInput } from './connection-input.js';
import { GENERATED } from './export-file.js';
import type { Exported } from './exported.js';

/** The module: the connector, and a connection of it. */
export function bicepModule(what: Exported, parameters: readonly BicepParameter[]): string {
  return [
    `// ${GENERATED}. Export again instead of editing.`,
    ...parameters.flatMap(({ name, type, isSecret }) => [...(isSecret ? ['@secure()'] : []), `param ${name} ${type}`]),
    '',
    "var definition = loadJsonContent('apiDefinition.swagger.json')",
    ...(hasForm(what) ? ["var form = loadJsonContent('apiProperties.json').properties"] : []),
    '',
    ...connector(what),
    '',
    ...connection(what),
    '',
    'output connectorId string = connector.id',
    'output connectionId string = connection.id',
    '',
  ].join('\n');
}

/** Properties that the module takes from files, or makes itself. */
const special: ReadonlySet<string> = new Set(['backendService', 'connectionParameters', 'swagger', 'iconUri']);

/** As `publish` sends it. The types of Bicep know less of connection parameters than the service does: `any` says so. */
function connector(what: Exported): readonly string[] {
  const { properties, tags, place } = what;
  const plain = Object.entries(properties).filter(([name]) => !special.has(name));
  const { serviceUrl, swagger } = placed(place, properties);
  return [
    `resource connector 'Microsoft.Web/customApis@${WEB_VERSION}' = {`,
    '  name: connectorName',
    '  location: location',
    `  tags: ${bicepValue(tags, '\n  ')}`,
    '  properties: {',
    ...plain.map(([name, value]) => `    ${bicepKey(name)}: ${bicepValue(value, '\n    ')}`),
    ...(Object.hasOwn(properties, 'iconUri') ? [`    iconUri: loadTextContent('${ICON_FILE}')`] : []),
    `    backendService: { serviceUrl: ${serviceUrl} }`,
    `    connectionParameters: ${hasForm(what) ? 'any(form.connectionParameters)' : '{}'}`,
    `    swagger: ${swagger}`,
    '  }',
    '}',
  ];
}

function hasForm({ connector: { properties } }: Exported): boolean {
  return properties.properties.connectionParameters !== undefined;
}

function placed(
  place: Exported['place'],
  properties: Exported['properties'],
): { readonly serviceUrl: string; readonly swagger: string } {
  if (place.kind === 'fixed') {
    const service = own(properties, 'backendService') as { readonly serviceUrl: string }; // `wantedProperties` puts it there
    return { serviceUrl: bicepText(service.serviceUrl), swagger: 'definition' };
  }
  if (place.kind === 'resource') {
    const host = `\${toLower(resourceName)}${bicepPart(place.suffix)}`;
    return {
      serviceUrl: `'https://${host}${bicepPart(withoutEndingSlashes(place.basePath))}'`,
      swagger: `union(definition, { host: '${host}' })`,
    };
  }
  return {
    serviceUrl: "'https://${serviceHost}${serviceBasePath == '/' ? '' : serviceBasePath}'",
    swagger: 'union(definition, { host: serviceHost, basePath: serviceBasePath })',
  };
}

/** As `publish` sends it. */
function connection({ inputs: { given }, customerTags }: Exported): readonly string[] {
  return [
    `resource connection 'Microsoft.Web/connections@${WEB_VERSION}' = {`,
    '  name: connectionName',
    '  location: location',
    ...tagLines(customerTags),
    '  properties: {',
    '    displayName: connectionName',
    '    api: { id: connector.id }',
    ...(given.length === 0
      ? []
      : ['    parameterValues: {', ...given.map((one) => `      ${bicepKey(one.name)}: ${value(one)}`), '    }']),
    '  }',
    '}',
  ];
}

function tagLines(tags: Tags): readonly string[] {
  const lines = Object.entries(tags).map(
    ([name, one]: [string, Json]) => `    ${bicepKey(name)}: ${bicepValue(one, '\n    ')}`,
  );
  return ['  tags: {', ...lines, `    ${bicepKey(ourTags.connector)}: connectorName`, '  }'];
}

function value(one: ConnectionInput): string {
  const { isSecret, prefix } = one;
  const given = isSecret ? `trim(${inputName(one)})` : inputName(one);
  if (prefix === undefined) return given;
  const starts = `startsWith(toLower(${given}), ${bicepText(prefix.toLowerCase())})`;
  return `${starts} ? ${given} : '${bicepPart(prefix)}\${${given}}'`;
}
