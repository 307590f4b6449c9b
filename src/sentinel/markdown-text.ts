/** The marks of Markdown in a text. Lengths are bounded, so that the time is. */
const marks: readonly (readonly [mark: RegExp, text: string])[] = [
  [/^ {0,3}#{1,6}[ \t]+(.{0,500})$/gm, '$1'],
  [/!?\[([^\][\n]{0,200})\]\(([^()\s]{1,500})\)/g, '$1 ($2)'],
  [/\*\*([^*\n]{1,300})\*\*/g, '$1'],
  [/__([^_\n]{1,300})__/g, '$1'],
  [/(?<![*\w])\*([^*\s][^*\n]{0,300})\*(?!\w)/g, '$1'],
  [/`([^`\n]{1,500})`/g, '$1'],
];

/** A line of a code block's fence. */
const FENCE = /^ {0,3}(?:```|~~~)/;

/** The text of Markdown without its marks: what a reader sees. What is in a code block stays as it is. */
export function markdownText(markdown: string): string {
  let inCode = false;
  const parts: string[] = [];
  const open: string[] = [];
  const close = () => {
    if (open.length > 0) parts.push(inCode ? open.join('\n') : withoutMarks(open.join('\n')));
    open.length = 0;
  };
  for (const line of markdown.split('\n')) {
    if (!FENCE.test(line)) {
      open.push(line);
      continue;
    }
    close();
    inCode = !inCode;
  }
  close();
  return parts.join('\n');
}

function withoutMarks(text: string): string {
  return marks.reduce((left, [mark, plain]) => left.replace(mark, plain), text);
}

/** What of Markdown stands in a text: the marks with what they are about, the first of each kind; a list's first line. */
export function marksIn(text: string): readonly string[] {
  const kinds = [
    ...marks.map(([mark]) => mark),
    /^ {0,3}(?:```|~~~).{0,20}$/gm,
    /^ {0,3}(?:[-*+]|\d{1,3}[.)])[ \t]+\S.{0,200}$/gm,
  ];
  return kinds.flatMap((kind) => {
    const found = text.match(kind)?.[0];
    return found === undefined ? [] : [found.trim()];
  });
}
