import { ourTags } from '../azure/tags.js';
import { WEB_VERSION } from '../azure/target.js';
import { own } from '../core/json.js';
import { withoutEndingSlashes } from '../wire/ending-slashes.js';
import { ICON_FILE } from './connector-files.js';
import type { ConnectionInput } from './connection-input.js';
import { GENERATED } from './export-file.js';
import type { Exported } from './exported.js';
import { hclLines, hclObject, hclPart, hclText, hclValue } from './hcl-text.js';
import { variableName } from './terraform-variables.js';

type Member = readonly [name: string, value: string];

/** The connector, and a connection of it. The secrets are in no plan and no state. */
export function terraformMain(what: Exported): string {
  return [
    `# ${GENERATED}. Export again instead of editing.`,
    '',
    block('locals', locals(what)),
    block('resource "azapi_resource" "connector"', connector(what)),
    block('resource "azapi_resource" "connection"', connection(what)),
  ].join('\n');
}

function block(head: string, members: readonly Member[]): string {
  return `${head} {${hclLines(members, '\n  ')}\n}\n`;
}

const AT = '\n  ';

function locals({ place, properties, connector: { properties: form } }: Exported): readonly Member[] {
  const hasForm = form.properties.connectionParameters !== undefined;
  return [
    ['definition', 'jsondecode(file("${path.module}/apiDefinition.swagger.json"))'],
    ...(hasForm ? [['form', 'jsondecode(file("${path.module}/apiProperties.json")).properties'] as const] : []),
    ...placeLocals(place, properties),
  ];
}

function placeLocals(place: Exported['place'], properties: Exported['properties']): readonly Member[] {
  if (place.kind === 'fixed') {
    const service = own(properties, 'backendService') as { readonly serviceUrl: string }; // `wantedProperties` puts it there
    return [['service_url', hclText(service.serviceUrl)]];
  }
  if (place.kind === 'resource') {
    return [
      ['host', `"\${lower(var.resource_name)}${hclPart(place.suffix)}"`],
      ['service_url', `"https://\${local.host}${hclPart(withoutEndingSlashes(place.basePath))}"`],
    ];
  }
  return [['service_url', '"https://${var.service_host}${var.service_base_path == "/" ? "" : var.service_base_path}"']];
}

/** Properties that come from files, or are made in the module. */
const special: ReadonlySet<string> = new Set(['backendService', 'connectionParameters', 'swagger', 'iconUri']);

/** As `publish` sends it. The provider's schema knows less of connection parameters than the service does. */
function connector({ properties, tags, place, connector: { properties: form } }: Exported): readonly Member[] {
  const hasForm = form.properties.connectionParameters !== undefined;
  const line = `${AT}    `;
  const plain = Object.entries(properties).filter(([name]) => !special.has(name));
  const body: readonly Member[] = [
    ...plain.map(([name, value]) => [name, hclValue(value, line)] as const),
    ...(Object.hasOwn(properties, 'iconUri') ? [['iconUri', `file("\${path.module}/${ICON_FILE}")`] as const] : []),
    ['backendService', hclObject([['serviceUrl', 'local.service_url']], line)],
    ['connectionParameters', hasForm ? 'local.form.connectionParameters' : '{}'],
    ['swagger', definition(place)],
  ];
  return [
    ...head('Microsoft.Web/customApis', 'var.connector_name', hclValue(tags, AT)),
    ['body', hclObject([['properties', hclObject(body, `${AT}  `)]], AT)],
  ];
}

function head(type: string, name: string, tags: string): readonly Member[] {
  return [
    ['type', hclText(`${type}@${WEB_VERSION}`)],
    ['parent_id', 'var.resource_group_id'],
    ['name', name],
    ['location', 'var.location'],
    ['tags', tags],
    ['schema_validation_enabled', 'false'],
  ];
}

function definition(place: Exported['place']): string {
  if (place.kind === 'fixed') return 'local.definition';
  return place.kind === 'resource'
    ? 'merge(local.definition, { host = local.host })'
    : 'merge(local.definition, { host = var.service_host, basePath = var.service_base_path })';
}

/** As `publish` sends it. */
function connection({ inputs: { given }, customerTags }: Exported): readonly Member[] {
  const tags = Object.entries(customerTags).map(([name, value]) => [name, hclText(value)] as const);
  const [secret, plain] = [given.filter(({ isSecret }) => isSecret), given.filter(({ isSecret }) => !isSecret)];
  const line = `${AT}  `;
  const body: readonly Member[] = [
    ['displayName', 'var.connection_name'],
    ['api', hclObject([['id', 'azapi_resource.connector.id']], `${line}  `)],
    ...values(plain, `${line}  `),
  ];
  const versions = secret.map((one) => [`properties.parameterValues.${one.name}`, 'var.secrets_version'] as const);
  return [
    ...head(
      'Microsoft.Web/connections',
      'var.connection_name',
      hclObject([...tags, [ourTags.connector, 'var.connector_name']], AT),
    ),
    ['body', hclObject([['properties', hclObject(body, line)]], AT)],
    ...(secret.length === 0
      ? []
      : ([
          ['sensitive_body', hclObject([['properties', hclObject(values(secret, `${line}  `), line)]], AT)],
          ['sensitive_body_version', hclObject(versions, AT)],
        ] as const)),
  ];
}

function values(inputs: readonly ConnectionInput[], line: string): readonly Member[] {
  const members = inputs.map((one) => [one.name, value(one)] as const);
  return members.length === 0 ? [] : [['parameterValues', hclObject(members, line)]];
}

function value(one: ConnectionInput): string {
  const { isSecret, prefix } = one;
  const given = isSecret ? `trimspace(var.${variableName(one)})` : `var.${variableName(one)}`;
  if (prefix === undefined) return given;
  const starts = `startswith(lower(${given}), ${hclText(prefix.toLowerCase())})`;
  return `${starts} ? ${given} : "${hclPart(prefix)}\${${given}}"`;
}
