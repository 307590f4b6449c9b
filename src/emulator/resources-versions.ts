/** The api-versions of Microsoft.Resources: groups, the list of resources, tags, providers. */
export const RESOURCES_VERSIONS: readonly string[] = [
  '2019-10-01',
  '2020-06-01',
  '2020-10-01',
  '2021-04-01',
  '2022-09-01',
  '2023-07-01',
  '2024-03-01',
  '2024-07-01',
  '2024-11-01',
  '2025-04-01',
];
