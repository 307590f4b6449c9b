import { shorten } from '../../core/shorten.js';
import { tokens } from '../../core/pointer.js';
import type { NotificationUrl } from '../notification-urls.js';
import type { LintRule } from '../rule.js';
import { webhookPage } from '../sources.js';

export const notificationUrlUnfit: LintRule = {
  code: 'notification-url-unfit',
  severity: 'warning',
  summary: 'The property for the address of a webhook is a text, internal and required.',
  why: 'Where it is not internal, the designer asks the user for an address that nobody knows; where it is not required, it may not be sent.',
  source: webhookPage,
  published: { files: 0, of: 161 },
  codes: ['NotificationUrlNotInternal', 'NotificationUrlNotRequired', 'NotificationUrlNotString'],
  examples: {
    bad: [
      {
        definition: { '/paths/~1hooks/post/parameters/0/schema/properties/url/x-ms-visibility': 'advanced' },
        at: [url()],
      },
      { definition: { '/paths/~1hooks/post/parameters/0/schema/required': undefined }, at: [url()] },
      { definition: { [`${url()}/type`]: 'boolean' }, at: [url()] },
    ],
    good: [
      {
        definition: {
          '/paths/~1hooks/post/parameters/0/schema/x-ms-visibility': 'internal',
          [`${url()}/x-ms-visibility`]: undefined,
        },
        at: [],
      },
    ],
  },
  check({ notificationUrls }, report) {
    const said = new Set<string>();
    for (const urls of notificationUrls.values()) {
      for (const found of urls) {
        const lacks = unfit(found);
        if (lacks === undefined || said.has(found.pointer)) continue;
        said.add(found.pointer);
        const name = shorten(tokens(found.pointer).at(-1));
        report(
          found.pointer,
          `The property ${name} gets the address of the webhook and is not ${lacks}, expected a text that is internal and required.`,
        );
      }
    }
    return {};
  },
};

function unfit({ schema, internal, required }: NotificationUrl): string | undefined {
  if (schema.type !== 'string') return 'a text';
  if (!internal) return 'internal';
  return required ? undefined : 'required';
}

function url(): string {
  return '/paths/~1hooks/post/parameters/0/schema/properties/url';
}
