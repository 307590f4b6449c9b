import { printable, printableLines } from '../../report/text.js';
import type { ShownIncident, ShownWorkspace } from '../../sentinel/shown.js';
import type { Hide } from './hide.js';

/** How much of a comment or a task a person is shown, in UTF-16 code units. */
const MOST_TEXT = 4000;

/** What a person would see in the workspace, as lines. */
export function incidentText({ incident, created }: ShownWorkspace, hide: Hide): string[] {
  return [...(incident ? linesOf(incident, hide) : []), ...created.flatMap((one) => linesOf(one, hide))];
}

function linesOf(incident: ShownIncident, hide: Hide): string[] {
  const { title, number, severity, status, owner, classification, tags, comments, tasks } = incident;
  const head = `Incident${number === undefined ? '' : ` ${number}`}${title === undefined ? '' : `: ${printable(hide.text(title))}`}`;
  const facts = [
    severity ?? 'no severity',
    status ?? 'no status',
    ...(classification === undefined ? [] : [classification]),
    `owner: ${owner ?? 'nobody'}`,
    `tags: ${tags.length === 0 ? 'none' : tags.join(', ')}`,
  ];
  return [
    '',
    head,
    `  ${printable(hide.text(facts.join('; ')))}`,
    ...comments.flatMap(({ shown, by }, index) => [
      `  Comment ${index + 1}${by === undefined ? ', there before' : ''}`,
      ...textLines(shown.text, hide),
    ]),
    ...tasks.flatMap(({ title: name, isCompleted, shown }) => [
      `  Task: ${printable(hide.text(name))}${isCompleted ? ' (completed)' : ''}`,
      ...textLines(shown.text, hide),
    ]),
  ];
}

function textLines(text: string, hide: Hide): string[] {
  const shown = hide.text(text);
  if (shown === '') return [];
  const cut = shown.length > MOST_TEXT ? `${shown.slice(0, MOST_TEXT)} …` : shown;
  return printableLines(cut)
    .split('\n')
    .map((line) => `    | ${line}`.trimEnd());
}
