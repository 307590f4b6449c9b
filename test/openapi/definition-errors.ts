import type { Json } from '../../src/core/json.js';
import { refFindings } from '../../src/openapi/ref-findings.js';
import { readDefinition } from '../../src/openapi/structure.js';
import { definitionFindings } from '../../src/openapi/validity.js';

/** Everything of severity error that we say of a definition: of its structure, between its parts and of its references. */
export function errors(value: Json): { code: string; pointer: string }[] {
  const locate = () => ({ line: 1, column: 1 });
  const { definition, findings } = readDefinition({ file: 'd.json', value, findings: [], locate });
  const deeper = definition ? [...definitionFindings(definition), ...refFindings(definition)] : [];
  const all = [...findings, ...deeper].filter(({ severity }) => severity === 'error');
  return all.map(({ code, pointer }) => ({ code, pointer }));
}
