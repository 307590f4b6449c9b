import { existsSync, readFileSync } from 'node:fs';
import { readJson } from '../../src/core/json-read.js';
import { readSurface } from '../../src/upstream/read-spec.js';
import type { Shape, Surface } from '../../src/upstream/surface.js';

const folder = '../shared/data/upstream';
const corpus = existsSync(folder) ? describe : describe.skip;

/** What a surface says of each parameter and property: its types, by its path. */
type Facts = Map<string, Set<string>>;

function surfaceOf(file: string): Surface {
  return readSurface(readJson(file, readFileSync(`${folder}/${file}`, 'utf8')).value, {
    service: 'azure-openai',
    file,
    operations: { completion: { method: 'post', path: '/deployments/{deployment-id}/chat/completions' } },
  }).surface;
}

function factsOf(surface: Surface): Facts {
  const facts: Facts = new Map();
  const operation = surface.operations.completion;
  for (const { name, in: place, shape } of operation?.parameters ?? []) note(shape, `${place} ${name}`, []);
  if (operation?.request?.shape) note(operation.request.shape, 'request', []);
  for (const [status, { shape }] of Object.entries(operation?.responses ?? {})) if (shape) note(shape, status, []);
  return facts;

  function note(shape: Shape, path: string, open: readonly string[]): void {
    const { type, ref, properties = {}, items, additional, variants = [] } = shape;
    const types = facts.get(path) ?? new Set();
    facts.set(path, type === undefined ? types : types.add(type));
    const target = ref === undefined || open.includes(ref) ? undefined : surface.shapes?.[ref];
    if (target) note(target, path, [...open, ref ?? '']);
    for (const [name, property] of Object.entries(properties)) note(property, `${path}/${name}`, open);
    if (items) note(items, `${path}/*`, open);
    if (typeof additional === 'object') note(additional, `${path}/*`, open);
    for (const variant of variants) note(variant, path, open);
  }
}

/** What one surface has and the other lacks (of a whole object only its own name), and where their types differ. */
function differences(spec: Facts, twin: Facts): string[] {
  const found: string[] = [];
  for (const path of new Set([...spec.keys(), ...twin.keys()])) {
    const [here, there] = [spec.get(path), twin.get(path)].map((types) => types && [...types].sort().join('|'));
    if (here === there) continue;
    const parent = path.slice(0, path.lastIndexOf('/'));
    if (here !== undefined && there !== undefined) found.push(`${path}: ${here || 'any'} / ${there || 'any'}`);
    else if (!path.includes('/') || (spec.has(parent) && twin.has(parent))) {
      found.push(there === undefined ? `${path}: spec` : `${path}: twin`);
    }
  }
  return found;
}

