import { Fault } from '../../core/fault.js';
import { shorten } from '../../core/shorten.js';
import type { Connector } from '../../definition/connector.js';
import type { FileCard } from './cards.js';

/** Gathers what the designer makes of one connector after the other, in the form that is printed. */
export interface CardCollector {
  /** Adds the cards of a connector. */
  add(connector: Connector, file: string): Promise<void>;
  /** Throws a `Fault` where operations are asked for and no connector has one of them. */
  result(): { readonly cards: readonly FileCard[]; readonly text: string };
}

/** Which cards are gathered, and how they are printed: the cards of thousands of connectors are many. */
interface CardOptions {
  /** The operationIds; all where there is none. */
  readonly asked: readonly string[];
  readonly form: 'json' | 'text' | 'none';
}

/** A collector without any cards yet. What makes cards is loaded when the first is asked for. */
export function cardCollector({ asked, form }: CardOptions): CardCollector {
  const cards: FileCard[] = [];
  const texts: string[] = [];
  let count = 0;
  return {
    async add(connector, file) {
      const { shownCards } = await import('./cards.js');
      const shown = shownCards(connector, file, asked);
      count += shown.cards.length;
      if (form === 'json') for (const card of shown.cards) cards.push(card);
      if (form === 'text') texts.push(shown.text());
    },
    result() {
      if (asked.length > 0 && count === 0) throw noCard(asked);
      return { cards, text: texts.join('') };
    },
  };
}

function noCard(asked: readonly string[]): Fault {
  const names = asked.map((id) => shorten(id)).join(' or ');
  const help = 'The operationId stands in the definition; what is internal there has no card.';
  return new Fault('not-found', `No operation with a card is called ${names}.`, { help });
}
