/**
 * OpenAPI 2.0 as readonly data: the parts that a connector can use, tighter than the specification's own types where that is safe.
 * @see https://spec.openapis.org/oas/v2.0.html
 */
import type { OpenAPIV2 } from 'openapi-types';
import type { Json, JsonArray } from '../core/json.js';

/** Vendor extensions: any key that begins with `x-`. Their shapes are in `definition/extensions.ts`. */
export interface Extensible {
  readonly [extension: `x-${string}`]: Json | undefined;
}

/** Title, version and description of a definition, and who is behind it. */
export type Info = Readonly<OpenAPIV2.InfoObject> & Extensible;
/** A name that groups operations, with its description. */
export type Tag = Readonly<OpenAPIV2.TagObject> & Extensible;
/** A page that tells more. */
export type ExternalDocumentation = Readonly<Pick<OpenAPIV2.ExternalDocumentationObject, 'url' | 'description'>>;

/** A whole definition. */
export interface Document extends Extensible {
  readonly swagger: '2.0';
  readonly info: Info;
  readonly host?: string;
  readonly basePath?: string;
  readonly schemes?: readonly string[];
  readonly consumes?: readonly string[];
  readonly produces?: readonly string[];
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly parameters?: Readonly<Record<string, Parameter>>;
  readonly responses?: Readonly<Record<string, Response>>;
  readonly securityDefinitions?: Readonly<Record<string, SecurityScheme>>;
  readonly security?: readonly SecurityRequirement[];
  readonly tags?: readonly Tag[];
  readonly externalDocs?: ExternalDocumentation;
}

/** The methods an operation can have, in the order in which they are walked when a document does not say. */
export const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch'] as const;
/** One of {@link methods}, in lower case as a path item spells it. */
export type Method = (typeof methods)[number];

/** The operations of one path template, and the parameters that all of them share. */
export type PathItem = Readonly<Partial<Record<Method, Operation>>> & {
  readonly parameters?: readonly (Parameter | Reference)[];
} & Extensible;

/** One method of one path: what it takes and what it answers. */
export interface Operation extends Extensible {
  readonly operationId?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly consumes?: readonly string[];
  readonly produces?: readonly string[];
  readonly schemes?: readonly string[];
  readonly deprecated?: boolean;
  readonly parameters?: readonly (Parameter | Reference)[];
  /** By status code, or `default`. */
  readonly responses: Readonly<Record<string, Response | Reference>>;
  readonly security?: readonly SecurityRequirement[];
  readonly externalDocs?: ExternalDocumentation;
}

/** A local reference; other keys beside `$ref` are ignored by the specification. */
export interface Reference {
  readonly $ref: string;
}

/** Where a request carries a parameter. */
export type ParameterLocation = 'path' | 'query' | 'header' | 'body' | 'formData';

/** What an operation takes: a body with a schema, or a named value with the keywords of {@link Items}. */
export type Parameter = BodyParameter | ValueParameter;

interface ParameterBase extends Extensible {
  readonly name: string;
  readonly description?: string;
  readonly required?: boolean;
}
/** The body of a request; an operation has one at most. */
export interface BodyParameter extends ParameterBase {
  readonly in: 'body';
  readonly schema: Schema;
}
/** A parameter outside the body, or a field of a form. */
export interface ValueParameter extends ParameterBase, Items {
  readonly in: Exclude<ParameterLocation, 'body'>;
  readonly allowEmptyValue?: boolean;
}

/** How a list is written as one text: with commas (the default), spaces, tabs or bars; `multi` repeats the parameter (query and form only). */
export type CollectionFormat = 'csv' | 'ssv' | 'tsv' | 'pipes' | 'multi';

/** The constraint keywords that JSON Schema draft 4 and OpenAPI 2.0 share. */
export interface Constraints {
  readonly format?: string;
  readonly default?: Json;
  readonly enum?: JsonArray;
  readonly maximum?: number | bigint;
  readonly exclusiveMaximum?: boolean;
  readonly minimum?: number | bigint;
  readonly exclusiveMinimum?: boolean;
  readonly multipleOf?: number;
  readonly maxLength?: number;
  readonly minLength?: number;
  readonly pattern?: string;
  readonly maxItems?: number;
  readonly minItems?: number;
  readonly uniqueItems?: boolean;
}

/** A value outside a body: never an object. */
export interface Items extends Constraints, Extensible {
  readonly type?: 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'file';
  readonly items?: Items;
  readonly collectionFormat?: CollectionFormat;
}

/** The types of JSON without null, which is `x-nullable`, and `file`, which only a whole response can be. */
export type SchemaType = 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean' | 'file';

/** A value in a body or a response. With `$ref` every other key is ignored. */
export interface Schema extends Constraints, Extensible {
  readonly $ref?: string;
  readonly type?: SchemaType;
  readonly title?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly maxProperties?: number;
  readonly minProperties?: number;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly discriminator?: string;
  readonly readOnly?: boolean;
  readonly example?: Json;
  readonly externalDocs?: ExternalDocumentation;
}

/** What an operation answers with one status; without a schema the answer has no body. */
export interface Response extends Extensible {
  readonly description: string;
  readonly schema?: Schema;
  readonly headers?: Readonly<Record<string, Header>>;
  readonly examples?: Readonly<Record<string, Json>>;
}
/** A header of a response, with the keywords of {@link Items}. */
export interface Header extends Items {
  readonly description?: string;
}

/** A way to prove who calls. */
export type SecurityScheme = (
  | { readonly type: 'basic' }
  | { readonly type: 'apiKey'; readonly name: string; readonly in: 'header' | 'query' }
  | OAuth2
) & { readonly description?: string } & Extensible;

/** OAuth 2.0: the addresses that each flow needs, and the scopes with what each allows. */
export type OAuth2 = { readonly type: 'oauth2'; readonly scopes: Readonly<Record<string, string>> } & (
  | { readonly flow: 'implicit'; readonly authorizationUrl: string }
  | { readonly flow: 'accessCode'; readonly authorizationUrl: string; readonly tokenUrl: string }
  | { readonly flow: 'password' | 'application'; readonly tokenUrl: string }
);

/** Scheme names, each with the OAuth scopes that are needed (none for the other kinds). */
export type SecurityRequirement = Readonly<Record<string, readonly string[]>>;
