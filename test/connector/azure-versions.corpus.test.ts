import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contractTest, countsOf, errorsOf } from './contract-test.js';

const folder = '../shared/data/samples/azure/json';
const corpus = existsSync(folder) ? describe : describe.skip;

/** The recordings of one API version, as words of a command line. */
function recordedWith(version: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));
  const all = files.map((file) => join(folder, file));
  return all.filter((file) => readFileSync(file, 'utf8').includes(`?api-version=${version}"`)).join(' ');
}

corpus('the dated versions of Azure OpenAI', () => {
  test.each([
    ['2023-03-15-preview', 8],
    ['2024-02-01', 8],
    ['2024-06-01', 2],
  ])('%s: what was recorded with it passes', async (version, total) => {
    const result = await contractTest(`azure-openai --samples ${recordedWith(version)} --api-version ${version}`);
    expect(result.samples).toEqual({ total, passed: total, failed: 0, unmatched: 0, skipped: 0 });
    expect(countsOf(result)['note other-api-version']).toBe(undefined);
  });

  test.each(['2023-03-15-preview', '2024-02-01', '2024-06-01', '2024-10-21'])(
    '%s: every answer passes, whatever version it was asked with',
    async (version) => {
      const result = await contractTest(
        `azure-openai --samples ${folder} --api-version ${version} --direction response`,
      );
      expect(result.samples).toEqual({ total: 82, passed: 82, failed: 0, unmatched: 0, skipped: 0 });
    },
  );

  // json_schema came with 2024-08-01-preview: an older version is refused by the service.
  test.each([
    ['2024-02-01', 6],
    ['2024-06-01', 6],
    ['2024-10-21', 0],
  ])('%s: the requests that it cannot take', async (version, failed) => {
    const result = await contractTest(`azure-openai --samples ${folder} --api-version ${version} --direction request`);
    expect(result.samples.failed).toBe(failed);
    expect([...new Set(Object.values(errorsOf(result, 'azure/json')).flat())]).toEqual(
      failed === 0 ? [] : ['not-in-enum /request/body/response_format/type'],
    );
  });
});
