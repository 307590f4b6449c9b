import { shorten } from '../../core/shorten.js';
import { metadataOf } from '../metadata.js';
import type { LintRule } from '../rule.js';
import { certificationPage } from '../sources.js';

const key = 'x-ms-connector-metadata';
const names = ['Website', 'Privacy policy', 'Categories'];

export const metadataMissing: LintRule = {
  code: 'metadata-missing',
  severity: 'note',
  certification: 'error',
  summary: 'x-ms-connector-metadata has "Website", "Privacy policy" and "Categories", spelled like that.',
  why: 'The documentation of a certified connector is made from it, by these exact names.',
  source: certificationPage,
  published: { files: 133, of: 1018 },
  codes: ['ConnectorMetadataPropertiesMissing'],
  examples: {
    bad: [
      { definition: { [`/${key}`]: undefined }, at: [''] },
      { definition: { [`/${key}/1/propertyName`]: 'Privacy Policy' }, at: [`/${key}/1/propertyName`] },
      { definition: { [`/${key}/0`]: undefined }, at: [`/${key}`] },
    ],
    good: [{ definition: { [`/${key}/0/propertyValue`]: 'https://tickets.contoso.com' }, at: [] }],
  },
  check({ definition }, report) {
    const metadata = metadataOf(definition);
    const holder = Object.hasOwn(definition, key) ? `/${key}` : '';
    const absent: string[] = [];
    for (const name of names) {
      if (metadata.some((fact) => fact.name === name)) continue;
      const near = metadata.find((fact) => fact.name.trim().toLowerCase() === name.toLowerCase());
      if (near === undefined) absent.push(name);
      else {
        const pointer = `${near.pointer}/propertyName`;
        const message = `${shorten(near.name)} is no known name. Did you mean "${name}"?`;
        report(pointer, message, { fix: { set: pointer, value: name } });
      }
    }
    if (absent.length > 0) {
      report(holder, `The metadata of the connector lacks ${absent.map((name) => `"${name}"`).join(', ')}.`);
    }
    return {};
  },
};
