/** A flag that a command takes: what `parse` accepts and what `--help` prints. */
export type Flag = SwitchFlag | TextFlag | NumberFlag | ChoiceFlag | ListFlag;

interface Described {
  /** What it does, as the help prints it. One line or two. */
  readonly help: string;
  /** One letter, for `-h`. */
  readonly short?: string;
}
/** Present or absent. */
interface SwitchFlag extends Described {
  readonly kind: 'switch';
}
interface TextFlag extends Described {
  readonly kind: 'text';
  readonly placeholder: string;
}
interface NumberFlag extends Described {
  readonly kind: 'number';
  readonly placeholder: string;
  readonly least: number;
  readonly most: number;
  /** Whether a fraction is refused. */
  readonly whole: boolean;
}
interface ChoiceFlag<Choice extends string = string> extends Described {
  readonly kind: 'choice';
  readonly choices: readonly Choice[];
  readonly fallback: Choice;
}
/** Takes the words up to the next flag, and may be given again: `--samples a b --samples c`. */
interface ListFlag extends Described {
  readonly kind: 'list';
  /** Whether the command cannot do without it. */
  readonly required?: boolean;
  readonly placeholder: string;
}

/** The flags of a command by name, without the dashes. */
export type FlagTable = Readonly<Record<string, Flag>>;

/** What a flag gives: its value, undefined where it was left out and has no fallback. */
type Value<Of extends Flag> = Of extends SwitchFlag
  ? boolean
  : Of extends TextFlag
    ? string | undefined
    : Of extends NumberFlag
      ? number | undefined
      : Of extends ChoiceFlag<infer Choice>
        ? Choice
        : readonly string[];

/** The values of a command's flags, by name. */
export type Values<Table extends FlagTable> = { readonly [Name in keyof Table]: Value<Table[Name]> };

/** The flags that every command has. */
export const commonFlags = {
  json: { kind: 'switch', help: 'One JSON object on standard output; the same as --format json.' },
  format: { kind: 'choice', choices: ['text', 'json'], fallback: 'text', help: 'How the result is printed.' },
  quiet: { kind: 'switch', help: 'No progress and no notes on standard error.' },
  config: {
    kind: 'text',
    placeholder: 'FILE',
    help: 'The configuration. Unless given, connector-kit.yaml in the current folder or above.',
  },
  'no-config': { kind: 'switch', help: 'Follow no configuration.' },
  help: { kind: 'switch', short: 'h', help: 'Print this.' },
} as const satisfies FlagTable;

/** The flag of a command whose findings can be printed for the tools of a pipeline, in place of the common one. */
export const reportFlags = {
  format: {
    kind: 'choice',
    choices: ['text', 'json', 'sarif', 'github', 'junit', 'markdown'],
    fallback: 'text',
    help: 'How the result is printed: for a person, a program, code scanning (SARIF 2.1.0), as annotations of GitHub Actions, for a view of test results (JUnit XML), as a comment on a pull request.',
  },
} as const satisfies FlagTable;

/** The same for a command whose result can also be a page. */
export const pageFlags = {
  format: {
    ...reportFlags.format,
    choices: [...reportFlags.format.choices, 'html'],
    help: `${reportFlags.format.help.slice(0, -1)}, as a page to look at (HTML).`,
  },
} as const satisfies FlagTable;

/** A way to print a result. */
export type Format = (typeof reportFlags.format.choices)[number];

/** The flags of a command together with the common ones, of which its own replace those of the same name. */
export type WithCommon<Table extends FlagTable> = Table & Omit<typeof commonFlags, keyof Table>;

/** All flags of a command, its own first. */
export function withCommon<Table extends FlagTable>(own: Table): WithCommon<Table> {
  return { ...own, ...commonFlags, ...own };
}

/** The flags of a command that gives findings. */
export const findingFlags = {
  'fail-on': {
    kind: 'choice',
    choices: ['error', 'warning', 'note'],
    fallback: 'error',
    help: 'The least severity that makes the exit code 1.',
  },
  'max-findings': {
    kind: 'number',
    placeholder: 'N',
    least: 0,
    most: 1_000_000,
    whole: true,
    help: 'Print the N most severe findings and count the rest. Unless given, 100 for a person (text, github, markdown) and all for a program.',
  },
} as const satisfies FlagTable;

/** The flags that go with a CONNECTOR. */
export const connectorFlags = {
  'api-version': {
    kind: 'text',
    placeholder: 'V',
    help: 'The version of the upstream API: for a shipped name that has several, or a module that follows one.',
  },
  resource: { kind: 'text', placeholder: 'NAME', help: 'The resource whose host stands in for an open one.' },
  endpoint: { kind: 'text', placeholder: 'URL', help: 'The address that replaces the host and the base path.' },
  'key-header': {
    kind: 'text',
    placeholder: 'NAME',
    help: 'The header for the key, where the server decides it; none where it asks for no key.',
  },
} as const satisfies FlagTable;
