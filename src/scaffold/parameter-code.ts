import { inBody } from '../build/body.js';
import { constant, inForm, inHeader, inPath, inQuery } from '../build/parameter.js';
import { parameterSaid } from '../build/unsaid.js';
import type { JsonObject } from '../core/json.js';
import type { BodyParameter, Parameter, Schema, ValueParameter } from '../openapi/types.js';
import { fitting, known } from './extension-shapes.js';
import { built, closed, literal, maybe, optional, type Made } from './made.js';
import { nearlySchema, schemaCode } from './schema-code.js';
import type { Scope } from './scope.js';
import { text } from './shapes.js';

/** A parameter as code of the builders; what it gives is what was read once the connector has left out what it leaves out. */
export function parameterCode(scope: Scope, parameter: Parameter): Made {
  const made = parameter.in === 'body' ? bodyCode(scope, parameter) : valueCode(scope, parameter);
  const seen = parameterSaid(made.value as Parameter, scope.unsaid); // what the builders gave
  return closed(made, parameter as unknown as JsonObject, seen); // a parameter that was read is JSON
}

function bodyCode(scope: Scope, body: BodyParameter): Made {
  const node = body as unknown as JsonObject; // as above
  const options = optional([
    ['name', body.name === 'body' ? undefined : literal(body.name)],
    ['title', maybe(fitting(body, 'x-ms-summary', text))],
    ['description', maybe(body.description)],
    ['required', body.required === true ? undefined : literal(false)],
    ['extensions', maybe(known('ofBodies', node))],
  ]);
  return built('inBody', inBody, schemaCode(scope, body.schema), options);
}

const builders = { path: inPath, query: inQuery, header: inHeader, formData: inForm };
const names = { path: 'inPath', query: 'inQuery', header: 'inHeader', formData: 'inForm' };

/** What a parameter has beside its schema. */
const beside = ['name', 'in', 'required', 'collectionFormat', 'x-ms-url-encoding', 'allowEmptyValue'];

function valueCode(scope: Scope, parameter: ValueParameter): Made {
  const { name, in: location, required, collectionFormat } = parameter;
  const schema: Schema = Object.fromEntries(Object.entries(parameter).filter(([key]) => !beside.includes(key)));
  const { 'x-ms-visibility': visibility, ...shown } = schema;
  const value = valueSchema(scope, shown);
  const isHidden = visibility === 'internal';
  const isRequired = location === 'path' || required === true;
  const isSent = isRequired && (value.value as Schema).default !== undefined; // what a builder of schemas gave
  if (isHidden && isSent && (location === 'query' || location === 'header') && collectionFormat === undefined) {
    return built('constant', constant, literal(location), literal(name), value);
  }
  const isDouble = location === 'path' && parameter['x-ms-url-encoding'] === 'double';
  const options = optional([
    ['required', location !== 'path' && required === true ? literal(true) : undefined],
    ['collectionFormat', location === 'path' ? undefined : maybe(collectionFormat)],
    ['encoding', isDouble ? literal('double') : undefined],
  ]);
  // the builders refuse a hidden parameter that is not sent, or has no value: then its own code hides it
  const canHide = isSent || (!isRequired && schema.default === undefined);
  const given = isHidden && !canHide ? value : valueSchema(scope, schema);
  return built(names[location], builders[location], literal(name), given, options);
}

const types: readonly unknown[] = ['string', 'integer', 'number', 'boolean', 'array', 'file'];

/** The schema of a value outside a body; of one with a type that none has, that of a text. */
function valueSchema(scope: Scope, schema: Schema): Made {
  return nearlySchema(scope, types.includes(schema.type) ? schema : { ...schema, type: 'string' });
}
