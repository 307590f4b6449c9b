import type { CompletedCommand, CompletedFlag, Takes } from './model.js';

/** Flags that take the same, and of which commands they are. */
export interface FlagGroup {
  readonly takes: Takes;
  readonly isList: boolean;
  /** `COMMAND FLAG`; `* FLAG` where all commands that have the flag mean the same by it. */
  readonly patterns: readonly (readonly [command: string, flag: string])[];
}

/** The flags of all commands that take a value, those that take the same together. */
export function flagGroups(commands: readonly CompletedCommand[]): readonly FlagGroup[] {
  const uses = new Map<string, Map<string, string[]>>();
  const kinds = new Map<string, { readonly takes: Takes; readonly isList: boolean }>();
  for (const { name, flags } of commands) {
    for (const flag of flags) {
      const { takes, isList } = flag;
      if (takes === undefined) continue;
      const kind = JSON.stringify([takes, isList]);
      kinds.set(kind, { takes, isList });
      for (const word of wordsOf(flag)) add(uses, { word, kind, name });
    }
  }
  const groups = new Map<string, [string, string][]>();
  for (const [word, byKind] of uses) {
    for (const [kind, names] of byKind) {
      const patterns = (byKind.size === 1 ? ['*'] : names).map((name): [string, string] => [name, word]);
      groups.set(kind, [...(groups.get(kind) ?? []), ...patterns]);
    }
  }
  return [...groups].flatMap(([kind, patterns]) => {
    const known = kinds.get(kind);
    return known ? [{ ...known, patterns }] : [];
  });
}

const wordsOf = ({ name, short }: CompletedFlag): readonly string[] => (short === undefined ? [name] : [name, short]);

function add(
  uses: Map<string, Map<string, string[]>>,
  { word, kind, name }: { readonly word: string; readonly kind: string; readonly name: string },
): void {
  const byKind = uses.get(word) ?? new Map<string, string[]>();
  byKind.set(kind, [...(byKind.get(kind) ?? []), name]);
  uses.set(word, byKind);
}

/** The first words of all commands, in order, each once. */
export function firstWords(commands: readonly CompletedCommand[]): readonly string[] {
  return [...new Set(commands.map(({ name }) => name.split(' ', 1)[0] ?? ''))];
}

/** Commands whose names begin with the same word. */
export interface CommandGroup {
  readonly group: string;
  readonly members: readonly CompletedCommand[];
}

/** The groups of commands, each with its commands. */
export function groupsOf(commands: readonly CompletedCommand[]): readonly CommandGroup[] {
  return firstWords(commands.filter(({ name }) => name.includes(' '))).map((group) => ({
    group,
    members: commands.filter(({ name }) => name.startsWith(`${group} `)),
  }));
}
