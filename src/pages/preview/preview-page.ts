import { plural } from '../../report/counts.js';
import { rulesSheet, type RuleOf } from '../look/findings-view.js';
import { html, type Html } from '../look/html.js';
import { page } from '../look/page.js';
import { connectorView, type ConnectorView } from './connector-view.js';
import type { Previewed } from './model.js';

/** From so many operations on, they are listed at the side. */
const MANY = 4;

/** A page that shows connectors as the people who use them will see them. */
export function previewPage(previewed: readonly Previewed[], ruleOf: RuleOf): string {
  const views = previewed.map((one, index) => connectorView(one, index, ruleOf));
  const [first] = views;
  const title = views.length === 1 && first ? first.title : plural(views.length, 'connector');
  return page({
    title: `${title} - preview`,
    made: 'preview',
    nav: views.length > 1 || views.some(({ links }) => links.length >= MANY) ? navOf(views) : undefined,
    body: [
      views.map(({ section }) => section),
      rulesSheet(
        previewed.flatMap(({ findings }) => findings),
        ruleOf,
      ),
    ],
    rules: views.map(({ brand }) => brand.rule).join(''),
  });
}

/** All operations, with a field that filters them: it needs the script, and is hidden without. */
function navOf(views: readonly ConnectorView[]): Html {
  const groups = views.map(
    ({ title, links, id }) =>
      html`<h2><a href="#${id}">${title}</a></h2>
        <ul>
          ${links.map(({ id: to, title: name, text }) => html`<li data-o="${text}"><a href="#${to}">${name}</a></li>`)}
        </ul>`,
  );
  return html`<nav class="nav" aria-label="Operations">
    <div hidden>
      <label for="filter"
        >Filter operations<input id="filter" type="search" autocomplete="off" placeholder="Name, ID or path"
      /></label>
    </div>
    ${groups}
  </nav>`;
}
