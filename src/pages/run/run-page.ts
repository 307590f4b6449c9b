import { countsText, plural } from '../../report/counts.js';
import { facts, folded, jsonBlock, table } from '../look/blocks.js';
import { findingsList, rulesSheet, worstFirst } from '../look/findings-view.js';
import { html, type Html } from '../look/html.js';
import { page } from '../look/page.js';
import { actionsView } from './actions-view.js';
import { durationText } from './duration.js';
import { incidentView } from './incident-view.js';
import type { ShownCall, ShownRun } from './model.js';

/** A page that shows a run: what each action did, and what it leaves on the incident. */
export function runPage(run: ShownRun): string {
  const { name, findings, ruleOf, actions, incidents, calls, outputs } = run;
  const hasOutputs = outputs !== undefined && Object.keys(outputs as object).length > 0; // a record by name
  return page({
    title: `${shortName(name)} - run`,
    made: 'playbook run',
    body: [
      headSheet(run),
      findingsSheet(run),
      incidents.map(incidentView),
      html`<section class="sheet" aria-labelledby="actions">
        <h2 id="actions">Actions</h2>
        ${triggerView(run)}${actions.length > 0 ? actionsView(actions) : html`<p class="soft">None ran.</p>`}
      </section>`,
      callsSheet(calls),
      activitySheet(run),
      hasOutputs
        ? html`<section class="sheet">
            <h2>Outputs</h2>
            ${jsonBlock(outputs, 'Outputs of the run')}
          </section>`
        : '',
      rulesSheet(findings, ruleOf),
    ],
  });
}

function headSheet({
  name,
  status,
  ok,
  error,
  trigger,
  startTime,
  endTime,
  actions,
  calls,
  usage,
  counts,
}: ShownRun): Html {
  const kind = ok ? 'good' : 'error';
  const used = Object.entries(usage).map(([what, count]) => [what, count] as const);
  const took = startTime !== undefined && endTime !== undefined ? durationText({ startTime, endTime }) : '';
  const failed = error ? html`<p class="errtext">${error.code}: ${error.message}</p>` : '';
  return html`<div class="sheet verdict ${kind}">
    <h1>${shortName(name)}</h1>
    <p>
      <span class="badge ${kind}">${status ?? 'Not run'}</span>
      <span class="soft">${countsText(counts)}</span>
    </p>
    ${failed}
    ${facts([
      ['File', html`<code>${name}</code>`],
      ['Trigger', trigger?.name],
      ['Begins', startTime],
      ['Took', took === '' ? undefined : `${took} on its own clock`],
      ['Actions', actions.length],
      ['Calls', calls.length],
      ...used,
    ])}
  </div>`;
}

function triggerView({ trigger }: ShownRun): Html {
  if (trigger === undefined) return html``;
  const { name, type, outputs } = trigger;
  const inside =
    outputs === undefined ? html`<p class="soft">It gives nothing.</p>` : jsonBlock(outputs, 'Outputs of the trigger');
  return folded(html`<b>${name}</b> <span class="soft small">${type}, the trigger</span>`, inside);
}

/** A file by its name and its folder's. */
function shortName(name: string): string {
  return name.split('/').slice(-2).join('/');
}

function findingsSheet({ findings, counts, ruleOf }: ShownRun): Html {
  if (findings.length === 0) return html``;
  const more = counts.error + counts.warning + counts.note - findings.length;
  return html`<section class="sheet" aria-labelledby="findings">
    <h2 id="findings">Findings</h2>
    ${findingsList(worstFirst(findings), { ruleOf })}${more > 0 ? html`<p class="soft">${more} more are not shown.</p>` : ''}
  </section>`;
}

/** Calls that are listed; the rest is counted. */
const MOST_CALLS = 1000;

function callsSheet(calls: readonly ShownCall[]): Html {
  if (calls.length === 0) return html``;
  const rows = calls
    .slice(0, MOST_CALLS)
    .map(({ action, request, operation, by, status }) => [
      action,
      html`<code>${request}</code>`,
      operation,
      by === 'nobody' ? html`<span class="badge error">not answered</span>` : `${status ?? 'no answer'} from ${by}`,
    ]);
  const more =
    calls.length > rows.length ? html`<p class="soft">${calls.length - rows.length} more are not shown.</p>` : '';
  return html`<section class="sheet" aria-labelledby="calls">
    <h2 id="calls">Calls</h2>
    ${folded(plural(calls.length, 'call'), html`${table({ label: 'Calls', heads: ['Action', 'Request', 'Operation', 'Answer'], rows })}${more}`)}
  </section>`;
}

function activitySheet({ activity }: ShownRun): Html {
  if (activity.length === 0) return html``;
  const rows = activity.slice(0, MOST_CALLS).map(({ time, what }) => [time, what]);
  return html`<section class="sheet" aria-labelledby="activity">
    <h2 id="activity">What happened in the workspace</h2>
    ${folded(plural(activity.length, 'change'), table({ label: 'What happened', heads: ['Time', 'What'], rows }))}
  </section>`;
}
