import { child } from '../../src/core/pointer.js';
import { resolve } from '../../src/openapi/refs.js';
import type { Document, Parameter, Response, Schema } from '../../src/openapi/types.js';
import { operations, parametersOf, walk } from '../../src/openapi/walk.js';
import * as limits from '../../src/definition/limits.js';
import { writeConnector } from '../../src/definition/write.js';
import { built, shipped } from './build.js';

/** The published rules that a definition breaks, as `rule number: place`. Only those that apply to these connectors. */
function broken(document: Document): string[] {
  const found: string[] = [];
  const hold = (rule: number, place: string, holds: boolean) => void (holds || found.push(`${rule}: ${place}`));
  const { info, host = '', basePath = '', paths, definitions = {} } = document;
  hold(4, '/paths', operations(document).length <= limits.maxOperations);
  hold(8, '/host', /^[^{}/ :\\]+(:\d+)?$/.test(host));
  hold(9, '/basePath', /^\/.*[^/]$|^\/$/.test(basePath));
  hold(10, '/schemes', JSON.stringify(document.schemes) === '["https"]');
  hold(12, '/host', !/localhost|staging/.test(host));
  hold(19, '/', Object.keys(document).slice(0, 2).join() === 'swagger,info');
  hold(21, '/info/title', info.title.length >= 1 && info.title.length <= limits.maxTitleCharacters);
  hold(22, '/info', !/\bAPI\b|connector/i.test(info.title) && !/\bAPI\b/i.test(info.description ?? ''));
  hold(23, '/info', !/Power (Apps|Automate|BI|Platform)|Copilot Studio/.test(`${info.title} ${info.description}`));
  hold(24, '/info/title', /[a-z0-9]$/i.test(info.title));
  const about = (info.description ?? '').length;
  hold(26, '/info/description', about >= limits.minDescriptionCharacters && about <= limits.maxDescriptionCharacters);
  hold(28, '/info/contact', Object.keys(info.contact ?? {}).join() === 'name,url,email');
  const metadata = JSON.stringify(document['x-ms-connector-metadata']);
  hold(
    29,
    '/x-ms-connector-metadata',
    ['Website', 'Privacy policy', 'Categories'].every((name) => metadata.includes(`"${name}"`)),
  );
  hold(99, '/securityDefinitions', Object.keys(document.securityDefinitions ?? {}).length === 1);
  hold(101, '/security', (document.security ?? []).length === 1);
  for (const [path] of Object.entries(paths)) hold(47, path, /^\/[^?#*=]*$/.test(path));
  for (const { operation, pointer, method, item } of operations(document)) {
    const { operationId = '', summary = '', description = '', responses } = operation;
    hold(37, pointer, /^[A-Z][A-Za-z0-9]*$/.test(operationId));
    hold(40, pointer, summary.length > 0 && summary.length <= limits.maxSummaryCharacters);
    hold(41, pointer, /^[A-Za-z0-9 ()]+$/.test(summary));
    hold(44, pointer, description.endsWith('.'));
    hold(45, pointer, description !== summary);
    hold(
      92,
      pointer,
      Object.keys(responses).some((status) => status.startsWith('2')),
    );
    const withSchema = Object.values(responses).filter((response) => (response as Response).schema !== undefined); // no references here
    hold(94, pointer, withSchema.length === 1);
    hold(95, pointer, !('default' in responses));
    const parameters = parametersOf(document, item, operation);
    hold(52, pointer, method !== 'get' || parameters.every(({ parameter }) => parameter.in !== 'body'));
    for (const { parameter, pointer: place } of parameters) checkParameter(hold, parameter, place);
  }
  walk(document, {
    schema: (schema, { pointer }) => checkSchema(hold, document, { schema, pointer }),
  });
  for (const [status, schema] of bodies(document)) hold(5, status, count(document, schema) <= limits.maxSchemasPerBody);
  hold(98, '/definitions', Object.keys(definitions).length !== 0 || document.definitions === undefined);
  return found;
}

type Hold = (rule: number, place: string, holds: boolean) => void;

function checkParameter(hold: Hold, parameter: Parameter, place: string): void {
  const { description = '', required } = parameter;
  const summary = String(parameter['x-ms-summary'] ?? '');
  hold(74, place, summary.length > 0 && summary.length <= limits.maxSummaryCharacters);
  hold(75, place, description.endsWith('.') && description !== summary);
  if (parameter.in === 'body') return;
  hold(58, place, parameter.in !== 'path' || parameter['x-ms-url-encoding'] === 'single');
  hold(
    59,
    place,
    parameter['x-ms-visibility'] !== 'internal' || (required === true && parameter.default !== undefined),
  );
  hold(73, place, !/^(authorization|api-key|content-type|accept)$/i.test(parameter.name));
}

function checkSchema(hold: Hold, document: Document, { schema, pointer }: { schema: Schema; pointer: string }): void {
  hold(15, pointer, schema.$ref === undefined || Object.keys(schema).length === 1);
  hold(18, pointer, !('anyOf' in schema || 'oneOf' in schema || 'not' in schema));
  hold(
    62,
    pointer,
    (schema.required ?? []).every((name) => schema.properties?.[name] !== undefined),
  );
  hold(63, pointer, schema.required === undefined || (schema.required.length > 0 && schema.type === 'object'));
  hold(64, pointer, schema.type !== 'array' || schema.items !== undefined);
  hold(65, pointer, schema.enum === undefined || new Set(schema.enum).size === schema.enum.length);
  hold(14, pointer, !pointer.includes('/responses/') || schema.required === undefined);
  hold(59, pointer, schema.default === undefined); // a default is sent
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const place = child(`${pointer}/properties`, name);
    const found = resolve<Schema>(document, property, place)?.node ?? {};
    const summary = String(found['x-ms-summary'] ?? '');
    hold(74, place, /^[A-Z0-9]/.test(summary) && summary.length <= limits.maxSummaryCharacters);
    hold(75, place, (found.description ?? '').endsWith('.') && found.description !== summary);
  }
}

function bodies(document: Document): [string, Schema][] {
  return operations(document).flatMap(({ operation, item, pointer }) => [
    ...Object.entries(operation.responses).flatMap(([status, response]): [string, Schema][] => {
      const { schema } = response as Response; // no references here
      return schema ? [[`${pointer} ${status}`, schema]] : [];
    }),
    ...parametersOf(document, item, operation).flatMap(({ parameter }): [string, Schema][] =>
      parameter.in === 'body' ? [[`${pointer} body`, parameter.schema]] : [],
    ),
  ]);
}

/** How many schemas a body is made of, references taken apart, as the service counts them. */
function count(document: Document, schema: Schema): number {
  const { node } = resolve<Schema>(document, schema, '/definitions') ?? { node: schema };
  const inner = [...Object.values(node.properties ?? {}), ...(node.items ? [node.items] : [])];
  return inner.reduce((sum, each) => sum + count(document, each), 1);
}

test.each(shipped)('%s %s keeps the published rules', (name, version) => {
  expect(broken(built(name, version).definition)).toEqual([]);
});

test.each(shipped)('%s %s asks for its key, hidden and required', (name, version) => {
  const { definition, properties } = built(name, version);
  const [scheme] = Object.values(definition.securityDefinitions ?? {});
  const hasBearer = name === 'openai' || name === 'compatible';
  const header = hasBearer ? 'Authorization' : 'api-key';
  expect(scheme).toEqual({ type: 'apiKey', in: 'header', name: header });
  const key = properties.properties.connectionParameters?.['api_key'];
  expect(key?.type).toBe('securestring');
  expect(key?.uiDefinition?.constraints).toEqual({ tabIndex: 2, clearText: false, required: 'true' });
  expect(/Bearer/.test(JSON.stringify(key))).toBe(hasBearer);
});

test.each(shipped)('%s %s is written the same twice, and says nothing that looks like a secret', (name, version) => {
  const once = writeConnector(built(name, version));
  expect(writeConnector(built(name, version))).toEqual(once);
  expect(once.filter(({ text }) => /sk-[A-Za-z0-9]|[0-9a-f]{32}/.test(text))).toEqual([]);
});

test('the check sees a rule that is broken', () => {
  const { definition } = built('openai');
  expect(
    broken({
      ...definition,
      info: { ...definition.info, title: 'The API of a connector, by name' },
      schemes: ['http'],
    }),
  ).toEqual(['10: /schemes', '21: /info/title', '22: /info']);
});
