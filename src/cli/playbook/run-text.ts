import { valueAt } from '../../core/pointer.js';
import { shownCall } from '../../engine/outgoing/address.js';
import type { ActionRecord } from '../../engine/record.js';
import type { LoggedCall } from '../../playbook/answer.js';
import type { PlaybookRun } from '../../playbook/run-playbook.js';
import { plural } from '../../report/counts.js';
import { closingText, findingsText, printable, type Style } from '../../report/text.js';
import type { Hide } from './hide.js';
import { incidentText } from './incident-text.js';
import type { RunReport } from './run-report.js';

/** The result for a reader: how the run went, what stands on the incident then, what was called and what is said of it. */
export function runText({ name, run, hide, depths, written, judged }: RunReport, style: Style): string {
  const found = findingsText(judged.findings, style);
  if (run === undefined) return `${found}Nothing was run.\n${closingText(judged)}`;
  const lines = [
    `${run.status}: ${printable(name)}`,
    ...(run.error ? [`  ${run.error.code}: ${printable(hide.text(run.error.message))}`] : []),
    '',
    ...[...run.record.actions.values()].flatMap((action) => actionLines(action, depths.get(action.name) ?? 0, hide)),
    ...incidentText(run.workspace, hide),
    ...callLines(run, hide),
    ...written.map((file) => `recorded in ${printable(file)}`),
    '',
  ];
  return `${lines.join('\n')}\n${found}${closingText(judged)}`;
}

/** As wide as the longest status. */
const STATUS_WIDTH = 'Succeeded'.length;
/** Of a message that stands in the tree, in UTF-16 code units. */
const MOST_MESSAGE = 300;

function actionLines(action: ActionRecord, depth: number, hide: Hide): string[] {
  const { status, name, code, error } = action;
  const indent = '  '.repeat(depth);
  const facts = [...timesOf(action), ...(code === undefined || code === error?.code ? [] : [code])].join(', ');
  const line = `${status.padEnd(STATUS_WIDTH)}  ${indent}${printable(name)}${facts === '' ? '' : `  (${facts})`}`;
  // of what is skipped because of something else, the reason stands there
  const why = status === 'Skipped' ? undefined : error ? `${error.code}: ${error.message}` : saidIn(action);
  if (why === undefined) return [line];
  return [line, `${' '.repeat(STATUS_WIDTH)}    ${indent}${printable(hide.text(why).slice(0, MOST_MESSAGE))}`];
}

/** What a service that refused a call says, where it says it as most of Microsoft's do: `{ "error": { "message" } }`. */
function saidIn({ status, outputs }: ActionRecord): string | undefined {
  if (status !== 'Failed') return undefined;
  const message = valueAt(outputs, '/body/error/message');
  return typeof message === 'string' ? message : undefined;
}

function timesOf({ iterations, repetitions, retries }: ActionRecord): string[] {
  const ran = repetitions?.filter(({ status }) => status !== 'Skipped') ?? [];
  const failed = ran.filter(({ status }) => status === 'Failed').length;
  const isMixed = failed > 0 && failed < ran.length;
  return [
    ...(iterations ? [plural(iterations.length, 'round')] : []),
    ...(ran.length > 1 && !iterations ? [`${ran.length} times${isMixed ? `, ${failed} failed` : ''}`] : []),
    ...(retries === undefined ? [] : [retries === 1 ? 'sent again once' : `sent again ${retries} times`]),
  ];
}

function callLines({ calls, usage }: PlaybookRun, hide: Hide): string[] {
  const groups = new Map<string, { readonly one: LoggedCall; count: number }>();
  for (const one of calls) {
    if (one.by === 'sentinel') continue;
    const key = JSON.stringify([one.call.action, one.status, one.by, shownCall(one.call)]);
    const group = groups.get(key);
    if (group) group.count += 1;
    else groups.set(key, { one, count: 1 });
  }
  if (groups.size === 0) return [];
  const lines = [...groups.values()].map(({ one: { call, by, status }, count }) => {
    const times = count === 1 ? '' : ` (${count} times)`;
    const answer = by === 'nobody' ? 'not answered' : `${status ?? 'no answer'} from ${by}`;
    return `  ${printable(`${call.action}: ${hide.text(shownCall(call))}`)}, ${answer}${times}`;
  });
  const used = Object.entries(usage).map(([name, count]) => `${printable(name)} ${count}`);
  return ['', 'Calls', ...lines, ...(used.length > 0 ? [`  used together: ${used.join(', ')}`] : [])];
}
