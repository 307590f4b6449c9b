import { ofAnyCase } from '../arm/hole.js';
import { isObject, type JsonObject } from '../core/json.js';
import { shorten } from '../core/shorten.js';
import { textAt } from './incident.js';
import { MAX_DESCRIPTION_CHARACTERS } from './limits.js';
import { patchedTags } from './tags.js';
import { severities, statuses } from './trigger-findings.js';

/** What the body of `UpdateIncident` or `CreateIncident` makes of an incident's properties, or why it is refused. */
export type Patched =
  | { readonly properties: JsonObject; /** A sentence for each change. */ readonly what: readonly string[] }
  | { readonly problem: string };

/** Changes properties as the body says. What is absent or null stays. */
export function patched(properties: JsonObject, body: JsonObject): Patched {
  const problem = problemIn(body);
  if (problem !== undefined) return { problem };
  const tags = patchedTags(properties, body);
  if ('problem' in tags) return tags;
  const texts = ['title', 'description', 'severity', 'status'].flatMap((name) => {
    const value = ofAnyCase(body, name);
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  const owner = ownerIn(body);
  const classification = classificationIn(body);
  return {
    properties: {
      ...properties,
      ...Object.fromEntries(texts),
      ...classification,
      ...(owner !== undefined && { owner }),
      labels: tags.labels,
    },
    what: [
      ...texts.flatMap(([name, value]) => moved(name, textAt(properties, name), value)),
      ...Object.values(classification).map((value) => `The classification is ${shorten(value)}.`),
      ...(owner === undefined
        ? []
        : [owner['assignedTo'] === null ? 'Nobody is the owner.' : `The owner is ${shorten(owner['assignedTo'])}.`]),
      ...tags.what,
    ],
  };
}

function moved(name: string, before: string | undefined, after: string): string[] {
  if (before === after) return [];
  return [`The ${name} changed from ${before === undefined ? 'none' : shorten(before)} to ${shorten(after)}.`];
}

function problemIn(body: JsonObject): string | undefined {
  const description = ofAnyCase(body, 'description');
  if (typeof description === 'string' && description.length > MAX_DESCRIPTION_CHARACTERS) {
    return `The description has ${description.length} characters, at most ${MAX_DESCRIPTION_CHARACTERS} are allowed.`;
  }
  for (const name of ['title', 'description', 'owner']) {
    const value = ofAnyCase(body, name) ?? '';
    if (typeof value !== 'string') return `The field ${name} is ${shorten(value)}, expected a text.`;
  }
  return (
    notOneOf(body, 'severity', severities) ??
    notOneOf(body, 'status', statuses) ??
    notOneOf(body, 'ownerAction', ['Assign', 'Unassign'])
  );
}

function notOneOf(body: JsonObject, name: string, values: readonly string[]): string | undefined {
  const value = ofAnyCase(body, name) ?? null;
  if (value === null || (typeof value === 'string' && values.includes(value))) return undefined;
  return `The field ${name} is ${shorten(value)}, expected one of ${values.join(', ')}.`;
}

/** The owner is one text: a name, an address or an object id. */
function ownerIn(body: JsonObject): JsonObject | undefined {
  const owner = ofAnyCase(body, 'owner');
  if (ofAnyCase(body, 'ownerAction') === 'Unassign')
    return { assignedTo: null, email: null, objectId: null, userPrincipalName: null };
  return typeof owner === 'string' && owner !== '' ? { assignedTo: owner, userPrincipalName: owner } : undefined;
}

/** `{ "ClassificationAndReason": "BenignPositive - SuspiciousButExpected", "ClassificationReasonText" }`, or the first alone as a text. */
function classificationIn(body: JsonObject): Readonly<Record<string, string>> {
  const given = ofAnyCase(body, 'classification');
  const whole = isObject(given) ? ofAnyCase(given, 'ClassificationAndReason') : given;
  const comment = isObject(given) ? ofAnyCase(given, 'ClassificationReasonText') : undefined;
  if (typeof whole !== 'string' || whole === '') return {};
  const [classification = '', classificationReason] = whole.split(' - ', 2);
  return {
    classification,
    ...(classificationReason !== undefined && { classificationReason }),
    ...(typeof comment === 'string' && comment !== '' && { classificationComment: comment }),
  };
}