/** Why they differ; and how, `/` between what the specification and what the twin says, or which of the two alone has it. */
const reasons: [reason: string, versions: string[], differences: string[]][] = [
  [
    'Swagger 2.0 has no unions: the twin has one of the types, or anything.',
    ['2023-05-15', '2023-12-01-preview', '2024-02-01', '2024-06-01'],
    ['request/stop: array|string / array'],
  ],
  [
    'Swagger 2.0 has no unions: the twin has one of the types, or anything.',
    ['2023-12-01-preview', '2024-02-01', '2024-06-01'],
    ['request/messages/*/content: array|string / string', 'request/messages/*/content/*: spec'],
  ],
  [
    'Swagger 2.0 has no unions: the twin has one of the types, or anything.',
    ['2023-12-01-preview', '2024-06-01'],
    [
      'request/tool_choice: object|string / any',
      'request/tool_choice/function: spec',
      'request/tool_choice/type: spec',
      'request/tools/*/function/parameters: object / any',
    ],
  ],
  [
    'Swagger 2.0 has no unions: the twin has one of the types, or anything.',
    ['2024-02-01', '2024-06-01'],
    [
      'request/function_call: object|string / any',
      'request/function_call/name: spec',
      'request/functions/*/parameters: object / any',
    ],
  ],
  [
    'The path parameter has another name; a template is matched without the names.',
    ['2023-05-15', '2023-12-01-preview', '2024-02-01', '2024-06-01'],
    ['path deployment-id: spec', 'path deploymentId: twin'],
  ],
  [
    'The twin has a model in the request, and no constant object in the response.',
    ['2023-05-15', '2023-12-01-preview', '2024-02-01', '2024-06-01'],
    ['200/object: spec', 'request/model: twin'],
  ],
  [
    'The twin has a model in the request, and no constant object in the response.',
    ['2023-12-01-preview'],
    ['200/model: spec'],
  ],
  [
    'The twin has one schema for the whole answer and for a part of a stream.',
    ['2023-05-15', '2023-12-01-preview', '2024-02-01', '2024-06-01'],
    ['200/choices/*/delta: twin'],
  ],
  [
    'The twin has the error of Azure.Core, the specification one of its own.',
    ['2023-12-01-preview', '2024-02-01', '2024-06-01'],
    [
      '200/choices/*/content_filter_results/error/details: twin',
      '200/choices/*/content_filter_results/error/innererror: twin',
      '200/choices/*/content_filter_results/error/target: twin',
      '200/prompt_filter_results/*/content_filter_results/error/details: twin',
      '200/prompt_filter_results/*/content_filter_results/error/innererror: twin',
      '200/prompt_filter_results/*/content_filter_results/error/target: twin',
      'default/error/details: twin',
      'default/error/inner_error: spec',
      'default/error/innererror: twin',
      'default/error/param: spec',
      'default/error/target: twin',
      'default/error/type: spec',
    ],
  ],
  [
    'The twin says what the values of the map are.',
    ['2023-05-15', '2023-12-01-preview', '2024-02-01', '2024-06-01'],
    ['request/logit_bias/*: twin'],
  ],
  [
    'Citations lie in an object of their own only in the specification.',
    ['2023-12-01-preview', '2024-06-01'],
    [
      '200/choices/*/content_filter_results/protected_material_code/URL: twin',
      '200/choices/*/content_filter_results/protected_material_code/citation: spec',
      '200/choices/*/content_filter_results/protected_material_code/license: twin',
    ],
  ],
  [
    "The specification leaves the function call out of the assistant's message.",
    ['2024-02-01', '2024-06-01'],
    ['request/messages/*/function_call: twin'],
  ],
  ['The specification of this version has no errors.', ['2023-05-15'], ['default: twin']],
  [
    'The twin has features that the specification of this version leaves out.',
    ['2023-12-01-preview'],
    ['200/choices/*/message/context: twin', 'request/dataSources: twin'],
  ],
  [
    'The twin has features that the specification of this version leaves out.',
    ['2023-12-01-preview', '2024-06-01'],
    ['200/choices/*/enhancements: twin', '200/choices/*/finish_details: twin', 'request/enhancements: twin'],
  ],
  [
    'The twin has features that the specification of this version leaves out.',
    ['2024-06-01'],
    [
      '200/choices/*/content_filter_results/custom_blocklists: twin',
      '200/choices/*/message/context/all_retrieved_documents: twin',
      '200/choices/*/message/context/citations/*/rerank_score: twin',
      '200/prompt_filter_results/*/content_filter_results/custom_blocklists: twin',
      '200/prompt_filter_results/*/content_filter_results/indirect_attack: twin',
      'request/data_sources/*/parameters/allow_partial_result: twin',
      'request/data_sources/*/parameters/authentication/access_token: twin',
      'request/data_sources/*/parameters/authentication/encoded_api_key: twin',
      'request/data_sources/*/parameters/authentication/key_id: twin',
      'request/data_sources/*/parameters/embedding_dependency/authentication/access_token: twin',
      'request/data_sources/*/parameters/embedding_dependency/dimensions: twin',
      'request/data_sources/*/parameters/embedding_dependency/model_id: twin',
      'request/data_sources/*/parameters/environment: twin',
      'request/data_sources/*/parameters/fields_mapping/image_vector_fields: twin',
      'request/data_sources/*/parameters/include_contexts: twin',
      'request/data_sources/*/parameters/max_search_queries: twin',
      'request/data_sources/*/parameters/name: twin',
      'request/data_sources/*/parameters/project_resource_id: twin',
      'request/data_sources/*/parameters/version: twin',
    ],
  ],
  [
    'The specification has features that the twin of this version leaves out.',
    ['2023-12-01-preview'],
    ['request/function_call: spec', 'request/functions: spec'],
  ],
  [
    'The specification has features that the twin of this version leaves out.',
    ['2024-02-01'],
    [
      '200/choices/*/content_filter_results/profanity: spec',
      '200/choices/*/content_filter_results/protected_material_code: spec',
      '200/choices/*/content_filter_results/protected_material_text: spec',
      '200/choices/*/message/context: spec',
      '200/choices/*/message/tool_calls: spec',
      '200/prompt_filter_results/*/content_filter_results/jailbreak: spec',
      '200/prompt_filter_results/*/content_filter_results/profanity: spec',
      '200/system_fingerprint: spec',
      'request/data_sources: spec',
      'request/messages/*/tool_call_id: spec',
      'request/messages/*/tool_calls: spec',
      'request/response_format: spec',
      'request/seed: spec',
      'request/tool_choice: spec',
      'request/tools: spec',
    ],
  ],
  [
    'The specification has features that the twin of this version leaves out.',
    ['2024-02-01', '2024-06-01'],
    ['request/messages/*/context: spec'],
  ],
];

const versions = ['2023-05-15', '2023-12-01-preview', '2024-02-01', '2024-06-01'];

corpus('the official Swagger 2.0 twins', () => {
  test.each(versions)('%s: the surfaces agree but for what the table explains', (version) => {
    const [spec, twin] = ['azure-openai', 'azure-openai-swagger2'].map((of) =>
      factsOf(surfaceOf(`${of}/${version}.json`)),
    );
    const explained = reasons.filter(([, of]) => of.includes(version)).flatMap(([, , lines]) => lines);
    expect(differences(spec ?? new Map(), twin ?? new Map()).sort()).toEqual(explained.sort());
  });
});
