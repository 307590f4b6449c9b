import type { Connector } from '../../definition/connector.js';
import { cardsOf, type Card } from '../../designer/card.js';
import { cardText } from './text.js';
import { withoutSecrets } from './secrets.js';

/** A card, and the file of its connector. */
export interface FileCard extends Card {
  readonly file: string;
}

/** What the designer will make of one connector. */
export interface ShownCards {
  readonly cards: readonly FileCard[];
  /** For a reader; ends with a newline where there is any card. */
  text(): string;
}

/** The cards of a connector: all, or those of the operations that are named. */
export function shownCards(connector: Connector, file: string, asked: readonly string[]): ShownCards {
  const all = cardsOf({ ...connector, definition: withoutSecrets(connector.definition) });
  const named = asked.length === 0 ? all : all.filter(({ operationId }) => asked.includes(operationId));
  const cards = named.map((card) => ({ file, ...card }));
  return { cards, text: () => cards.map((card) => `${cardText(card, file)}\n`).join('') };
}
