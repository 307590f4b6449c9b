import type { ShownIncident } from '../../sentinel/shown.js';
import { facts, folded } from '../look/blocks.js';
import { html, type Html } from '../look/html.js';

type Said = ShownIncident['comments'][number]['shown'];

/** An incident as a person sees it after a run. What comments and tasks hold is shown as text, whatever markup is in it. */
export function incidentView(incident: ShownIncident): Html {
  const { title = 'Incident', number, severity, status, owner, classification, tags, comments, tasks } = incident;
  const name = number === undefined ? title : `${number}: ${title}`;
  const labels =
    tags.length === 0
      ? html`<span class="soft">none</span>`
      : tags.map((tag) => html`<span class="badge">${tag}</span> `);
  return html`<section class="sheet incident">
    <h2>${name}</h2>
    ${facts([
      ['Severity', severity],
      ['Status', status],
      ['Classification', classification],
      ['Owner', owner ?? 'nobody'],
      ['Tags', html`<span class="tags">${labels}</span>`],
    ])}
    ${tasks.length === 0 ? '' : html`<h3>Tasks</h3>`}
    ${tasks.map(
      ({ title: task, isCompleted, shown }) =>
        html`<div class="task">
          <span aria-hidden="true">${isCompleted ? '☑' : '☐'}</span>
          <div>
            <b>${task}</b>${isCompleted ? html` <span class="badge good">completed</span>` : ''}
            ${shown.text === '' ? '' : html`<p class="text small">${shown.text}</p>`}${lostView(shown)}
          </div>
        </div>`,
    )}
    ${comments.length === 0 ? html`<p class="soft">No comments.</p>` : html`<h3>Comments</h3>`}
    ${comments.map(
      ({ by, time, shown }) =>
        html`<div class="said">
          <p>${by === undefined ? 'There before the run' : `By ${by}`}${time === undefined ? '' : ` · ${time}`}</p>
          <p class="text">${shown.text}</p>
          ${lostView(shown)}
        </div>`,
    )}
  </section>`;
}

/** What stands in a text and nobody sees. */
function lostView({ lost }: Said): Html {
  if (lost.length === 0) return html``;
  return folded(
    html`<span class="small">Taken out by the portal: ${lost.length}</span>`,
    html`<ul>
      ${lost.slice(0, 50).map((tag) => html`<li><code>${tag}</code></li>`)}
    </ul>`,
  );
}
