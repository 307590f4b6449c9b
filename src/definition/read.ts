import type { SourceDocument } from '../core/document.js';
import { finding, type Finding } from '../core/finding.js';
import { didYouMean } from '../core/nearest.js';
import { child } from '../core/pointer.js';
import { shorten } from '../core/shorten.js';
import { refFindings } from '../openapi/ref-findings.js';
import { readByShape } from '../openapi/structure-read.js';
import { readDefinition } from '../openapi/structure.js';
import type { Document } from '../openapi/types.js';
import { definitionFindings } from '../openapi/validity.js';
import { operations } from '../openapi/walk.js';
import type { ApiProperties, Connector, Contract } from './connector.js';
import { contractShape } from './contract-table.js';
import { propertiesShape } from './properties-table.js';
import { inDocumentOrder } from './read-order.js';
import { contractRules, contractShapeRules, propertiesShapeRules } from './rules.js';

/** The documents of a connector, as they were read from its files. */
export interface ConnectorSources {
  /** What files and messages call it. */
  readonly name: string;
  /** `apiDefinition.swagger.json` */
  readonly definition: SourceDocument;
  /** `apiProperties.json` */
  readonly properties?: SourceDocument;
  /** `contract.json` */
  readonly contract?: SourceDocument;
}

/** A connector, as far as it could be read, and all that is wrong with its documents. */
export interface ReadConnector {
  readonly connector: Connector | undefined;
  /** By document: the definition's, the properties', the contract's, each in document order. Line and column only where the text itself is wrong. */
  readonly findings: readonly Finding[];
}

/**
 * Reads a connector from its documents. It is given whenever there is a definition at all, without the parts that have the wrong JSON kind;
 * whether it is sound is in the findings. A document that is absent or cannot be read counts as empty.
 */
export function readConnector({ name, definition, properties, contract }: ConnectorSources): ReadConnector {
  const read = checkedDefinition(definition);
  const branding = checkedProperties(properties);
  const promises = checkedContract(contract, read.value);
  return {
    connector: read.value && {
      name,
      definition: read.value,
      properties: branding.value,
      contract: promises.value,
    },
    findings: [...read.findings, ...branding.findings, ...promises.findings],
  };
}

/** A part of a connector, and the findings about its document in document order. */
interface Checked<Value> {
  readonly value: Value;
  readonly findings: readonly Finding[];
}

function checkedDefinition(source: SourceDocument): Checked<Document | undefined> {
  const { definition, findings } = readDefinition(source);
  const deeper = definition === undefined ? [] : [...definitionFindings(definition), ...refFindings(definition)];
  return { value: definition, findings: allFindings(source, [...findings, ...deeper]) };
}

function checkedProperties(source: SourceDocument | undefined): Checked<ApiProperties> {
  if (source?.value === undefined) return { value: { properties: {} }, findings: source?.findings ?? [] };
  const { file } = source;
  const { value, findings } = readByShape(source.value, { shape: propertiesShape, rules: propertiesShapeRules, file });
  // the table follows the type: what is left has it
  const properties = (value ?? { properties: {} }) as unknown as ApiProperties;
  return { value: properties, findings: allFindings(source, findings) };
}

function checkedContract(source: SourceDocument | undefined, definition: Document | undefined): Checked<Contract> {
  const empty: Contract = { formatVersion: 1, operations: {} };
  if (source?.value === undefined) return { value: empty, findings: source?.findings ?? [] };
  const { file } = source;
  const { value, findings } = readByShape(source.value, { shape: contractShape, rules: contractShapeRules, file });
  // the table follows the type: what is left has it
  const contract = (value ?? empty) as unknown as Contract;
  const unknown = definition === undefined ? [] : unknownOperations(contract, definition);
  return { value: contract, findings: allFindings(source, [...findings, ...unknown, ...wrongPlaces(contract)]) };
}

function allFindings({ file, value, findings }: SourceDocument, found: readonly Finding[]): Finding[] {
  return [...findings, ...inDocumentOrder(found, value ?? null).map((one) => ({ ...one, file }))];
}

function unknownOperations(contract: Contract, definition: Document): Finding[] {
  const ids = new Set(operations(definition).map(({ operation }) => operation.operationId ?? ''));
  const named = Object.keys(contract.operations).map((id) => ({ id, pointer: child('/operations', id) }));
  const probed = contract.probe ? [{ id: contract.probe.operation, pointer: '/probe/operation' }] : [];
  const unknown = [...probed, ...named].filter(({ id }) => !ids.has(id));
  return unknown.map(({ id, pointer }, index) => {
    const near = index < maxHints ? didYouMean(id, [...ids]) : '';
    const message = `${shorten(id)} is no operationId of the definition.${near}`;
    return finding(contractRules.unknownOperation, { pointer, message });
  });
}

/** What is no pointer among the places of `usage`. */
function wrongPlaces({ operations }: Contract): Finding[] {
  return Object.entries(operations).flatMap(([id, { responses = {} }]) =>
    Object.entries(responses).flatMap(([status, { usage = {} }]) =>
      Object.entries(usage).flatMap(([name, place]) => {
        if (place.startsWith('/')) return [];
        const pointer = ['operations', id, 'responses', status, 'usage', name].reduce(child, '');
        const message = `The place is ${shorten(place)}, expected a JSON Pointer such as "/usage/total".`;
        return [finding(contractRules.usage, { pointer, message })];
      }),
    ),
  );
}

/** For how many unknown names a near one is looked for: each is held against every name there is. */
const maxHints = 50;
