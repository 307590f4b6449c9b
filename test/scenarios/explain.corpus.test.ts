import { rules } from '../../src/cli/rules.js';
import { run, runJson } from './run.js';

test('each can be printed, as text and as JSON', async () => {
  for (const { code } of rules) {
    const ran = await run(`explain ${code}`);
    expect([ran.exit, ran.out[0]?.split(' ')[0], ran.err]).toEqual([0, code, []]);
    const { exit, result } = await runJson(`explain ${code}`);
    expect([exit, result.rule.code, Object.keys(result.rule).slice(0, 6)]).toEqual([
      0,
      code,
      ['code', 'severity', 'summary', 'why', 'source', 'examples'],
    ]);
  }
});
