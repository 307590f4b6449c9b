import type { Operation, Parameter, Reference } from '../openapi/types.js';
import type { ConnectorOperation } from './operation.js';

/**
 * What a definition may leave out because it says nothing: `required: false` of a parameter, `x-ms-url-encoding: single` of one
 * in a path, an empty list of parameters.
 */
export type Unsaid = 'required' | 'x-ms-url-encoding' | 'parameters';

/** The operation without what is to be left out. */
export function leaveOut(made: ConnectorOperation, unsaid: readonly Unsaid[]): ConnectorOperation {
  if (unsaid.length === 0) return made;
  const { parameters, ...rest }: Operation = made.operation;
  const said = parameters?.map((parameter) => parameterSaid(parameter, unsaid));
  const isLeftOut = said === undefined || (said.length === 0 && unsaid.includes('parameters'));
  const operation = isLeftOut ? rest : { ...rest, parameters: said };
  return { ...made, operation: operation as ConnectorOperation['operation'] }; // only what says nothing is gone
}

/** The same of one parameter; a reference has nothing to leave out. */
export function parameterSaid(parameter: Parameter | Reference, unsaid: readonly Unsaid[]): Parameter | Reference {
  if (!('in' in parameter)) return parameter;
  const gone = new Set<string>();
  if (parameter.required === false && unsaid.includes('required')) gone.add('required');
  const isPlain = parameter.in === 'path' && parameter['x-ms-url-encoding'] === 'single';
  if (isPlain && unsaid.includes('x-ms-url-encoding')) gone.add('x-ms-url-encoding');
  if (gone.size === 0) return parameter;
  return Object.fromEntries(Object.entries(parameter).filter(([key]) => !gone.has(key))) as unknown as Parameter; // no other key is gone
}
