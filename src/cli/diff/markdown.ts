import type { Change } from '../../diff/change.js';
import { codeSpan } from '../../report/markdown-code.js';
import { placeText, printable } from '../../report/text.js';
import { foldedText, groupsOf, summaryText, type DiffReport } from './report.js';

/** GitHub refuses a longer comment: 65,536 characters, of which some are left to whoever posts it. */
const MOST_CHARACTERS = 65_536 - 1_000;
/** The longest text of a cell, in UTF-16 code units. */
const MOST_IN_CELL = 400;

/** The result as a comment on a pull request: what breaks in a table, the rest folded away. Where not all fits, the rest is counted. */
export function diffMarkdown(report: DiffReport): string {
  const { old, new: other, judged } = report;
  const { folded } = groupsOf(judged.changes);
  const told = new Set(folded.flat());
  const single = groupsOf(judged.changes).groups.flatMap(({ changes }) => changes);
  const breaking = single.filter((change) => change.breaking);
  const others = single.filter((change) => !change.breaking && !told.has(change));
  const head = [
    `### connector-kit diff: ${code(old.name)} to ${code(other.name)}\n`,
    `\n**${summaryText(report)}**\n`,
    ...judged.others.map((found) => `\n- ${found.severity} ${code(placeText(found))} ${code(found.message)}\n`),
    ...folded.map((all) => `\n- ${code(foldedText(all))}\n`),
    playbooksTable(report.playbooks),
  ].join('');
  const first = rowsWithin(breaking, MOST_CHARACTERS - head.length);
  const table = first.rows === '' ? '' : `\n${tableHead}${first.rows}`;
  const rest = rowsWithin(others, MOST_CHARACTERS - head.length - table.length);
  const more =
    rest.rows === ''
      ? ''
      : `\n<details><summary>${rest.count} more that break nothing</summary>\n\n${tableHead}${rest.rows}\n</details>\n`;
  const all = judged.counts.error + judged.counts.warning + judged.counts.note;
  const left = all - first.count - rest.count - told.size - judged.others.length;
  return `${head}${table}${more}${left === 0 ? '' : `\n\u2026 and ${left} more.\n`}`;
}

const tableHead = '| Operation | Change | Place |\n| --- | --- | --- |\n';
/** For the heads of tables and what folds them away. */
const ROOM = 400;

function rowsWithin(changes: readonly Change[], most: number): { readonly rows: string; readonly count: number } {
  let length = ROOM;
  let count = 0;
  const rows: string[] = [];
  for (const change of changes) {
    const row = rowOf(change);
    length += row.length;
    if (length > most) break;
    count += 1;
    rows.push(row);
  }
  return { rows: rows.join(''), count };
}

function rowOf(change: Change): string {
  const { operation, operations = [], message, help, severity } = change;
  const more = operations.length > 1 ? ` and ${operations.length - 1} more` : '';
  const name = operation === undefined ? 'the connector' : code(operation) + more;
  const warning = severity === 'warning' ? 'may break: ' : '';
  const cells = [
    name,
    warning + code(message) + (help === undefined ? '' : `<br>${code(help)}`),
    code(placeText(change)),
  ];
  // A pipe ends a cell even within code, and the backslash before it is not shown.
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;
}

function code(text: string): string {
  const shown = printable(text);
  return codeSpan(shown.length <= MOST_IN_CELL ? shown : `${shown.slice(0, MOST_IN_CELL)}\u2026`);
}

/** Rows of actions that are shown; the rest is counted. */
const MOST_ACTIONS = 30;

function playbooksTable(playbooks: DiffReport['playbooks']): string {
  const hit = (playbooks ?? []).flatMap(({ file, actions }) => actions.map((one) => ({ file, ...one })));
  if (hit.length === 0) return '';
  const rows = hit.slice(0, MOST_ACTIONS).map(({ file, action, message, ...at }) => {
    const cells = [code(action), code(message), code(placeText({ file, ...at }))];
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;
  });
  const more = hit.length > rows.length ? `\n\u2026 and ${hit.length - rows.length} more.\n` : '';
  return `\n| Action of a playbook | What hits it | Place |\n| --- | --- | --- |\n${rows.join('')}${more}`;
}
