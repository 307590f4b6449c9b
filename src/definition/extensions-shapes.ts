import type { Json } from '../core/json.js';
import type { Schema } from '../openapi/types.js';

/** How prominently the designer shows an operation, a parameter or a property. Lower case exactly. */
export type Visibility = 'important' | 'advanced' | 'internal';

/** What an argument of a dynamic call may be in the older two extensions: a literal, or the caller's parameter of that name. */
export type CallArguments = { readonly [parameter: string]: Json | { readonly parameter: string } };

/** The same in the newer two: a reference is a path, e.g. `body/project/id`. */
export type CallReferences = {
  readonly [parameter: string]: { readonly value: Json } | { readonly parameterReference: string };
};

/** Fills a drop-down by calling an operation. Exactly one of `operationId`, `builtInOperation` and `capability`. */
export type DynamicValues = {
  readonly operationId?: string;
  readonly builtInOperation?: 'AadGraph.GetUsers';
  readonly capability?: 'file-picker';
  readonly parameters?: CallArguments;
  /** Path to the array in the answer; without it the answer is the array. */
  readonly 'value-collection'?: string;
  /** Path in an item to what is sent. */
  readonly 'value-path'?: string;
  /** Path in an item to what is shown. */
  readonly 'value-title'?: string;
};

/** As {@link DynamicValues}, with references that may reach into a body. */
export type DynamicList = {
  readonly operationId: string;
  readonly parameters?: CallReferences;
  readonly itemsPath?: string;
  readonly itemValuePath?: string;
  readonly itemTitlePath?: string;
};

/** Gets the schema of an object by calling an operation. */
export type DynamicSchema = {
  readonly operationId: string;
  readonly parameters?: CallArguments;
  readonly 'value-path'?: string;
};

/** As {@link DynamicSchema}, with references that may reach into a body. */
export type DynamicProperties = {
  readonly operationId: string;
  readonly parameters?: CallReferences;
  readonly itemValuePath?: string;
};

/** A picker of folders and files: `open` gives the roots, `browse` the children of the selected item. */
export type DynamicTree = {
  readonly settings?: { readonly canSelectParentNodes?: boolean; readonly canSelectLeafNodes?: boolean };
  readonly open: TreeLevel;
  readonly browse?: TreeLevel;
};
type TreeLevel = {
  readonly operationId: string;
  readonly itemsPath?: string;
  readonly itemValuePath?: string;
  readonly itemTitlePath?: string;
  readonly itemFullTitlePath?: string;
  readonly itemIsParent?: string;
  readonly parameters?: {
    readonly [parameter: string]:
      | { readonly value: Json }
      | { readonly parameterReference: string }
      | { readonly selectedItemValuePath: string };
  };
};

/** The version and the successor of an operation; of `info` only the status. */
export type ApiAnnotation = {
  readonly status?: 'Production' | 'Preview';
  /** Usually the operationId of the first version. */
  readonly family?: string;
  readonly revision?: number;
  readonly replacement?: { readonly api?: string; readonly operationId?: string };
};

type Call = { readonly operationId: string; readonly parameters?: { readonly [parameter: string]: Json } };

/** What the connector can do beyond its operations (at the root), that an operation takes large content in chunks, or how a property can be filtered. */
export type Capabilities =
  | {
      readonly testConnection?: Call;
      readonly 'file-picker'?: {
        readonly open: Call;
        readonly browse?: Call;
        readonly 'value-path'?: string;
        readonly 'value-title'?: string;
        readonly 'value-collection'?: string;
        readonly 'value-folder-property'?: string;
        readonly 'value-media-property'?: string;
      };
    }
  | { readonly chunkTransfer: boolean }
  | { readonly filterFunctions: readonly string[] };

/** What a webhook trigger receives. */
export type NotificationContent = { readonly description?: string; readonly schema: Schema };

/** The shape of the value of every known extension, by its name. */
export interface ExtensionValues {
  readonly 'x-ms-connector-metadata': readonly { readonly propertyName: string; readonly propertyValue: string }[];
  readonly 'x-ms-capabilities': Capabilities;
  readonly 'x-ms-docs': readonly { readonly url: string; readonly description: string }[];
  readonly 'x-ms-openai-manifest': {
    readonly humanName: string;
    readonly modelDescription: string;
    readonly contactEmail?: string;
    readonly legalUrl?: string;
  };
  readonly 'x-ms-openai-published-to-copilots': Json;
  readonly 'x-ms-deployment-version': string;
  readonly 'x-ms-keywords': readonly string[];
  readonly 'x-components': { readonly [key: string]: Json };
  readonly 'x-ms-api-annotation': ApiAnnotation;
  readonly 'x-ms-notification-content': NotificationContent;
  readonly 'x-ms-notification': { readonly operationId: string };
  readonly 'x-ms-trigger': 'single' | 'batch';
  readonly 'x-ms-trigger-hint': string;
  readonly 'x-ms-trigger-metadata': { readonly kind: 'query'; readonly mode: 'polling' };
  readonly 'x-ms-pageable': { readonly nextLinkName: string };
  readonly 'x-ms-safe-operation': boolean;
  readonly 'x-ms-no-generic-test': boolean;
  readonly 'x-ms-operation-context': { readonly simulate: Call };
  readonly 'x-ms-require-user-confirmation': boolean;
  readonly 'x-ms-openai-data': {
    /** The key that turns it on: the name of the vendor and `-enabled`. */
    readonly [enabled: `${string}-enabled`]: boolean;
    readonly operations?: readonly {
      readonly operationId: string;
      readonly 'x-ms-require-user-confirmation'?: boolean;
    }[];
  };
  readonly 'x-ms-summary': string;
  readonly 'x-ms-visibility': Visibility;
  readonly 'x-ms-url-encoding': 'single' | 'double';
  readonly 'x-ms-dynamic-values': DynamicValues;
  readonly 'x-ms-dynamic-list': DynamicList;
  readonly 'x-ms-dynamic-schema': DynamicSchema;
  readonly 'x-ms-dynamic-properties': DynamicProperties;
  readonly 'x-ms-dynamic-tree': DynamicTree;
  readonly 'x-ms-enum-values': readonly { readonly value: Json; readonly displayName: string }[];
  readonly 'x-ms-editor': string;
  readonly 'x-ms-editor-options': { readonly [option: string]: Json };
  readonly 'x-ms-media-kind': 'image' | 'audio';
  readonly 'x-ms-notification-url': boolean;
  readonly 'x-ms-trigger-value': { readonly 'value-collection'?: string; readonly 'value-path'?: string };
  readonly 'x-ms-test-value': Json;
  readonly 'x-ms-localizeDefaultValue': boolean;
  readonly 'x-nullable': boolean;
  readonly 'x-ms-enum': { readonly name?: string; readonly modelAsString?: boolean };
  readonly 'x-ms-parameter-location': 'client' | 'method';
  readonly 'x-ms-skip-url-encoding': boolean;
  readonly 'x-ms-client-request-id': Json;
}
