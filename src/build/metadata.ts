import type { ExtensionValues } from '../definition/extensions-shapes.js';

/** The categories that a connector can be listed under: those that published connectors use, and no other. */
export const categories = [
  'AI',
  'Business Intelligence',
  'Business Management',
  'Collaboration',
  'Commerce',
  'Communication',
  'Content and Files',
  'Data',
  'Finance',
  'Human Resources',
  'IT Operations',
  'Internet of Things',
  'Lifestyle and Entertainment',
  'Marketing',
  'Productivity',
  'Sales and CRM',
  'Security',
  'Social Media',
  'Website',
] as const;
/** One of {@link categories}. */
export type Category = (typeof categories)[number];

/** Who stands behind the connector. */
export interface Metadata {
  readonly website: string;
  readonly privacyPolicy: string;
  /** One or two. */
  readonly categories: readonly [Category] | readonly [Category, Category];
}

/** The metadata as `x-ms-connector-metadata` has it: under exactly these names. */
export function metadata({
  website,
  privacyPolicy,
  categories: listed,
}: Metadata): Pick<ExtensionValues, 'x-ms-connector-metadata'> {
  return {
    'x-ms-connector-metadata': [
      { propertyName: 'Website', propertyValue: website },
      { propertyName: 'Privacy policy', propertyValue: privacyPolicy },
      { propertyName: 'Categories', propertyValue: listed.join(';') },
    ],
  };
}
