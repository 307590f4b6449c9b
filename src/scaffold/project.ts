import { writeJson } from '../core/json-write.js';
import { writeConnector } from '../definition/write.js';
import type { Connector } from '../definition/connector.js';
import { baselineText, type Suppressed } from './baseline.js';
import { modulesOf, type ProjectFile } from './modules.js';
import { hooksText, pipelineText, workflowText } from './pipelines.js';
import type { Places } from './places.js';
import { programOf } from './program.js';
import { readmeText } from './readme.js';

/** What a new project is made of. */
export interface ProjectParts {
  /** What npm calls it. */
  readonly name: string;
  /** Of this library. */
  readonly version: string;
  readonly connector: Connector;
  /** What it was made from, as a sentence says it: `connectors/tickets`. */
  readonly origin: string;
  /** Recordings that it is tested on, by the name of their file. */
  readonly samples: readonly ProjectFile[];
  readonly suppressed: readonly Suppressed[];
}

/** The version of the compiler that the generated code is tested with. */
const typescript = '^7.0.2';

/** All files of a project that builds a connector, checks it and tests it. */
export function projectFiles(parts: ProjectParts): readonly ProjectFile[] {
  const { samples, suppressed, connector } = parts;
  const { declarations, built } = programOf(connector);
  const places = placesOf(parts);
  const { folder } = places;
  return [
    { path: 'README.md', text: readmeText(places) },
    { path: 'package.json', text: packageText(parts, places) },
    { path: 'tsconfig.json', text: writeJson(compilerOptions) },
    { path: '.gitignore', text: 'node_modules/\n.connector-kit/\n' },
    { path: '.pre-commit-config.yaml', text: hooksText() },
    { path: '.github/workflows/check.yml', text: workflowText(places) },
    { path: 'azure-pipelines.yml', text: pipelineText(places) },
    ...(suppressed.length > 0 ? [{ path: 'connector-kit.yaml', text: baselineText(suppressed, folder) }] : []),
    ...modulesOf(declarations, 'connector').map(({ path, text }) => ({ path: `src/${path}`, text })),
    ...writeConnector(built).map(({ path, text }) => ({ path: `${folder}/${path}`, text })),
    ...samples.map(({ path, text }) => ({ path: `samples/${path}`, text })),
  ];
}

function placesOf({ name, connector, origin, samples, suppressed }: ProjectParts): Places {
  return {
    name,
    origin,
    title: connector.definition.info.title,
    folder: `connectors/${connector.name}`,
    hasSamples: samples.length > 0,
    hasSuppressed: suppressed.length > 0,
  };
}

function packageText({ name, version }: ProjectParts, { folder, hasSamples }: Places): string {
  const steps = ['types', 'build -- --check', 'lint', ...(hasSamples ? ['contract'] : [])];
  return writeJson({
    name,
    version: '1.0.0',
    private: true,
    type: 'module',
    scripts: {
      build: 'connector-kit build src/connector.ts --out connectors',
      types: 'tsc',
      lint: `connector-kit lint ${folder}`,
      contract: `connector-kit test ${folder} --samples samples`,
      test: steps.map((step) => `npm run --silent ${step}`).join(' && '),
    },
    dependencies: { 'connector-kit': `^${version}` },
    devDependencies: { typescript },
    engines: { node: '>=20.19.0' },
  });
}

const compilerOptions = {
  compilerOptions: {
    target: 'ES2022',
    lib: ['ES2023'],
    module: 'NodeNext',
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    verbatimModuleSyntax: true,
    skipLibCheck: true,
    noEmit: true,
    types: [],
  },
  include: ['src'],
};
