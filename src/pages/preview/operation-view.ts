import type { Card } from '../../designer/card.js';
import type { Document } from '../../openapi/types.js';
import type { OperationAt } from '../../openapi/walk.js';
import type { Brand } from '../look/brand.js';
import { folded, jsonBlock } from '../look/blocks.js';
import { countBadges, findingsList, worstFirst, type RuleOf } from '../look/findings-view.js';
import { html, type Html } from '../look/html.js';
import { cardView } from './card-view.js';
import type { RecordedCall } from './model.js';
import { outputsView } from './outputs-view.js';
import type { PlacedFindings } from './places.js';
import { recordedView } from './recorded-view.js';
import { referenceView } from './reference-view.js';
import type { SeenOf } from './seen.js';

/** What an operation is drawn with. */
export interface OperationContext {
  readonly id: string;
  readonly brand: Brand;
  readonly placed: PlacedFindings;
  readonly document: Document;
  /** What the connection is called. */
  readonly connection: string;
  /** Undefined without recordings. */
  readonly seen: SeenOf | undefined;
  readonly call: RecordedCall | undefined;
  readonly ruleOf: RuleOf;
  readonly isOpen: boolean;
}

/** An operation: its card beside its outputs, then, folded, what is stored, the reference and a recorded call. */
export function operationView(card: Card, at: OperationAt, context: OperationContext): Html {
  const { id, brand, placed, seen, call, ruleOf, isOpen, document, connection } = context;
  const { pointer, title, operationId, answer = '' } = card;
  const isSeen = seen?.operation === 'seen';
  const form = {
    form: id,
    findingsAt: (path: string) => placed.at(pointer, 'in', path),
    seen: (at: string) => (isSeen ? seen.property('request', at) : undefined),
    ruleOf,
  };
  const outputs = {
    seen: (at: string) => (isSeen ? seen.property(answer, at) : undefined),
    findingsAt: (key: string) => placed.at(pointer, 'out', key),
    ruleOf,
  };
  const recorded = call ? recordedView(card, brand, { call, form: `${id}-r`, connection, ruleOf }) : '';
  return html`<details
    class="op ${brand.name}"
    id="${id}"
    data-o="${title} ${operationId} ${card.method} ${card.path}"
    ${isOpen ? html` open` : ''}
  >
    <summary>${headView(card, at, context)}</summary>
    <div class="in">
      ${troublesView(card)}${findingsList(worstFirst(placed.besides(pointer)), { ruleOf })}
      ${card.description === undefined ? '' : html`<p class="text">${card.description}</p>`}
      <div class="pair">
        ${cardView(card, brand, { context: form, connection })}${outputsView(card, brand, outputs)}
      </div>
      ${recorded}${referenceView(card, { at, document, seen })}${storedView(card)}
    </div>
  </details>`;
}

function headView(card: Card, { operation }: OperationAt, { placed, seen }: OperationContext): Html {
  const { kind, title, method, path, operationId, visibility, pointer } = card;
  const marks = [
    ...(operation.deprecated === true ? ['deprecated'] : []),
    ...(visibility === 'none' ? [] : [visibility]),
    ...(seen ? [seen.operation === 'seen' ? 'recorded' : 'not recorded'] : []),
  ];
  const shown = marks.map((mark) => html`<span class="badge${mark === 'recorded' ? ' good' : ''}">${mark}</span> `);
  return html`<span class="badge kind">${kind}</span>
    <h3>${title}</h3>
    <code>${method.toUpperCase()} ${path}</code
    >${title === operationId ? '' : html`<span class="soft small">${operationId}</span>`}<span
      >${shown}${countBadges(placed.ofOperation(pointer))}</span
    >`;
}

/** What is wrong with the card itself. */
function troublesView({ failure, opensAs, dropped, isCut }: Card): Html {
  const troubles = [
    ...(failure === undefined ? [] : [failure]),
    ...(opensAs === undefined ? [] : [reopened(opensAs)]),
    ...dropped.map(({ where, name }) => `The ${where} parameter ${name} has no field.`),
    ...(isCut ? ['There is more than is shown here.'] : []),
  ];
  if (troubles.length === 0) return html``;
  return html`<ul class="findings">
    ${troubles.map((text) => html`<li class="finding warning"><b>Designer</b>${text}</li>`)}
  </ul>`;
}

function reopened(as: string | null): string {
  return as === null
    ? 'When the workflow is opened again, the designer finds no operation for the step.'
    : `When the workflow is opened again, the designer takes the step for ${as}.`;
}

function storedView({ step: { name, definition, standIns }, title }: Card): Html {
  const stands =
    standIns.length === 0
      ? ''
      : html`<p class="small soft">Labels that stand in for what a person gives: ${standIns.join(', ')}</p>`;
  return folded(
    html`Code view <span class="soft small">what is stored as "${name}"</span>`,
    html`${jsonBlock({ [name]: definition }, `Stored step of ${title}`)}${stands}`,
  );
}
