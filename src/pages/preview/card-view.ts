import type { Card } from '../../designer/card.js';
import type { Field } from '../../designer/field.js';
import { iconTile, type Brand } from '../look/brand.js';
import { html, type Html } from '../look/html.js';
import { fieldView, type FieldContext } from './field-view.js';

/** The card of an operation, as the designer shows it when the step is added. */
export function cardView(card: Card, brand: Brand, { context, connection }: CardOptions): Html {
  const first = card.fields.filter(({ shown }) => shown === 'first');
  const advanced = card.fields.filter(({ shown }) => shown === 'advanced');
  const draw = (fields: readonly Field[]) => fields.map((field) => fieldView(field, '', context));
  const body = first.length > 0 ? draw(first) : html`<p class="soft">Nothing to fill in.</p>`;
  return html`<div class="card ${brand.name}" role="group" aria-label="Card of ${card.title}">
    <header>
      ${iconTile(brand, 's')}
      <h4>${card.title}</h4>
    </header>
    <p class="tabs" aria-hidden="true">
      <b>Parameters</b><span>Settings</span><span>Code view</span><span>About</span>
    </p>
    <div class="fields">${body}${advancedView(advanced, context)}</div>
    <p class="signed">Connected to ${connection}.</p>
  </div>`;
}

interface CardOptions {
  readonly context: FieldContext;
  /** What the connection is called. */
  readonly connection: string;
}

/** Folded, as in the designer; where a recording fills one of them in, they are open, for that is what a person would see. */
function advancedView(fields: readonly Field[], context: FieldContext): Html {
  if (fields.length === 0) return html``;
  const filled = fields.filter((field) => context.filledWith?.(field) !== undefined);
  const shown = context.filledWith ? filled : fields;
  const open = filled.length > 0 ? html` open` : '';
  const inside = shown.map((field) => fieldView(field, '', context));
  return html`<details class="adv" ${open}>
    <summary>Advanced parameters <span>Showing ${filled.length} of ${fields.length}</span></summary>
    <div class="fields">${inside}</div>
  </details>`;
}
