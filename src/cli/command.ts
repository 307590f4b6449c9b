import type { Report } from '../report/report.js';
import type { Style } from '../report/text.js';
import type { Catalog } from './catalog.js';
import type { Configuration } from './configuration/configuration.js';
import type { FlagTable, Values, WithCommon } from './flags.js';
import type { World } from './world.js';

/** One command: what `--help` prints of it, and what it does. Its name and summary are in the list of commands. */
export interface Command<Table extends FlagTable = FlagTable> {
  /** What it takes beside flags. */
  readonly operands: Operands;
  /** Its own flags; the common ones are added. */
  readonly flags: Table;
  /** Paragraphs below the usage line: what a reader must know and the flags do not say. */
  readonly details: readonly string[];
  /** Command lines that work, each with what it shows. */
  readonly examples: readonly { readonly line: string; readonly shows: string }[];
  /** Does it. Throws a `Fault` for what could not be done; what is wrong with a document is in the outcome. */
  run(call: Call<Table>): Promise<Outcome>;
}

/** What a command takes beside flags: its name in the usage line, and how many. */
export interface Operands {
  readonly placeholder: string;
  readonly least: number;
  readonly most: number;
}

/** How a command was called, and what it may use. */
export interface Call<Table extends FlagTable = FlagTable> {
  readonly operands: readonly string[];
  readonly flags: Values<WithCommon<Table>>;
  readonly world: World;
  /** Loads the shipped connectors' sources; only `build` needs them. */
  readonly shipped: () => Promise<Catalog>;
  /** What `connector-kit.yaml` says; read when it is first asked for. Undefined where there is none, or it is not to be followed. */
  readonly configuration: () => Promise<Configuration | undefined>;
}

/** What a command gives. Only the form that was asked for is made. */
export interface Outcome {
  /** Whether the exit code is 0; otherwise it is 1. */
  readonly ok: boolean;
  /** The fields of the JSON result beyond `formatVersion` and `ok`. */
  json(): object;
  /** The result for a reader, with a newline at its end. */
  text(style: Style): string;
  /** What the report formats are made of; a command that takes them (`reportFlags`) gives it. */
  report?(): Report;
}

/** The command as given; keeps the types of its flags for `run`. */
export function command<const Table extends FlagTable>(of: Command<Table>): Command<Table> {
  return of;
}
