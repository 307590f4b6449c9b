import { workflowRules } from '../../src/workflow/rules.js';
import { read } from './read.js';

describe.each(Object.values(workflowRules).map((rule) => [rule.code, rule] as const))('%s', (code, rule) => {
  test.each(rule.examples.bad)('is told of %j', (value) => {
    const { findings } = read(value);
    expect(findings.map((one) => `${one.severity} ${one.code}`)).toEqual([`${rule.severity} ${code}`]);
    for (const { message, file } of findings) {
      expect(message).toMatch(/^[A-Z].*\.$/);
      expect(file).toBe('workflow.json');
    }
  });
  test.each(rule.examples.good)('is not told of %j', (value) => {
    expect(read(value).findings).toEqual([]);
  });
});
