import type { Places } from './places.js';

/** A workflow of GitHub Actions that checks what `npm test` checks, with annotations at the lines. */
export function workflowText({ hasSamples }: Places): string {
  return `name: check
on:
  push:
    branches: [main]
  pull_request:
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 20
      - run: npm ci
      - run: npm run types
      - run: npm run build -- --check
      - run: npm run lint -- --format github
${hasSamples ? '      - run: npm run contract -- --format github\n' : ''}`;
}

/** The same for Azure Pipelines, with the contract test among its test results. */
export function pipelineText({ hasSamples }: Places): string {
  const contract = `  - script: npm run --silent contract -- --format junit > contract.xml
    displayName: Contract test
  - task: PublishTestResults@2
    condition: succeededOrFailed()
    inputs:
      testResultsFormat: JUnit
      testResultsFiles: contract.xml
`;
  return `trigger:
  - main
pool:
  vmImage: ubuntu-latest
steps:
  - task: UseNode@1
    inputs:
      version: 20.x
  - script: npm ci
    displayName: Install
  - script: npm run types
    displayName: Types
  - script: npm run build -- --check
    displayName: Are the connector's files what the sources give?
  - script: npm run lint
    displayName: Lint
${hasSamples ? contract : ''}`;
}

/** Hooks for pre-commit: no commit with stale files or errors. */
export function hooksText(): string {
  const hook = (id: string, name: string, entry: string) => `      - id: ${id}
        name: ${name}
        entry: ${entry}
        language: system
        pass_filenames: false
        files: ^(src|connectors)/
`;
  return `repos:
  - repo: local
    hooks:
${hook('connector-build', "the connector's files are what the sources give", 'npm run --silent build -- --check')}${hook('connector-lint', 'the connector has no errors', 'npm run --silent lint')}`;
}
