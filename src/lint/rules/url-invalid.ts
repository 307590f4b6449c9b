import { isObject } from '../../core/json.js';
import { shorten } from '../../core/shorten.js';
import { having } from '../having.js';
import { metadataOf } from '../metadata.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

export const urlInvalid: LintRule = {
  code: 'url-invalid',
  severity: 'note',
  certification: 'error',
  summary:
    'What is a link is an absolute URL: of the contact, the license, further documentation, the website and the privacy policy.',
  why: 'Somebody clicks it; certification refuses a definition with a broken link.',
  source: validatorPage,
  published: { files: 0, of: 161 },
  codes: ['UrlNotValid'],
  examples: {
    bad: [
      { definition: { '/info/contact/url': 'www.contoso.com' }, at: ['/info/contact/url'] },
      {
        definition: { '/x-ms-connector-metadata/1/propertyValue': 'none' },
        at: ['/x-ms-connector-metadata/1/propertyValue'],
      },
    ],
    good: [{ definition: { '/externalDocs': { url: 'https://docs.contoso.com' } }, at: [] }],
  },
  check({ definition }, report) {
    const look = (holder: unknown, pointer: string, key = 'url') => {
      const url = isObject(holder) ? holder[key] : undefined;
      if (typeof url !== 'string' || url.trim() === '' || isAbsolute(url)) return;
      report(
        `${pointer}/${key}`,
        `The URL is ${shorten(url)}, expected an absolute one such as "https://www.contoso.com".`,
      );
    };
    look(definition.info.contact, '/info/contact');
    look(definition.info.license, '/info/license');
    for (const { name, item, pointer } of metadataOf(definition)) {
      if (/^(?:website|privacy policy)$/i.test(name)) look(item, pointer, 'propertyValue');
    }
    look(definition.externalDocs, '/externalDocs');
    definition.tags?.forEach((tag, index) => look(tag.externalDocs, `/tags/${index}/externalDocs`));
    return {
      operation: having(['externalDocs'], ({ externalDocs }, { pointer }) =>
        look(externalDocs, `${pointer}/externalDocs`),
      ),
      schema: having(['externalDocs'], ({ externalDocs }, { pointer }) =>
        look(externalDocs, `${pointer}/externalDocs`),
      ),
    };
  },
};

function isAbsolute(url: string): boolean {
  return /^https?:\/\/[^\s/]/i.test(url) && URL.canParse(url);
}
