import { postDeployment, prerequisites } from './arm-metadata.js';
import type { Exported } from './exported.js';
import { bullets, markdown, plain, shell } from './markdown.js';
import { variableName } from './terraform-variables.js';

/** How the module is applied, and what becomes of the secrets. */
export function terraformReadme(what: Exported): string {
  const secrets = what.inputs.given.filter(({ isSecret }) => isSecret).map(variableName);
  return markdown(what.title, [
    plain(what.description),
    'The module makes a Logic Apps custom connector and a connection of it with the provider azapi: azurerm has no resource for either. The definition is `apiDefinition.swagger.json`, the form of the connection `apiProperties.json`.',
    '## Before',
    bullets(['Terraform 1.11 or later.', ...prerequisites(what)].map(plain)),
    '## Apply',
    'Fill in `terraform.tfvars`, and:',
    shell([...secrets.map((name) => `export TF_VAR_${name}=...`), 'terraform init', 'terraform apply']),
    ...(secrets.length === 0
      ? []
      : [
          'A secret is sent and kept in no plan and no state. Where it is another one, count `secrets_version` up: Terraform has nothing to compare it with.',
        ]),
    'Azure does not give the definition back, so a change that somebody made by hand is not seen by `terraform plan`; `connector-kit drift` sees it.',
    '## After',
    bullets(postDeployment(what).map(plain)),
  ]);
}
