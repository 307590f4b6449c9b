import { htmlText } from './html-text.js';
import { marksIn, markdownText } from './markdown-text.js';

/** A comment or a description as a person sees it. */
export interface Readable {
  /** Without markup. */
  readonly text: string;
  /** Markdown that is shown as it is written, because HTML stands around it: the first of each kind. */
  readonly raw: readonly string[];
  /** Tags that are no formatting: nobody sees them, nor what some of them hold. */
  readonly lost: readonly string[];
}

/** Begins a block of HTML in which Markdown is not read, to the next empty line. Source: CommonMark 0.31, section 4.6, start condition 6. */
const BLOCK =
  /^ {0,3}<\/?(?:address|article|aside|blockquote|body|center|details|dd|div|dl|dt|fieldset|figure|footer|form|h[1-6]|head|header|hr|html|iframe|li|link|main|nav|ol|p|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)(?:[\s/>]|$)/i;

/** How many examples are given of what is raw or lost. */
const MOST_EXAMPLES = 10;

/** What a person sees of a text that is HTML, Markdown or both, as the comments of an incident may be. */
export function readable(text: string): Readable {
  const parts = blocksOf(text.replaceAll('\r\n', '\n')).map(({ isHtml, lines }) => {
    const block = lines.join('\n');
    const { text: said, lost } = htmlText(block, { isMarkdown: !isHtml });
    return { text: isHtml ? said : markdownText(said), lost, raw: isHtml ? marksIn(asLines(block)) : [] };
  });
  return {
    text: tidied(parts.map((part) => part.text).join('\n\n')),
    raw: [...new Set(parts.flatMap(({ raw }) => raw))].slice(0, MOST_EXAMPLES),
    lost: [...new Set(parts.flatMap(({ lost }) => lost))].slice(0, MOST_EXAMPLES),
  };
}

interface Block {
  readonly isHtml: boolean;
  readonly lines: string[];
}

function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let last: Block | undefined;
  for (const line of text.split('\n')) {
    if (last?.isHtml) {
      if (line.trim() === '') last = undefined;
      else last.lines.push(line);
      continue;
    }
    const isHtml = BLOCK.test(line);
    if (last === undefined || isHtml) blocks.push((last = { isHtml, lines: [line] }));
    else last.lines.push(line);
  }
  return blocks;
}

/** The lines of a block without the tags around them, so that what stands at the beginning of one is found. */
function asLines(block: string): string {
  return block.replaceAll(/<[^<>]*>/g, '\n');
}

function tidied(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return lines
    .filter((line, at) => line !== '' || (at > 0 && lines[at - 1] !== ''))
    .join('\n')
    .trim();
}
