import { bicepModule } from './bicep-module.js';
import { bicepText } from './bicep-text.js';
import { calledWrongly } from '../azure/faults.js';
import { readJson } from '../core/json-read.js';
import { writeJson } from '../core/json-write.js';
import { connectorFiles, iconFiles } from './connector-files.js';
import { GENERATED, type ExportFile } from './export-file.js';
import type { Exported } from './exported.js';
import { bicepReadme } from './bicep-readme.js';
import { parametersOf, type BicepParameter } from './bicep-parameters.js';

/** Characters of a file that `loadJsonContent` takes. "File functions for Bicep", learn.microsoft.com. */
const MOST_JSON = 1_048_576;
/** Characters of a file that `loadTextContent` takes. The same page. */
const MOST_TEXT = 131_072;

/** Of the 64 that the name of a deployment may have. */
const NAME_CHARACTERS = 57;

/** Bicep files with a module, the connector's own files that it loads, and a parameter file. Throws a `Fault` for a file that Bicep would not load. */
export function bicepFiles(what: Exported): readonly ExportFile[] {
  const loaded = [...connectorFiles(what).map(loadable), ...iconFiles(what)];
  for (const { path, text } of loaded) {
    const most = path.endsWith('.json') ? MOST_JSON : MOST_TEXT;
    if (text.length <= most) continue;
    const message = `${path} has ${text.length} characters, at most ${most} can be loaded by Bicep.`;
    throw calledWrongly(message, 'Make it smaller, or export it as arm.');
  }
  const parameters = parametersOf(what);
  return [
    { path: 'main.bicep', text: mainText(what, parameters) },
    { path: 'connector.bicep', text: bicepModule(what, parameters) },
    { path: 'main.bicepparam', text: parameterFile(parameters), isYours: true },
    ...loaded,
    { path: 'README.md', text: bicepReadme(what) },
  ];
}

/** A large document without the white space between its parts. */
function loadable(file: ExportFile): ExportFile {
  if (file.text.length <= MOST_JSON) return file;
  return { ...file, text: writeJson(readJson(file.path, file.text).value ?? {}, { indent: 0 }) };
}

function mainText({ name: own, title }: Exported, parameters: readonly BicepParameter[]): string {
  return [
    `// ${GENERATED}. Export again instead of editing.`,
    `metadata name = ${bicepText(title)}`,
    '',
    "targetScope = 'resourceGroup'",
    ...parameters.flatMap(({ name, type, isSecret, description, fallback }) => [
      '',
      ...(isSecret ? ['@secure()'] : []),
      `@description(${bicepText(description)})`,
      `param ${name} ${type}${fallback === undefined ? '' : ` = ${fallback}`}`,
    ]),
    '',
    "module connector 'connector.bicep' = {",
    `  name: ${bicepText(`${own.slice(0, NAME_CHARACTERS)}-module`)}`,
    '  params: {',
    ...parameters.map(({ name }) => `    ${name}: ${name}`),
    '  }',
    '}',
    '',
    'output connectorId string = connector.outputs.connectorId',
    'output connectionId string = connector.outputs.connectionId',
    '',
  ].join('\n');
}

function parameterFile(parameters: readonly BicepParameter[]): string {
  return [
    "using './main.bicep'",
    '',
    '// Fill in what stands between < and >.',
    ...parameters.flatMap(({ name, value }) => (value === undefined ? [] : [`param ${name} = ${value}`])),
    '',
  ].join('\n');
}
