import { isArray, isObject, own, typeOf, type Json, type JsonObject } from '../core/json.js';
import type { RecordingFormat } from './format.js';
import { readInteraction } from './vcr-py-interaction.js';

/**
 * Cassettes of VCR.py, in YAML or JSON: `{ version: 1, interactions: [{ request, response }] }`.
 * Shapes: vcr/serialize.py, vcr/request.py and vcr/stubs in github.com/kevin1024/vcrpy; tests/json_body_serializer.py in pydantic-ai.
 */
export const vcrPy: RecordingFormat = {
  title: 'VCR.py',
  recognizes: (value) => isObject(value) && isCassette(value),
  entries(value, report) {
    const list = isObject(value) ? (own(value, 'interactions') ?? null) : null;
    if (isArray(list)) return list.map((item, at) => ({ value: item, pointer: `/interactions/${at}` }));
    report('/interactions', `The interactions are of type ${typeOf(list)}, expected a list.`);
    return [];
  },
  read(entry, report) {
    const exchange = readInteraction(entry, report);
    return exchange ? [exchange] : [];
  },
};

function isCassette(value: JsonObject): boolean {
  const list = own(value, 'interactions');
  if (isArray(list) && list.length > 0) return list.some(isInteraction);
  return list !== undefined && own(value, 'version') === 1;
}

/** Whether it is meant as an interaction. Other tools have lists of this name: go-vcr has `url`, and Pact `path`, where this has `uri`. */
function isInteraction(item: Json): boolean {
  const request = isObject(item) ? own(item, 'request') : undefined;
  return isObject(request) && Object.hasOwn(request, 'uri');
}
