import type { SourceDocument } from '../../core/document.js';
import type { Finding } from '../../core/finding.js';
import { isObject, type Json } from '../../core/json.js';
import type { ApiProperties, Contract } from '../../definition/connector.js';
import { contractShape } from '../../definition/contract-table.js';
import { propertiesShape } from '../../definition/properties-table.js';
import type { ConnectorSources, ReadConnector } from '../../definition/read.js';
import { contractShapeRules, propertiesShapeRules } from '../../definition/rules.js';
import { readByShape, type ReadOptions } from '../../openapi/structure-read.js';
import { readDefinition } from '../../openapi/structure.js';

/**
 * Reads a connector to compare it: all is reported that keeps a part of it from being read, and no more. Whether it is sound is for `lint`,
 * and does not matter here: a version that is not can still be told from another one. Reading takes half the time so.
 */
export function readVersion({ name, definition, properties, contract }: ConnectorSources): ReadConnector {
  const read = readDefinition(definition);
  const branding = readPart(properties, { shape: propertiesShape, rules: propertiesShapeRules });
  const promises = readPart(contract, { shape: contractShape, rules: contractShapeRules });
  const findings = [...definition.findings, ...read.findings, ...branding.findings, ...promises.findings];
  if (!read.definition) return { connector: undefined, findings };
  const parts = {
    // the tables follow the types: what is left has them
    properties: (branding.value ?? { properties: {} }) as unknown as ApiProperties,
    contract: (promises.value ?? { formatVersion: 1, operations: {} }) as unknown as Contract,
  };
  return { connector: { name, definition: read.definition, ...parts }, findings };
}

function readPart(
  source: SourceDocument | undefined,
  how: Omit<ReadOptions, 'file'>,
): { readonly value: Json | undefined; readonly findings: readonly Finding[] } {
  if (source?.value === undefined) return { value: undefined, findings: source?.findings ?? [] };
  const { value, findings } = readByShape(source.value, { ...how, file: source.file });
  const placed = findings.map((found) => ({ ...found, file: source.file }));
  return { value: isObject(value) ? value : undefined, findings: [...source.findings, ...placed] };
}
