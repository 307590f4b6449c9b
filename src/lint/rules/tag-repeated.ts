import type { Json } from '../../core/json.js';
import { sameJson } from '../../core/same-json.js';
import { shorten } from '../../core/shorten.js';
import type { Tag } from '../../openapi/types.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

export const tagRepeated: LintRule = {
  code: 'tag-repeated',
  severity: 'note',
  certification: 'error',
  summary: 'No two tags have the same name.',
  why: 'One name cannot have two descriptions; certification refuses the definition.',
  source: validatorPage,
  published: { files: 0, of: 161 },
  codes: ['TagRedefined'],
  examples: {
    bad: [{ definition: { '/tags': [{ name: 'a' }, { name: 'a', description: 'Again.' }] }, at: ['/tags/1/name'] }],
    good: [{ definition: { '/tags': [{ name: 'a' }, { name: 'b' }] }, at: [] }],
  },
  check({ definition }, report) {
    const firsts = new Map<string, Tag>();
    definition.tags?.forEach((tag, index) => {
      const first = firsts.get(tag.name);
      if (first === undefined) firsts.set(tag.name, tag);
      // one that repeats the whole tag is reported by definition-repeated-item
      else if (!sameJson(asJson(first), asJson(tag))) {
        report(`/tags/${index}/name`, `The tag ${shorten(tag.name)} is there already, expected another name.`);
      }
    });
    return {};
  },
};

/** A tag was read from JSON; only its interface lacks an index signature. */
function asJson(tag: Tag): Json {
  return tag as unknown as Json;
}
