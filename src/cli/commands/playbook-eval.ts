import { Fault } from '../../core/fault.js';
import { isObject, type Json, type JsonObject } from '../../core/json.js';
import { writeJson } from '../../core/json-write.js';
import { shorten } from '../../core/shorten.js';
import { evaluate } from '../../expression/evaluate.js';
import { plainContext } from '../../expression/plain-context.js';
import { command, type Call, type Outcome } from '../command.js';
import type { FlagTable } from '../flags.js';
import { readFile } from '../read-source.js';
import type { World } from '../world.js';

const evalFlags = {
  context: {
    kind: 'text',
    placeholder: 'FILE',
    help: 'What the expression is evaluated with, as JSON or YAML: trigger, variables, parameters, actions, items.',
  },
} as const satisfies FlagTable;

/** `playbook eval`: an expression to its value. */
export const playbookEval = command({
  operands: { placeholder: 'EXPRESSION', least: 1, most: 1 },
  flags: evalFlags,
  details: [
    "EXPRESSION is a string as a workflow has it: @expression, or a text with @{expression} in it. The value keeps its type; where there is none, the message is the service's, and the exit code 1.",
    'The context is { "trigger": { "body" }, "variables": {}, "parameters": {}, "actions": { NAME: { "status", "outputs": { "body" } } }, "items": { LOOP: value }, "workflow": {}, "now": TIME }, all of it optional.',
  ],
  examples: [
    {
      line: `connector-kit playbook eval "@addDays('2026-01-15T10:30:00Z', 3)"`,
      shows: 'A time, as JSON with --json.',
    },
    {
      line: `connector-kit playbook eval "@{triggerBody()?['title']}" --context incident.json`,
      shows: 'A text from the body of a trigger.',
    },
  ],
  run,
});

/** What evaluation gives, or why there was nothing to evaluate with. */
type Result = { readonly value: Json } | { readonly error: Failing };

interface Failing {
  readonly code: string;
  readonly message: string;
  readonly help?: string;
}

async function run({ operands: [expression = ''], flags, world }: Call<typeof evalFlags>): Promise<Outcome> {
  const result = await resultOf(expression, flags.context, world);
  const text = () => {
    if ('value' in result && looksLikeCall(result.value, expression)) world.err(HINT);
    return textOf(result);
  };
  return { ok: 'value' in result, json: () => result, text };
}

const HINT = 'This is a text: an expression begins with @.\n';

function looksLikeCall(value: Json, expression: string): boolean {
  return value === expression && /^[A-Za-z]\w*\([^]*\)$/.test(expression);
}

async function resultOf(expression: string, file: string | undefined, world: World): Promise<Result> {
  const context = file === undefined ? { document: {} } : await readContext(file, world);
  if ('error' in context) return context;
  const surroundings = { now: () => timeOf(world), random: () => randomOf(world) };
  const evaluated = evaluate(expression, plainContext(context.document, surroundings));
  return evaluated.ok ? { value: evaluated.value } : { error: evaluated.error };
}

async function readContext(
  file: string,
  world: World,
): Promise<{ readonly document: JsonObject } | { readonly error: Failing }> {
  if (world.stat(file) === undefined) {
    throw new Fault('not-found', `There is no file ${shorten(file)}.`, {
      help: 'Give --context the path of a JSON file.',
    });
  }
  const { value, findings } = await readFile(world, file);
  const [error] = findings.filter(({ severity }) => severity === 'error');
  const place = `${world.shown(file)}${error?.line === undefined ? '' : `:${error.line}:${error.column ?? 1}`}`;
  if (error) return { error: { code: error.code, message: `${place}: ${error.message}` } };
  if (isObject(value)) return { document: value };
  return {
    error: { code: 'wrong-type', message: `${place}: The context is ${shorten(value)}, an object was expected.` },
  };
}

function textOf(result: Result): string {
  if ('value' in result) return typeof result.value === 'string' ? `${result.value}\n` : writeJson(result.value);
  const { code, message, help } = result.error;
  return `${code}: ${message}${help === undefined ? '' : ` ${help}`}\n`;
}

/** As the service writes the time, with its seven digits. */
function timeOf(world: World): string {
  return new Date(world.now()).toISOString().replace('Z', '0000Z');
}

/** Hexadecimal digits of a GUID that are all random, and how many values they have. */
const RANDOM_DIGITS = 12;
const RANDOM_VALUES = 16 ** RANDOM_DIGITS;

function randomOf(world: World): number {
  return Number.parseInt(world.guid().replaceAll('-', '').slice(0, RANDOM_DIGITS), 16) / RANDOM_VALUES;
}
