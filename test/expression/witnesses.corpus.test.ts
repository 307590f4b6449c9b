import { existsSync, readFileSync } from 'node:fs';
import { readTemplate } from '../../src/expression/template.js';

const folder = '../shared/data/playbooks';
const corpus = existsSync(folder) ? describe : describe.skip;

/** The expressions of a witness, and whether it calls them valid. */
function cases(name: string): [expression: string, valid: boolean][] {
  const witness: Record<string, unknown> = JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'));
  return Object.entries(witness).flatMap(([group, list]) => {
    if (!Array.isArray(list)) return [];
    return list.map((one): [string, boolean] => [typeof one === 'string' ? one : one.expr, group !== 'unparseable']);
  });
}

corpus('the witnesses', () => {
  test.each([
    // the tests of another tool, which takes an inner "@"; the service refuses it, see `refused`
    ['expressions-measured.json', 262, 4],
    ['wdl-oracle.json', 59, 0],
    ['function-examples.json', 158, 0],
  ])('%s', (name, count, inner) => {
    const all = cases(name);
    const wrong = all.filter(([expression, valid]) => (readTemplate(expression).kind !== 'broken') !== valid);
    const refused = all.filter(([expression]) => 'refused' in readTemplate(expression));
    expect([all.length, wrong, refused.length]).toEqual([count, [], inner]);
  });
});
