import { mergedTags, type Tags } from '../azure/tags.js';
import type { clouds, credentials } from './schema.js';

/** What can be signed in with. */
export type CredentialKind = (typeof credentials)[number];

/** Where a key is: an environment variable, or a secret of a Key Vault (`VAULT/SECRET`) and who reads it. */
export type KeyReference =
  | { readonly env: string; readonly vault?: never }
  | { readonly vault: string; readonly env?: never; readonly tenant?: string; readonly credential?: CredentialKind };

/** What may be said of a target, by the file, its defaults or the command line. */
export interface Settings {
  readonly tenant?: string;
  readonly credential?: CredentialKind;
  readonly cloud?: (typeof clouds)[number];
  readonly subscription?: string;
  readonly resourceGroup?: string;
  readonly location?: string;
  readonly name?: string;
  readonly service?: string;
  readonly apiVersion?: string;
  readonly resource?: string;
  readonly endpoint?: string;
  readonly keyHeader?: string;
  readonly connection?: string;
  readonly key?: KeyReference;
  readonly tags?: Tags;
}

/** A target as the fleet file has it. */
export interface FleetTarget extends Settings {
  /** What messages call it. */
  readonly label?: string;
}

/** Settings one over the other: what the later ones say counts, and tags are added up. */
export function over(...all: readonly FleetTarget[]): FleetTarget {
  const tags = all.reduce<Tags>((there, { tags: more }) => (more ? mergedTags(there, more) : there), {});
  return { ...Object.assign({}, ...all), tags };
}
