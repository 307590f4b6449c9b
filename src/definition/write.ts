import type { Json } from '../core/json.js';
import { writeJson } from '../core/json-write.js';
import { inTableOrder } from '../openapi/structure-order.js';
import type { RecordShape } from '../openapi/structure-shape.js';
import { definitionShape } from '../openapi/structure-table.js';
import type { Connector, Contract } from './connector.js';
import { contractShape } from './contract-table.js';
import { contractFile, definitionFiles, propertiesFile } from './folder.js';
import { propertiesShape } from './properties-table.js';

/** A file of a connector's folder: its path in the folder and what it holds. */
export interface ConnectorFile {
  readonly path: string;
  readonly text: string;
}

/** https://learn.microsoft.com/connectors/custom-connectors/coding-standards */
const indentSpaces = 4;

/**
 * The files of a connector, canonically: keys in a fixed order, names of the author's choice in theirs, four spaces, a line break at the end.
 * The same connector gives the same bytes; what is read back has the same value. `contract.json` only where it says something.
 */
export function writeConnector({ definition, properties, contract }: Connector): readonly ConnectorFile[] {
  return [
    file(definitionFiles[0], definition, definitionShape),
    file(propertiesFile, properties, propertiesShape),
    ...(saysSomething(contract) ? [file(contractFile, contract, contractShape)] : []),
  ];
}

function saysSomething({ formatVersion: _version, operations, ...more }: Contract): boolean {
  return Object.keys(more).length > 0 || Object.keys(operations).length > 0;
}

function file(path: string, value: object, shape: RecordShape): ConnectorFile {
  // the parts of a connector are JSON; only their interfaces lack an index signature
  const ordered = inTableOrder(value as unknown as Json, shape);
  return { path, text: writeJson(ordered, { indent: indentSpaces }) };
}
