import { writeJson } from '../core/json-write.js';
import type { Json } from '../core/json.js';
import type { Rule } from '../core/rule.js';
import { codeBlock } from './markdown-code.js';

/** A rule as SARIF describes it (`reportingDescriptor`, SARIF 2.1.0 section 3.49), with what GitHub shows beside an alert. */
export function sarifRule({ code, severity, summary, why, source, examples }: Rule<unknown>) {
  const [helpUri] = /https?:\/\/[^\s,;)<>]+/.exec(source) ?? [];
  const more = `connector-kit explain ${code}`;
  return {
    id: code,
    shortDescription: { text: summary },
    fullDescription: { text: why },
    help: {
      text: `${summary}\n\n${why}\n\nSource: ${source}\n\nWith examples: ${more}`,
      markdown: [
        `${escaped(summary)}\n\n${escaped(why)}\n`,
        ...examples.bad.map((example) => `Breaks it:\n\n${exampleBlock(example)}`),
        ...examples.good.map((example) => `Keeps it:\n\n${exampleBlock(example)}`),
        `Source: ${escaped(source)}\n`,
      ].join('\n'),
    },
    ...(helpUri !== undefined && { helpUri }),
    defaultConfiguration: { level: severity },
  };
}

/** Our own words, in which some characters would be markup. */
function escaped(text: string): string {
  return text.replaceAll(/[\\`*_<>[\]|]/g, '\\$&');
}

function exampleBlock(example: unknown): string {
  // An example is a text or plain JSON data: each rule's type says which.
  return typeof example === 'string' ? codeBlock(example) : codeBlock(writeJson(example as Json), 'json');
}
