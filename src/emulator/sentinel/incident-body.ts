import { isArray, isObject, own, type Json, type JsonObject } from '../../core/json.js';
import { shorten } from '../../core/shorten.js';
import { MAX_DESCRIPTION_CHARACTERS } from '../../sentinel/limits.js';
import { refused, type Reply } from '../reply.js';
import { refusals } from '../refusals.js';
import { badContent } from '../resource-body.js';

/** What a PUT may say of an incident, or why it is refused. */
export type ReadIncident =
  | { readonly given: JsonObject; readonly refusal?: never }
  | { readonly refusal: Reply; readonly given?: never };

/** Members that may be written. Azure makes the last five itself: here they can be given, so that playbooks find them. */
const writable = new Set(
  `title description severity status owner labels firstActivityTimeUtc lastActivityTimeUtc classification classificationComment
  classificationReason additionalData relatedAnalyticRuleIds alerts bookmarks relatedEntities`.split(/\s+/),
);

/** What members must be where they are there. */
interface Shape {
  readonly names: readonly string[];
  readonly wanted: string;
  readonly fits: (value: Json) => boolean;
}

const shapes: readonly Shape[] = [
  {
    names: ['title', 'description', 'classification', 'classificationComment', 'classificationReason'],
    wanted: 'a text',
    fits: (value) => typeof value === 'string',
  },
  { names: ['owner', 'additionalData'], wanted: 'an object', fits: isObject },
  { names: ['relatedAnalyticRuleIds', 'alerts', 'bookmarks', 'relatedEntities'], wanted: 'a list', fits: isArray },
  { names: ['labels'], wanted: 'a list of labels', fits: isLabels },
];

const values: Readonly<Record<string, readonly string[]>> = {
  severity: ['High', 'Medium', 'Low', 'Informational'],
  status: ['New', 'Active', 'Closed'],
};

/** Reads the properties of an incident that is written. Null is as if nothing were said. */
export function readIncident(body: JsonObject): ReadIncident {
  const properties = own(body, 'properties');
  if (!isObject(properties)) return { refusal: badContent('properties', 'an object') };
  const said = Object.entries(properties).filter(([name, value]) => writable.has(name) && value !== null);
  const given = Object.fromEntries(said);
  const problem = problemIn(given);
  return problem === undefined ? { given } : { refusal: badIncident(problem) };
}

/** What is not as Microsoft Sentinel wants it; `problem` is a sentence. */
export function badIncident(problem: string): Reply {
  return refused(refusals.badIncident, problem);
}

function problemIn(given: JsonObject): string | undefined {
  for (const name of ['title', 'severity', 'status']) {
    if (own(given, name) === undefined) return `The property '${name}' is required.`;
  }
  const wrong = shapes.map((shape) => notOf(given, shape)).find((one) => one !== undefined);
  if (wrong !== undefined) return wrong;
  for (const [name, allowed] of Object.entries(values)) {
    const value = own(given, name) ?? null;
    if (!allowed.includes(String(value))) {
      return `The property '${name}' is ${shorten(value)}, expected one of ${allowed.join(', ')}.`;
    }
  }
  const length = String(own(given, 'description') ?? '').length;
  if (length > MAX_DESCRIPTION_CHARACTERS) {
    return `The description has ${length} characters, at most ${MAX_DESCRIPTION_CHARACTERS} are allowed.`;
  }
  const isClosed = own(given, 'status') === 'Closed' && own(given, 'classification') === undefined;
  return isClosed ? "The property 'classification' is required to close an incident." : undefined;
}

function notOf(given: JsonObject, { names, wanted, fits }: Shape): string | undefined {
  const wrong = names.find((name) => {
    const value = own(given, name);
    return value !== undefined && !fits(value);
  });
  if (wrong === undefined) return undefined;
  return `The property '${wrong}' is ${shorten(own(given, wrong) ?? null)}, expected ${wanted}.`;
}

function isLabels(value: Json): boolean {
  return isArray(value) && value.every((one) => isObject(one) && typeof own(one, 'labelName') === 'string');
}
