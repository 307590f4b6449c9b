import type { Document } from 'yaml';
import { MAX_DEPTH } from './limits.js';
import { shorten } from './shorten.js';
import type { Report } from './text-findings.js';
import { documentTooDeep } from './text-rules.js';
import { yamlSeveralDocuments, yamlSyntax } from './yaml-rules.js';

/** How much of the library's message is shown, in UTF-16 code units: it can hold the text that it is about. */
const MAX_SAID = 160;

type Yaml = typeof import('yaml');

/** What the parser keeps on its stack beside the open collections: the document, a scalar, an error. */
const OTHER_ON_STACK = 3;

/**
 * The syntax tree of a YAML text, of which scalars are texts that no schema has touched; undefined where the text is no YAML.
 * The library composes recursively, so its parser is stopped where nesting gets too deep, before that.
 */
export function parseYaml(yaml: Yaml, text: string, report: Report): Document.Parsed | undefined {
  const composer = new yaml.Composer({
    schema: 'failsafe',
    resolveKnownTags: false,
    uniqueKeys: false,
    logLevel: 'silent',
  });
  let readable = true;
  const refuse: Report = (rule, trouble) => {
    readable = false;
    report(rule, trouble);
  };
  let first: Document.Parsed | undefined;
  for (const document of composer.compose(tokens(yaml, text, refuse), true, text.length)) {
    if (first) {
      const message = 'A second document begins here, expected one in a file.';
      refuse(yamlSeveralDocuments, { offset: document.range[0], pointer: '', message });
      break;
    }
    first = document;
    for (const { message, pos } of document.errors) {
      refuse(yamlSyntax, { offset: pos[0], pointer: '', message: sentence(message, text.slice(...pos)) });
    }
  }
  return readable ? first : undefined;
}

/** What the parser of the library gives, up to where nesting is too deep. */
function* tokens(yaml: Yaml, text: string, report: Report) {
  const parser = new yaml.Parser();
  for (const lexeme of new yaml.Lexer().lex(text)) {
    yield* parser.next(lexeme);
    if (parser.stack.length <= MAX_DEPTH + OTHER_ON_STACK) continue;
    const message = `Found nesting deeper than the ${MAX_DEPTH} levels that were expected at most.`;
    report(documentTooDeep, { offset: parser.offset - lexeme.length, pointer: '', message });
    return;
  }
  yield* parser.end();
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
