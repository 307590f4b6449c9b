/** A command of a page, and what the page says it prints. */
export interface Command {
  readonly command: string;
  /** In the page, from 1. */
  readonly line: number;
  /** The exit code that the page says: `# exits 1`; 0 where it says nothing. */
  readonly exit: number;
  /** Lines; `…` stands for any text, on a line of its own for any lines. Undefined where the page does not say. */
  readonly prints?: readonly string[];
}

/** A file that a page shows: a block whose first line is followed by `file=NAME`. */
export interface ShownFile {
  readonly file: string;
  readonly text: string;
}

/** What stands in the blocks of a Markdown page, in order: `sh` commands, `console` commands with what they print, and files. */
export function partsOf(page: string): readonly (Command | ShownFile)[] {
  const blocks = page.matchAll(/^(?:```)(?<language>\w*)(?<info>[^\n]*)\n(?<text>[\s\S]*?)^```$/gm);
  return [...blocks].flatMap(({ groups = {}, index }): readonly (Command | ShownFile)[] => {
    const { language, info = '', text = '' } = groups;
    const first = page.slice(0, index).split('\n').length + 1;
    const file = /\bfile=(?<file>\S+)/.exec(info)?.groups?.['file'];
    if (file !== undefined) return [{ file, text }];
    if (language === 'sh') return inShell(text, first);
    return language === 'console' ? inConsole(text, first) : [];
  });
}

function inShell(text: string, first: number): readonly Command[] {
  return joined(text, first).flatMap(({ line, text: written }) =>
    written.trim() === '' ? [] : [commandOf(written, line)],
  );
}

function inConsole(text: string, first: number): readonly Command[] {
  const commands: (Command & { prints: string[] })[] = [];
  for (const { line, text: written } of joined(text, first)) {
    if (written.startsWith('$ ')) commands.push({ ...commandOf(written.slice(2), line), prints: [] });
    else commands.at(-1)?.prints.push(written);
  }
  return commands;
}

function commandOf(written: string, line: number): Command {
  const [command = '', comment = ''] = written.split(/\s+#\s/);
  return { command: command.trim(), line, exit: Number(/exits (\d+)/.exec(comment)?.[1] ?? 0) };
}

/** Lines, those that end with a backslash together with the next. */
function joined(text: string, first: number): readonly { readonly line: number; readonly text: string }[] {
  const lines: { line: number; text: string }[] = [];
  text.split('\n').forEach((written, index) => {
    const before = lines.at(-1);
    if (before?.text.endsWith('\\')) before.text = `${before.text.slice(0, -1).trimEnd()} ${written.trim()}`;
    else lines.push({ line: first + index, text: written });
  });
  return lines;
}

/** Whether a text is what a page says is printed. */
export function isAsShown(printed: string, shown: readonly string[]): boolean {
  const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const lines = shown.join('\n').trimEnd().split('\n');
  const pattern = lines.map((line) =>
    line.trim() === '…' ? '(?:.*\\n)*' : `${line.trimEnd().split('…').map(escaped).join('.*')} *\\n`,
  );
  return new RegExp(`^\\n*${pattern.join('')}\\n*$`).test(`${printed.trimEnd()}\n`);
}
