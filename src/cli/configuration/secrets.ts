import { finding, type Finding } from '../../core/finding.js';
import { isObject, own, type Json, type JsonObject } from '../../core/json.js';
import { child } from '../../core/pointer.js';
import { shorten } from '../../core/shorten.js';
import { redactText } from '../../http/redact.js';
import { isSecretName, isSecretParameter } from '../../http/secret-names.js';
import { configurationFile } from './place.js';
import { configRules } from './rules.js';

/** Where a key may be: the root, the target and its tags are all that is followed; elsewhere names are paths. */
export function secretsIn(root: JsonObject): readonly Finding[] {
  const target = own(root, 'target');
  const tags = isObject(target) ? own(target, 'tags') : undefined;
  return [
    ...keysIn(root, ''),
    ...(isObject(target) ? keysIn(target, '/target') : []),
    ...(isObject(tags) ? keysIn(tags, '/target/tags') : []),
  ];
}

function keysIn(holder: JsonObject, at: string): readonly Finding[] {
  return Object.entries(holder).flatMap(([name, value]) => {
    if (!isSecretName(name) && !isSecretParameter(name) && !looksSecret(value)) return [];
    const message = `${shorten(name)} looks like a key, and ${configurationFile} never holds one: give it with --key-env, --key-stdin or --key-vault.`;
    return [finding(configRules.configSecret, { pointer: child(at, name), message })];
  });
}

const looksSecret = (value: Json): boolean => typeof value === 'string' && redactText(value) !== value;
