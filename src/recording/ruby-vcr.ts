import { isArray, isObject, own, typeOf, type Json } from '../core/json.js';
import type { RecordingFormat } from './format.js';
import { readInteraction } from './vcr-py-interaction.js';

/**
 * Cassettes of VCR for Ruby, in YAML or JSON, and of vcr for R: `{ http_interactions: [{ request, response, recorded_at }], recorded_with }`;
 * before version 2 only the list, without times.
 * Shapes: lib/vcr/structs.rb in github.com/vcr/vcr, R/serialize-interaction.R and R/serialize-body.R in github.com/ropensci/vcr.
 */
export const rubyVcr: RecordingFormat = {
  title: 'VCR (Ruby, R)',
  recognizes: (value) =>
    isArray(value) ? value.some(isOldInteraction) : isObject(value) && Object.hasOwn(value, LIST),
  entries(value, report) {
    if (isArray(value)) return value.map((item, at) => ({ value: item, pointer: `/${at}` }));
    const list = isObject(value) ? (own(value, LIST) ?? null) : null;
    const context = isObject(value) ? (own(value, 'recorded_with') ?? null) : null;
    if (isArray(list)) return list.map((item, at) => ({ value: item, pointer: `/${LIST}/${at}`, context }));
    report(`/${LIST}`, `The interactions are of type ${typeOf(list)}, expected a list.`);
    return [];
  },
  read(entry, report) {
    const exchange = readInteraction(entry, report);
    if (exchange === undefined) return [];
    const recorded = recordedBy(entry.value, entry.context);
    return [recorded === '' ? exchange : { ...exchange, recorded }];
  },
};

const LIST = 'http_interactions';

/** The longest part of what says by whom and when it was recorded, in UTF-16 code units. */
const MAX_RECORDED = 100;

function recordedBy(interaction: Json, tool: Json | undefined): string {
  const [at, by] = isObject(interaction) ? [own(interaction, 'recorded_at'), own(interaction, 'recorded_with')] : [];
  const isText = (part: Json | undefined): part is string => typeof part === 'string' && part.length <= MAX_RECORDED;
  return [tool ?? by, at].filter(isText).join(', ');
}

/** An interaction of VCR 1, with the tags of its classes taken away: only this has `uri` in a list. */
function isOldInteraction(item: Json): boolean {
  const request = isObject(item) && isObject(own(item, 'response') ?? null) ? own(item, 'request') : undefined;
  return isObject(request) && Object.hasOwn(request, 'uri');
}
