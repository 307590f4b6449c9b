import { writeJson } from '../../core/json-write.js';
import type { Card } from '../../designer/card.js';
import { printable } from '../../report/text.js';
import { fieldRows } from './fields.js';
import { aligned } from './rows.js';

/** A card as a tree: what is filled in, what later steps can pick with the expression that picking it writes, and the JSON that is stored. */
export function cardText(card: Card, file: string): string {
  const lines = [
    `${card.kind} ${card.operationId}: ${card.title}`,
    `  ${card.method.toUpperCase()} ${card.path} in ${file}`,
    ...(card.description === undefined ? [] : [`  ${card.description}`]),
    ...troubles(card).map((trouble) => `  ! ${trouble}`),
    '',
    ...fieldLines(card),
    '',
    ...outputLines(card),
    '',
    `  Stored as "${card.step.name}":`,
    ...writeJson(card.step.definition).trimEnd().split('\n').map(indented),
    ...standInLines(card),
  ];
  return lines.map((line) => `${printable(line).trimEnd()}\n`).join('');
}

const indented = (line: string): string => `    ${line}`;

/** What is wrong with the card itself. */
function troubles({ failure, opensAs, dropped, isCut }: Card): readonly string[] {
  return [
    ...(failure === undefined ? [] : [failure]),
    ...(opensAs === undefined ? [] : [reopened(opensAs)]),
    ...dropped.map(({ where, name }) => `The ${where} parameter ${name} has no field.`),
    ...(isCut ? ['There is more than is shown here.'] : []),
  ];
}

function reopened(as: string | null): string {
  return as === null
    ? 'When the workflow is opened again, the designer finds no operation for the step.'
    : `When the workflow is opened again, the designer takes the step for ${as}.`;
}

/** `*` marks what is required, as in the designer. */
function fieldLines({ fields }: Card): readonly string[] {
  const rows = (['first', 'advanced', 'never'] as const).map((when) =>
    fieldRows(fields.filter((field) => field.shown === when)),
  );
  const [first = [], advanced = [], never = []] = rows;
  const lines = aligned([
    ...(first.length > 0 ? first : [{ level: 0, name: 'Nothing to fill in', kind: '', more: '' }]),
    ...(advanced.length > 0 ? [{ level: 0, name: 'Advanced parameters', kind: '', more: '' }] : []),
    ...advanced.map((row) => ({ ...row, level: row.level + 1 })),
    ...(never.length > 0 ? [{ level: 0, name: 'Never shown', kind: '', more: '' }] : []),
    ...never.map((row) => ({ ...row, level: row.level + 1 })),
  ]);
  return lines.map((line) => `  ${line}`);
}

/** A key begins with its place and `$`: `body.$`. */
const levelsOfPlace = 2;

function outputLines({ answer, outputs }: Card): readonly string[] {
  const of = answer === undefined ? 'no answer that the designer looks at' : answer;
  const rows = outputs.map(({ key, title, type, visibility, expression, dynamic }) => ({
    level: key.split('.').length - levelsOfPlace,
    name: title,
    kind: visibility === 'advanced' ? `${type}, advanced` : type,
    more: dynamic ? `${expression}, as ${dynamic.operationId ?? 'the service'} says` : expression,
  }));
  return [`  Outputs, from ${of}:`, ...aligned(rows, { whole: true }).map((line) => `  ${line}`)];
}

function standInLines({ step: { standIns } }: Card): readonly string[] {
  if (standIns.length === 0) return [];
  return ['  Labels that stand in for what a person gives:', ...standIns.map(indented)];
}
