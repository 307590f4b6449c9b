import { readdirSync, readFileSync } from 'node:fs';
import { readJson } from '../../src/core/json-read.js';
import { isObject, type Json, type JsonObject } from '../../src/core/json.js';
import { readConnector } from '../../src/definition/read.js';
import { lint, type Profile } from '../../src/lint/lint.js';

const root = '../shared/data/connectors';

/** A published connector whose definition is strict JSON and valid OpenAPI 2.0: reading it finds no error. */
export interface Published {
  readonly name: string;
  readonly bytes: number;
  readonly definition: JsonObject;
  readonly properties: JsonObject;
}

/** All of them, by name. */
export function publishedConnectors(): readonly Published[] {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('apiDefinition.swagger.json'),
  );
  return files.toSorted().flatMap((file) => {
    const text = readFileSync(`${root}/${file}`, 'utf8');
    const definition = readJson(definitionFile, text);
    const other = file.replace('apiDefinition.swagger.json', propertiesFile);
    const properties = readJson(propertiesFile, readFileSync(`${root}/${other}`, 'utf8'));
    const { findings } = readConnector({ name: file, definition, properties });
    const broken = findings.some((one) => one.severity === 'error' || one.code === 'json-byte-order-mark');
    if (broken || !isObject(definition.value) || !isObject(properties.value)) return [];
    return [{ name: file, bytes: text.length, definition: definition.value, properties: properties.value }];
  });
}

/** All that reading and the linter say of a connector. */
export function said(definition: Json, properties: Json, profile: Profile = 'logic-apps') {
  const source = (file: string, value: Json) => ({ file, value, findings: [], locate: () => ({ line: 1, column: 1 }) });
  const { connector, findings } = readConnector({
    name: 'seeded',
    definition: source(definitionFile, definition),
    properties: source(propertiesFile, properties),
  });
  const linted = connector === undefined ? [] : lint(connector, { profile });
  return [...findings, ...linted].map(({ code, severity, file, pointer }) => ({
    code,
    severity,
    at: file === propertiesFile ? `${file}#${pointer}` : pointer,
  }));
}

const definitionFile = 'apiDefinition.swagger.json';
const propertiesFile = 'apiProperties.json';
