import type { CST } from 'yaml';
import { MAX_DEPTH } from './limits.js';
import type { Report } from './text-findings.js';
import { documentTooDeep } from './text-rules.js';
import { yamlSeveralDocuments, yamlTokenLimit } from './yaml-rules.js';
import type { Complain } from './yaml-said.js';

type Yaml = typeof import('yaml');

/**
 * How many tokens of YAML are read: scalars, indicators, spaces, line ends, comments. `yaml` 2.9.1 takes about 4 µs for each.
 * The largest API description known here has 390,000 in 2.8 MiB; JSON, which is denser, has 180,000 a MiB.
 */
export const MAX_YAML_TOKENS = 600_000;

/** What the parser keeps on its stack beside the open collections: the document, a scalar, an error. */
const OTHER_ON_STACK = 3;

/** The longest directive, in UTF-16 code units: what a `%TAG` stands for is copied into every tag. */
const MAX_DIRECTIVE = 1000;

/** The longest key of a pair in a list, in UTF-16 code units (YAML 1.2.2 section 7.4). The library looks through all of it at each level. */
const MAX_KEY = 1024;

/** How many comments in a row the parser is given: it compares each with all the blank lines before them. */
const MAX_COMMENTS = 100;

/** Where trouble is told: what breaks a limit, and what is no YAML. */
interface Trouble {
  readonly report: Report;
  readonly complain: Complain;
}

/** The syntax tree of the one document in `text`. What stands outside of it is reported; where a limit is met, it ends. */
export function* yamlTokens(yaml: Yaml, text: string, { report, complain }: Trouble): Generator<CST.Token, void> {
  let documents = 0;
  for (const token of parsed(yaml, text, { report, complain })) {
    const { offset } = token;
    if (token.type === 'error') complain(offset, offset + token.source.length, token.message);
    else if (token.type === 'directive' && token.source.length > MAX_DIRECTIVE) {
      complain(offset, offset + token.source.length, `A directive has at most ${MAX_DIRECTIVE} characters`);
    } else if (token.type === 'document' && ++documents > 1) {
      const message = 'A second document begins here, expected one in a file.';
      return report(yamlSeveralDocuments, { offset, pointer: '', message });
    } else yield token;
  }
}

/** The trees that the parser of the library makes. It does not recurse, but what composes them does: hence the limit of depth. */
function* parsed(yaml: Yaml, text: string, { report, complain }: Trouble): Generator<CST.Token, void> {
  const parser = new yaml.Parser();
  const isLeftOut = commentFilter(yaml);
  let count = 0;
  for (const lexeme of new yaml.Lexer().lex(text)) {
    const { offset } = parser;
    count += 1;
    if (count > MAX_YAML_TOKENS) {
      const message = `The document has more tokens of YAML than the ${MAX_YAML_TOKENS} that were expected at most.`;
      return report(yamlTokenLimit, { offset, pointer: '', message });
    }
    if (isLeftOut(lexeme)) parser.offset += lexeme.length;
    else yield* parser.next(lexeme);
    if (lexeme === ':' && endsLongKey(parser.stack, offset)) {
      const message = `The : indicator must be at most ${MAX_KEY} chars after the start of an implicit flow sequence key`;
      return complain(offset, offset + 1, message);
    }
    if (parser.stack.length > MAX_DEPTH + OTHER_ON_STACK) {
      const message = `Found nesting deeper than the ${MAX_DEPTH} levels that were expected at most.`;
      return report(documentTooDeep, { offset, pointer: '', message });
    }
  }
  yield* parser.end();
}

/** Whether a list or mapping without a `?` is a key in a list (`[[a]: b]`), and too long for that. */
function endsLongKey(stack: readonly CST.Token[], offset: number): boolean {
  const top = stack.at(-1);
  if (top?.type !== 'flow-collection' || top.start.source !== '[') return false;
  const { key, start } = top.items.at(-1) ?? {};
  if (key?.type !== 'flow-collection' || offset - key.offset <= MAX_KEY) return false;
  return !start?.some(({ type }) => type === 'explicit-key-ind');
}

/** Tells of each of the smallest parts of a text, one after the other, whether it is one comment too many. */
function commentFilter({ CST }: Yaml): (lexeme: string) => boolean {
  let comments = 0;
  let inScalar = false;
  return (lexeme) => {
    const type: string | null = inScalar ? 'scalar' : CST.tokenType(lexeme);
    inScalar = type === 'scalar' && !inScalar;
    if (type === 'comment') comments += 1;
    else if (type === null || !BETWEEN_CONTENT.has(type)) comments = 0;
    return comments > MAX_COMMENTS && type === 'comment';
  };
}

/** What can stand among comments while the parser still keeps all of it in one list. */
const BETWEEN_CONTENT: ReadonlySet<string> = new Set(['space', 'newline', 'tag', 'anchor']);
