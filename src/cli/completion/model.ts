import type { Command, Operands } from '../command.js';
import { withCommon, type Flag } from '../flags.js';
import { shippedNames } from '../shipped.js';
import { PLAYBOOK_TEMPLATE, playbookFolder } from '../shipped-playbooks.js';
import { isRefusal, type World } from '../world.js';

/** What can stand at a place of a command line: words, and files or folders beside them. With neither, nobody knows. */
export interface Takes {
  readonly words: readonly string[];
  readonly paths?: 'files' | 'folders';
}

/** A flag, as a shell completes it. */
export interface CompletedFlag {
  /** With its dashes: `--out`. */
  readonly name: string;
  /** With its dash: `-o`. */
  readonly short: string | undefined;
  /** Its first sentence of help. */
  readonly help: string;
  /** Undefined of one that takes no value. */
  readonly takes: Takes | undefined;
  /** Whether it takes all words up to the next flag. */
  readonly isList: boolean;
}

/** A command, as a shell completes it. */
export interface CompletedCommand {
  /** One word, or two. */
  readonly name: string;
  readonly summary: string;
  readonly flags: readonly CompletedFlag[];
  readonly operands: Takes;
}

/** A command in the list of all. */
export interface Listed {
  readonly summary: string;
  load(): Promise<Command>;
}

/** What the words of operands and flags are called in the help, and what they can be. */
type Known = ReadonlyMap<string, Takes>;

/** Everything that a shell completes: commands, their flags, what these take. Loads all commands. */
export async function completionModel(
  commands: Readonly<Record<string, Listed>>,
  world: World,
): Promise<readonly CompletedCommand[]> {
  const known = await knownWords(world);
  const all: CompletedCommand[] = [];
  for (const [name, { summary, load }] of Object.entries(commands)) {
    const { flags, operands } = await load();
    const completed = Object.entries<Flag>(withCommon(flags)).map(([flag, one]) => completedFlag(flag, one, known));
    all.push({ name, summary, flags: completed, operands: takenByOperands(operands, known) });
  }
  return all;
}

/** The shells that a script is made for. */
export const shells = ['bash', 'zsh', 'powershell'] as const;

/** One of them. */
export type Shell = (typeof shells)[number];

async function knownWords(world: World): Promise<Known> {
  const { rules } = await import('../rules.js');
  const connectors = shippedNames(world);
  return new Map<string, Takes>([
    ['CONNECTOR', { words: connectors, paths: 'files' }],
    ['OLD', { words: connectors, paths: 'files' }],
    ['WORKFLOW', { words: playbookNames(world), paths: 'files' }],
    ['CODE', { words: rules.map(({ code }) => code) }],
    ['SHELL', { words: shells }],
    ['DIR', { words: [], paths: 'folders' }],
    ...['FILE', 'PATH', 'SAMPLE', 'RECORDING', 'PATTERN'].map((name): [string, Takes] => [
      name,
      { words: [], paths: 'files' },
    ]),
  ]);
}

function playbookNames(world: World): readonly string[] {
  const entries = world.list(playbookFolder(world, '.'));
  if (isRefusal(entries)) return [];
  const names = entries.filter(({ kind }) => kind === 'folder').map(({ name }) => name);
  return names.filter((name) => world.stat(`${playbookFolder(world, name)}/${PLAYBOOK_TEMPLATE}`) !== undefined).sort();
}

function takenByOperands({ placeholder, most }: Operands, known: Known): Takes {
  const [first = ''] = placeholder.split(' ');
  return (most > 0 ? known.get(first) : undefined) ?? nothing;
}

const nothing: Takes = { words: [] };

function completedFlag(name: string, flag: Flag, known: Known): CompletedFlag {
  return {
    name: `--${name}`,
    short: flag.short === undefined ? undefined : `-${flag.short}`,
    help: firstSentence(flag.help),
    takes: takenBy(flag, known),
    isList: flag.kind === 'list',
  };
}

function takenBy(flag: Flag, known: Known): Takes | undefined {
  if (flag.kind === 'switch') return undefined;
  if (flag.kind === 'choice') return { words: flag.choices };
  const { placeholder } = flag;
  if (/^[a-z-]+(\|[a-z-]+)+$/.test(placeholder)) return { words: placeholder.split('|') };
  return known.get(placeholder) ?? nothing;
}

/** What fits beside a name on a line. */
const LONGEST_HELP = 72;

function firstSentence(help: string): string {
  const end = /[.:;](?= |$)/.exec(help)?.index ?? help.length;
  const sentence = help.slice(0, end);
  if (sentence.length <= LONGEST_HELP) return sentence;
  return `${sentence.slice(0, sentence.lastIndexOf(' ', LONGEST_HELP))} …`;
}
