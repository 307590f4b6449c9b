import type { Card } from '../../designer/card.js';
import type { Token } from '../../designer/token.js';
import { iconTile, type Brand } from '../look/brand.js';
import { findingsList, type RuleOf } from '../look/findings-view.js';
import { html, type Html } from '../look/html.js';
import type { PreviewFinding } from './model.js';
import { seenMark, type Seen } from './seen.js';

/** What outputs are drawn with. */
export interface OutputContext {
  /** Whether recordings showed it; undefined where that is not known of it. */
  readonly seen: (pointer: string) => Seen | undefined;
  readonly findingsAt: (key: string) => readonly PreviewFinding[];
  readonly ruleOf: RuleOf;
}

/** What later steps can pick, as the list of dynamic content has it, with the expression that picking it writes. */
export function outputsView(card: Card, brand: Brand, context: OutputContext): Html {
  const { outputs, answer } = card;
  const shown = outputs.filter(({ visibility }) => visibility !== 'advanced');
  const more = outputs.filter(({ visibility }) => visibility === 'advanced');
  const draw = (tokens: readonly Token[]) =>
    html`<ul>
      ${tokens.map((token) => tokenView(token, context))}
    </ul>`;
  const from = answer === undefined ? 'No answer is declared that the designer looks at.' : `From ${answer}`;
  const none = outputs.length === 0 ? html`<p class="t soft">Nothing that a later step can pick.</p>` : '';
  const rest =
    more.length === 0
      ? ''
      : html`<details class="t">
          <summary>See more (${more.length})</summary>
          ${draw(more)}
        </details>`;
  return html`<div class="outputs ${brand.name}" role="group" aria-label="Outputs of ${card.title}">
    <h4>
      ${iconTile(brand, 's')}<span>Dynamic content <span class="soft small">${from}</span></span>
    </h4>
    ${none}${draw(shown)}${rest}
  </div>`;
}

/** The deepest level that is indented. */
const DEEPEST = 6;

function tokenView(token: Token, { seen, findingsAt, ruleOf }: OutputContext): Html {
  const { key, title, type, format, description, expression, dynamic } = token;
  // a key begins with its place and `$`
  const level = Math.min(DEEPEST, key.split('.').length - 2);
  const shownType = format === undefined ? type : `${type} (${format})`;
  const list = key.endsWith('[*]') ? token.loops.at(-1) : undefined;
  const about = [
    ...(description === undefined ? [] : [description]),
    ...(list === undefined ? [] : [`Picking it, or what is in it, puts the step into a loop over ${list}.`]),
    ...(dynamic ? [`What is in it, ${dynamic.operationId ?? 'the service'} says.`] : []),
  ];
  const found = findingsList(findingsAt(key), { ruleOf });
  return html`<li class="t l${level}" data-k="${key}">
    <span class="tok">${title}</span><span class="ty">${shownType}</span>${seenMark(seen(token.pointer))}<span
      class="ex"
      ><code class="x">${expression}</code></span
    >${about.map((text) => html`<p>${text}</p>`)}${found}
  </li>`;
}
