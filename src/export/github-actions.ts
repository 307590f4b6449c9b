import { calledWrongly } from '../azure/faults.js';
import { shorten } from '../core/shorten.js';
import { GENERATED, type ExportFile } from './export-file.js';

/** A workflow of GitHub Actions that publishes a fleet. */
export interface FleetWorkflow {
  /** The fleet file, from the root of the repository, with `/`. */
  readonly fleet: string;
  /** The CONNECTOR of targets that name none. */
  readonly connector?: string;
  /** How many machines work on it at the same time. */
  readonly shards: number;
  /** The environment variables that hold keys. */
  readonly variables: readonly string[];
  /** Whether a target leaves its tenant to the repository. */
  readonly asksTenant: boolean;
  /** Whether a target leaves its subscription to the repository. */
  readonly asksSubscription: boolean;
}

/** What a pattern of paths, a shell and an expression leave alone. */
const PLAIN = /^(?!\.\.\/)[\w.][\w./ -]*$/;

/** The workflow: a job for each shard, each signed in by the token of its job. Throws a `Fault` for a path that a workflow cannot hold. */
export function githubActionsFiles(workflow: FleetWorkflow): readonly ExportFile[] {
  const { fleet, connector } = workflow;
  for (const path of [fleet, ...(connector === undefined ? [] : [connector])]) {
    if (!PLAIN.test(path)) {
      const help = 'Run the command at the root of the repository, and use letters, digits, dots, dashes and slashes.';
      throw calledWrongly(`${shorten(path)} cannot be named in a workflow.`, help);
    }
  }
  const name = (fleet.split('/').at(-1) ?? fleet).replace(/\.(?:ya?ml|json)$/i, '').replaceAll(' ', '-');
  return [{ path: `.github/workflows/publish-${name}.yml`, text: workflowText(workflow, name) }];
}

function workflowText(workflow: FleetWorkflow, name: string): string {
  const { fleet, connector, shards } = workflow;
  const given = connector === undefined ? '' : '"$CONNECTOR" ';
  const numbers = Array.from({ length: shards }, (_, index) => index + 1).join(', ');
  return `# ${GENERATED} from ${fleet}. Export again instead of editing.
#
# To be set in the repository (Settings, Secrets and variables, Actions):
${toBeSet(workflow)
  .map((line) => `#   ${line}\n`)
  .join(
    '',
  )}# The application trusts this repository by a federated credential: issuer https://token.actions.githubusercontent.com,
# subject repo:OWNER/REPOSITORY:ref:refs/heads/main. Where targets have a tenant, it is one for several tenants, each of
# which has consented to it and given it the role "Logic App Contributor"; no secret of it is stored anywhere.
name: ${JSON.stringify(`Publish ${fleet}`)}
on:
  workflow_dispatch:
  push:
    branches: [main]
    paths: [${JSON.stringify(fleet)}]
permissions:
  contents: read
  id-token: write
concurrency:
  group: ${JSON.stringify(`publish-${name}`)}
jobs:
  publish:
    name: \${{ matrix.shard }} of ${shards}
    runs-on: ubuntu-latest
    strategy:
      fail-fast: false
      matrix:
        shard: [${numbers}]
    env:
${environment(workflow)
  .map((line) => `      ${line}\n`)
  .join('')}    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 20
      - run: npm ci
      - run: npx connector-kit publish ${given}--target azure --fleet "$FLEET" --shard "$SHARD" --yes
      - uses: actions/upload-artifact@v4
        if: always()
        with:
          name: journal-\${{ matrix.shard }}
          path: .connector-kit/fleet/*.jsonl
          include-hidden-files: true
          overwrite: true
`;
}

function toBeSet({ variables, asksTenant, asksSubscription }: FleetWorkflow): readonly string[] {
  return [
    'variable AZURE_CLIENT_ID: the application that signs in',
    ...(asksTenant ? ['variable AZURE_TENANT_ID: the tenant of targets that name none'] : []),
    ...(asksSubscription ? ['variable AZURE_SUBSCRIPTION_ID: the subscription of targets that name none'] : []),
    ...variables.map((one) => `secret ${one}: a key`),
  ];
}

function environment({ fleet, connector, shards, ...asked }: FleetWorkflow): readonly string[] {
  const variable = (name: string) => `${name}: \${{ vars.${name} }}`;
  return [
    variable('AZURE_CLIENT_ID'),
    ...(asked.asksTenant ? [variable('AZURE_TENANT_ID')] : []),
    ...(asked.asksSubscription ? [variable('AZURE_SUBSCRIPTION_ID')] : []),
    ...asked.variables.map((name) => `${name}: \${{ secrets.${name} }}`),
    ...(connector === undefined ? [] : [`CONNECTOR: ${JSON.stringify(connector)}`]),
    `FLEET: ${JSON.stringify(fleet)}`,
    `SHARD: \${{ matrix.shard }}/${shards}`,
  ];
}
