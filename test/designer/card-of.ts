import type { Json } from '../../src/core/json.js';
import { readConnector } from '../../src/definition/read.js';
import { cardsOf, type Card } from '../../src/designer/card.js';

/** The cards of a definition with these paths. */
export function cardsFor(paths: Json, definitions: Json = {}): readonly Card[] {
  const value: Json = { swagger: '2.0', info: { title: 'Things', version: '1' }, host: 'x.test', paths, definitions };
  const definition = { file: 'd.json', value, findings: [], locate: () => ({ line: 1, column: 1 }) };
  const { connector } = readConnector({ name: 'things', definition });
  return connector ? cardsOf(connector) : [];
}

/** The card of one operation, `POST /things` unless it is placed elsewhere. */
export function cardFor(operation: object, definitions: Json = {}): Card {
  const one = { operationId: 'Do', summary: 'Do it', responses: {}, ...operation } as unknown as Json; // JSON of a test
  const [card] = cardsFor({ '/things': { post: one } }, definitions);
  if (card === undefined) throw new Error('the operation has a card');
  return card;
}
