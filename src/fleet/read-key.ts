import { finding, type Finding } from '../core/finding.js';
import { isObject, own, type Json } from '../core/json.js';
import { child } from '../core/pointer.js';
import { unknownKeys } from './keys.js';
import { fleetRules } from './rules.js';
import { credentials, IN_VAULT, keySchema, TENANT, VARIABLE } from './schema.js';
import type { CredentialKind, KeyReference } from './target.js';

const isVariable = new RegExp(VARIABLE);
const isInVault = new RegExp(IN_VAULT);
const isTenantName = new RegExp(TENANT);

/** Where a key is. What stands there is never shown: it may be the key itself. */
export function readKey(value: Json, at: string, report: (found: Finding) => void): KeyReference | undefined {
  const refuse = (pointer: string, message: string) => {
    report(finding(fleetRules.keyInFile, { pointer, message }));
    return undefined;
  };
  if (!isObject(value)) {
    return refuse(at, 'The key is no mapping, expected where it is: env: NAME, or vault: VAULT/SECRET.');
  }
  unknownKeys(value, { at, known: Object.keys(keySchema.properties) }).forEach(report);
  const [env, vault, tenant, credential] = ['env', 'vault', 'tenant', 'credential'].map((name) => own(value, name));
  if ((env === undefined) === (vault === undefined)) {
    return refuse(at, 'Where the key is must be said once, expected env: NAME or vault: VAULT/SECRET.');
  }
  if (env !== undefined) {
    if (typeof env === 'string' && isVariable.test(env)) return { env };
    return refuse(child(at, 'env'), 'What stands there is no name of an environment variable, expected env: NAME.');
  }
  if (typeof vault !== 'string' || !isInVault.test(vault)) {
    return refuse(child(at, 'vault'), 'What stands there is no secret of a vault, expected vault: VAULT/SECRET.');
  }
  if (!isTenant(tenant)) return refuse(child(at, 'tenant'), 'What stands there is no tenant, expected its id.');
  if (!isCredential(credential)) {
    return refuse(child(at, 'credential'), 'What stands there is no credential, expected such as "cli".');
  }
  return { vault, ...(tenant !== undefined && { tenant }), ...(credential !== undefined && { credential }) };
}

function isTenant(value: Json | undefined): value is string | undefined {
  return value === undefined || (typeof value === 'string' && isTenantName.test(value));
}

function isCredential(value: Json | undefined): value is CredentialKind | undefined {
  const choices: readonly unknown[] = credentials;
  return value === undefined || choices.includes(value);
}
