import { cardsOf, type Card } from '../../designer/card.js';
import { operations, type OperationAt } from '../../openapi/walk.js';
import { brandOf, type Brand } from '../look/brand.js';
import { table } from '../look/blocks.js';
import { countBadges, findingsList, worstFirst, type RuleOf } from '../look/findings-view.js';
import { html, type Html } from '../look/html.js';
import { connectionView } from './connection-view.js';
import { headSheet } from './head-view.js';
import type { Previewed } from './model.js';
import { operationView } from './operation-view.js';
import { placedFindings, type PlacedFindings } from './places.js';
import { securityView } from './security-view.js';
import { seenIn } from './seen.js';

/** A connector on the page. */
export interface ConnectorView {
  readonly brand: Brand;
  readonly section: Html;
  /** For the list at the side. */
  readonly links: readonly { readonly id: string; readonly title: string; readonly text: string }[];
  readonly title: string;
  readonly id: string;
}

/** From so many operations on, they are folded at first. */
const FEW = 4;
/** The most that the operations of a page may come to, in UTF-16 code units: what is beyond is named only. The largest published connector comes to 3 million. */
const MOST_MARKUP = 64_000_000;

/** Everything about one connector: who it is, how to connect, each operation. `index` counts those of the page. */
export function connectorView(previewed: Previewed, index: number, ruleOf: RuleOf): ConnectorView {
  const { connector, tested } = previewed;
  const { definition, properties } = connector;
  const { title } = definition.info;
  const brand = brandOf(index, { title, color: properties.properties.iconBrandColor, icon: previewed.icon });
  const cards = cardsOf(connector);
  const all = operations(definition);
  const byPointer = new Map(all.map((at) => [at.pointer, at]));
  const placed = placedFindings(previewed, { cards, operations: all });
  const id = `c${index}`;
  const shared = { brand, placed, document: definition, connection: title, ruleOf, isOpen: cards.length < FEW };
  const ids = cards.map(({ operationId }) => operationId);
  const seen = tested && seenIn(tested.result.coverage, ids);
  let room = MOST_MARKUP;
  const views = cards.map((card, at) => {
    const place = byPointer.get(card.pointer);
    if (place === undefined || room < 0)
      return html`<p class="op">${card.title}: left out, for the page would be too large.</p>`;
    const view = operationView(card, place, {
      ...shared,
      id: `${id}-${at}`,
      seen: seen?.(card.operationId),
      call: tested?.calls.get(card.pointer),
    });
    room -= view.markup.length;
    return view;
  });
  return {
    brand,
    id,
    title,
    links: cards.map((card, at) => ({
      id: `${id}-${at}`,
      title: card.title,
      text: `${card.title} ${card.operationId} ${card.method} ${card.path}`,
    })),
    section: html`<section aria-labelledby="${id}">
      ${headSheet(previewed, { id, brand, cards, operations: all.length })} ${restView(placed, ruleOf)}
      <div class="sheet">
        <h2>Connection</h2>
        <div class="connect">
          ${connectionView(connector, brand, { form: `${id}-k`, placed, ruleOf })}${securityView(connector)}
        </div>
      </div>
      <h2>Operations</h2>
      ${views}${internalView(all, cards, { placed, ruleOf, title })}
    </section>`,
  };
}

/** What is said of no operation and of no part of the connection. */
function restView({ rest }: PlacedFindings, ruleOf: RuleOf): Html {
  if (rest.length === 0) return html``;
  return html`<div class="sheet">
    <h2>Findings about the connector</h2>
    ${findingsList(worstFirst(rest), { ruleOf })}
  </div>`;
}

/** Operations that nobody can pick: others call them, such as for the choices of a list. */
function internalView(
  all: readonly OperationAt[],
  cards: readonly Card[],
  { placed, ruleOf, title }: { readonly placed: PlacedFindings; readonly ruleOf: RuleOf; readonly title: string },
): Html {
  const shown = new Set(cards.map(({ pointer }) => pointer));
  const hidden = all.filter(({ pointer }) => !shown.has(pointer));
  if (hidden.length === 0) return html``;
  const rows = hidden.map(({ operation, method, path }) => [
    operation.operationId ?? 'without an operationId',
    html`<code>${method.toUpperCase()} ${path}</code>`,
    operation.summary ?? operation.description,
  ]);
  const found = hidden.flatMap(({ pointer }) => placed.ofOperation(pointer));
  return html`<div class="sheet">
    <h3>Operations without a card ${countBadges(found)}</h3>
    <p class="soft small">Internal ones, which fill the lists of others, and those without an operationId.</p>
    ${table({ label: `Operations of ${title} without a card`, heads: ['Operation', 'Request', 'About'], rows })}${findingsList(worstFirst(found), { ruleOf })}
  </div>`;
}
