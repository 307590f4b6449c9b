import { shorten } from './shorten.js';
import { MAX_EQUAL_FINDINGS, type Report } from './text-findings.js';
import { yamlSyntax } from './yaml-rules.js';

/** How much of the library's message is shown, in UTF-16 code units: it can hold the text that it is about. */
const MAX_SAID = 160;

/** Says that the library found no YAML from one offset of the text to another. */
export type Complain = (from: number, to: number, said: string) => void;

/** Reports what the library complains of in `text`. It can find a million reasons: beyond what is kept they are only counted. */
export function complaints(text: string, report: Report): Complain {
  let told = 0;
  return (from, to, said) => {
    told += 1;
    const message = told > MAX_EQUAL_FINDINGS ? '' : sentence(said, text.slice(from, to));
    report(yamlSyntax, { offset: from, pointer: '', message });
  };
}

/** The library's message as one sentence of ours. */
function sentence(message: string, found: string): string {
  const said = shorten(message.slice(0, MAX_SAID).replace(/[.\s]+$/, ''), MAX_SAID)
    .slice(1, -1)
    .replace(/\\(["\\])/g, '$1');
  return found.trim() === ''
    ? `The text is no YAML here: ${said}.`
    : `Found ${shorten(found)} that is no YAML: ${said}.`;
}
