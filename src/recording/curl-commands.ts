import type { Span } from './curl-answer.js';
import type { OffsetReport } from './http-message.js';
import type { Shell } from './curl-quotes.js';
import { commandLine, isCurlAt, type CommandLine } from './curl-words.js';

/** A curl command in a file, and the text behind it, up to the next one. */
export interface Command extends CommandLine {
  readonly start: number;
  readonly behind: Span;
}

/** How far before a command its line is looked at, in UTF-16 code units: for the cue, what a terminal shows where a command can be typed. */
const LONGEST_CUE = 120;
/** How many commands that cannot be read are looked at: one with a quote that has no end is read to the end of the file. */
const MOST_TROUBLED = 10;
/** How many commands are looked at. */
const MOST_COMMANDS = 1000;

/** The curl commands in a file, in its order. `report` hears where they are too many: from there on none is read. */
export function commandsIn(text: string, report: OffsetReport): readonly Command[] {
  const commands: (CommandLine & Found)[] = [];
  let troubled = 0;
  for (let found = nextCommand(text, 0); found;) {
    if (troubled === MOST_TROUBLED || commands.length === MOST_COMMANDS) {
      report(found.start, `From here on no command is read, expected at most ${commands.length} before.`);
      break;
    }
    const command = commandLine(text, found.start, shellOf(text, found));
    if (command.trouble !== undefined) troubled += 1;
    const next = nextCommand(text, command.trouble === undefined ? command.end : found.start + 'curl'.length);
    commands.push({ ...found, ...command, end: Math.min(command.end, next?.cue ?? text.length) });
    found = next;
  }
  return commands.map((command, at) => ({
    ...command,
    behind: { start: command.end, end: commands[at + 1]?.cue ?? text.length },
  }));
}

interface Found {
  readonly start: number;
  /** Where the cue before it begins, or the command itself. */
  readonly cue: number;
}

function nextCommand(text: string, from: number): Found | undefined {
  for (let start = text.indexOf('curl', from); start >= 0; start = text.indexOf('curl', start + 1)) {
    if (!isCurlAt(text, start)) continue;
    const cue = cueBefore(text, start);
    if (cue !== undefined) return { start, cue };
  }
  return undefined;
}

/** What may stand before the name of the program: variables, `sudo`, `time`, an assignment of what it prints, its folder. */
const BEFORE_NAME = String.raw`(?:\w+=[^\s"'()]*[ \t]+)*(?:(?:sudo|time)[ \t]+)?(?:\w+="?\$\()?(?:[\w.~-]*\/)*`;
/** A cue: `$ `, `user@host:~$ `, `root@host:~# `, `PS C:\> `, `C:\>`. A `#` alone begins a comment. */
const AT_LINE_START = new RegExp(
  String.raw`^[ \t]*(?:[^"'{}]*[$%>❯➜][ \t]*|[^\s"'{}#][^"'{}#]*#[ \t]*)?${BEFORE_NAME}$`,
);
/** A cue behind a body that does not end with a line break. */
const BEHIND_BODY = /[}\]]([^"'{}[\],]*[$%>❯➜#][ \t]*)$/;

/** Where the cue before the name of the program begins; undefined where the name is only a word of a text. */
function cueBefore(text: string, start: number): number | undefined {
  const from = Math.max(0, start - LONGEST_CUE);
  const before = text.slice(from, start);
  const lineStart = before.lastIndexOf('\n') + 1;
  const line = before.slice(lineStart);
  if ((lineStart > 0 || from === 0) && AT_LINE_START.test(line)) return from + lineStart;
  if (isBehindCommand(line)) return start;
  const cue = BEHIND_BODY.exec(line)?.[1];
  return cue === undefined ? undefined : start - cue.length;
}

/** Whether the line so far is another command, with a separator at its end: not within quotes, and no comment. */
function isBehindCommand(line: string): boolean {
  if (!/[;&|][ \t]*$/.test(line) || /^[ \t]*#/.test(line)) return false;
  return ['"', "'"].every((quote) => line.split(quote).length % 2 === 1);
}

/** Whose quoting rules a command follows, by how its first line ends or its arguments are quoted, and by the cue before it. */
function shellOf(text: string, { start, cue }: Found): Shell {
  const end = text.indexOf('\n', start);
  const line = text.slice(cue, end < 0 ? text.length : end).trimEnd();
  if (line.endsWith('^') || line.includes(' ^"') || /^\s*[A-Z]:\\[^>]*>/i.test(line)) return 'cmd';
  return line.endsWith('`') || /^\s*PS [^>]*>/.test(line) ? 'powershell' : 'posix';
}
