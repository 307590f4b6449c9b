import { isArray, isObject, own, type Json, type JsonObject } from '../core/json.js';
import { readJson } from '../core/json-read.js';

/** An error of Azure Resource Manager or of what stands behind it, taken out of its wrappings. */
export interface ArmError {
  /** Of HTTP. */
  readonly status: number;
  /** Such as `ResourceGroupNotFound`; `''` where none was said. */
  readonly code: string;
  /** The number that the service behind gave, such as `14012`. */
  readonly extendedCode?: string;
  /** As it came: it may hold signed addresses. */
  readonly message: string;
  /** The policies that denied it. */
  readonly policies: readonly string[];
}

/** How often an error may be JSON in the message of another one. Twice was seen. */
const MOST_LAYERS = 5;

/** Reads an error in any of the shapes that are known: `{ error: { code, message, details } }`, `{ code, message }`, `{ Code, Message, Details }`, and JSON in a message. */
export function armError(status: number, body: Json | undefined): ArmError {
  let said: Said = { code: '', message: '' };
  const policies: string[] = [];
  let at: Json | undefined = body;
  for (let layer = 0; layer < MOST_LAYERS && isObject(at); layer += 1) {
    const error = member(at, 'error');
    const here: JsonObject = isObject(error) ? error : at;
    policies.push(...policiesIn(here));
    said = further(said, here, typeof error === 'string' ? error : '');
    at = said.message.trimStart().startsWith('{') ? readJson('', said.message).value : undefined;
  }
  return { status, ...said, policies: [...new Set(policies)] };
}

interface Said {
  readonly code: string;
  readonly message: string;
  readonly extendedCode?: string;
}

/** What an inner error says counts more; what it leaves out stays. */
function further(said: Said, here: JsonObject, word: string): Said {
  const extended = extendedCode(here) ?? said.extendedCode;
  return {
    code: text(here, 'code') || word || said.code,
    message: text(here, 'message') || text(here, 'error_description') || said.message,
    ...(extended !== undefined && { extendedCode: extended }),
  };
}

/** In either case: the services do not agree. */
function member(object: JsonObject, name: string): Json | undefined {
  return own(object, name) ?? own(object, name.charAt(0).toUpperCase() + name.slice(1));
}

function text(object: JsonObject, name: string): string {
  const value = member(object, name);
  return typeof value === 'string' ? value : '';
}

function details(here: JsonObject): readonly Json[] {
  const list = member(here, 'details');
  return list !== undefined && isArray(list) ? list.slice(0, 100) : [];
}

function extendedCode(here: JsonObject): string | undefined {
  for (const detail of details(here)) {
    const entity = isObject(detail) ? member(detail, 'errorEntity') : undefined;
    const code = isObject(entity) ? member(entity, 'extendedCode') : undefined;
    if (typeof code === 'string') return code;
  }
  return undefined;
}

function policiesIn(here: JsonObject): string[] {
  const list = own(here, 'additionalInfo');
  return (list !== undefined && isArray(list) ? list.slice(0, 100) : []).flatMap((one) => {
    const info = isObject(one) ? own(one, 'info') : undefined;
    if (!isObject(info)) return [];
    const name = own(info, 'policyAssignmentDisplayName') ?? own(info, 'policyAssignmentName');
    return typeof name === 'string' ? [name] : [];
  });
}
