import type { Finding } from '../core/finding.js';
import type { Loaded } from './loaded.js';

/** The finding with the real paths: the contract test knows the sample's file, and the connector's only by their kind. */
export function placed(found: Finding, { file, contractFile }: Loaded): Finding {
  const { declared } = found;
  if (!declared) return { file, ...found };
  return {
    file,
    ...found,
    declared: { ...declared, file: (declared.file === undefined ? file : contractFile) ?? file },
  };
}
