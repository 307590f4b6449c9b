import type { Places } from './places.js';

/** The page that tells what is where, and what to do next. */
export function readmeText(places: Places): string {
  const { folder, name, origin } = places;
  return `# ${name}

A custom connector for Logic Apps as code, made from ${origin} by \`connector-kit init\`.

| where | what |
|---|---|
| \`src/connector.ts\` | the connector: change it here |
| \`${folder}/\` | the files that Azure takes, written by \`npm run build\`; commit them |
| \`samples/\` | recorded exchanges that the connector is tested on |
| \`.github/workflows/check.yml\`, \`azure-pipelines.yml\` | the checks in a pipeline: keep the one that you use |
| \`.pre-commit-config.yaml\` | the checks before a commit, for pre-commit |
${places.hasSuppressed ? `| \`connector-kit.yaml\` | what lint found in ${origin} and is taken as it is |\n` : ''}
\`\`\`sh
npm install
npm test            # types, stale files, lint${places.hasSamples ? ', contract test' : ''}
npm run build       # after a change of src/
npx connector-kit publish ${folder} --target emulator --resource-group test --yes
\`\`\`

Commit \`package-lock.json\` too: the pipelines install what it names.

${places.hasSamples ? samplesText : noSamplesText(places)}`;
}

const samplesText = `## Recordings

\`npm run contract\` holds the connector against each file in \`samples/\`. Add your own: \`npx connector-kit import RECORDING... --out samples\` reads
the run history of a logic app, HAR files, Postman collections and pasted curl commands, and replaces credentials.
`;

function noSamplesText({ folder }: Places): string {
  return `## Recordings

There are none yet, so nothing shows that the service answers as the connector says. \`npx connector-kit call ${folder} OPERATION --record samples\`
makes one call and keeps it; \`npx connector-kit import RECORDING... --out samples\` reads the run history of a logic app, HAR files, Postman
collections and pasted curl commands. Then add \`&& npm run --silent contract\` to the script \`test\` in \`package.json\`.
`;
}
