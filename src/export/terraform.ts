import { connectorFiles, iconFiles } from './connector-files.js';
import { GENERATED, type ExportFile } from './export-file.js';
import type { Exported } from './exported.js';
import { hclLines, hclText } from './hcl-text.js';
import { terraformMain } from './terraform-main.js';
import { terraformReadme } from './terraform-readme.js';
import { variablesOf, type TerraformVariable } from './terraform-variables.js';

/** A Terraform module on the provider azapi, and the connector's own files that it reads. */
export function terraformFiles(what: Exported): readonly ExportFile[] {
  const variables = variablesOf(what);
  return [
    { path: 'versions.tf', text: VERSIONS },
    { path: 'variables.tf', text: variablesText(variables) },
    { path: 'main.tf', text: terraformMain(what) },
    { path: 'outputs.tf', text: OUTPUTS },
    { path: 'terraform.tfvars', text: valuesText(variables), isYours: true },
    ...connectorFiles(what),
    ...iconFiles(what),
    { path: 'README.md', text: terraformReadme(what) },
  ];
}

const HEAD = `# ${GENERATED}. Export again instead of editing.\n\n`;

/** Write-only arguments came with Terraform 1.11, `sensitive_body` with azapi 2.4, `sensitive_body_version` with 2.5. Source: their release notes. */
const VERSIONS = `${HEAD}terraform {
  required_version = ">= 1.11"

  required_providers {
    azapi = {
      source  = "Azure/azapi"
      version = ">= 2.5, < 3.0"
    }
  }
}
`;

const OUTPUTS = `${HEAD}output "connector_id" {
  value = azapi_resource.connector.id
}

output "connection_id" {
  value = azapi_resource.connection.id
}
`;

function variablesText(variables: readonly TerraformVariable[]): string {
  return HEAD + variables.map(variableText).join('\n');
}

function variableText({ name, type, isSecret, description, fallback }: TerraformVariable): string {
  const lines = hclLines(
    [
      ['description', hclText(description)],
      ['type', type],
      ...(isSecret ? [['sensitive', 'true'] as const, ['ephemeral', 'true'] as const] : []),
      ...(fallback === undefined ? [] : [['default', fallback] as const]),
    ],
    '\n  ',
  );
  return `variable "${name}" {${lines}\n}\n`;
}

/** Values to fill in; secrets come from the environment. */
function valuesText(variables: readonly TerraformVariable[]): string {
  const secrets = variables.filter(({ isSecret }) => isSecret);
  const values = variables.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value] as const]));
  return [
    '# Fill in what stands between < and >.',
    ...secrets.map(({ name }) => `# ${name} is no value for a file: set TF_VAR_${name}.`),
    hclLines(values, '\n'),
    '',
  ].join('\n');
}
