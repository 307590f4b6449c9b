import { valueAt } from '../../core/pointer.js';
import { plural } from '../../report/counts.js';
import { facts, folded, jsonBlock } from '../look/blocks.js';
import { html, type Html } from '../look/html.js';
import { durationText } from './duration.js';
import { layersOf } from './layers.js';
import type { ShownAction, ShownAttempt } from './model.js';

/** The actions of a run as a graph: row below row, what runs at the same time side by side, what is in a container within it. */
export function actionsView(actions: readonly ShownAction[]): Html {
  const within = new Map<string | undefined, ShownAction[]>();
  for (const one of actions) {
    const siblings = within.get(one.parent);
    if (siblings) siblings.push(one);
    else within.set(one.parent, [one]);
  }
  const branchesOf = (parent: string | undefined): Html => {
    const branches = new Map<string, ShownAction[]>();
    for (const one of within.get(parent) ?? []) {
      const branch = branches.get(one.branch);
      if (branch) branch.push(one);
      else branches.set(one.branch, [one]);
    }
    return html`${[...branches].map(([title, its]) => branchView(title, its, branchesOf))}`;
  };
  return branchesOf(undefined);
}

function branchView(title: string, actions: readonly ShownAction[], below: (parent: string) => Html): Html {
  const rows = layersOf(actions).map(
    (row) =>
      html`<li class="row">
        <ul class="beside">
          ${row.map((one) => html`<li class="a">${actionView(one, below(one.name))}</li>`)}
        </ul>
      </li>`,
  );
  const head = title === '' ? '' : html`<p class="branch">${title}</p>`;
  return html`<div class="tree">
    ${head}
    <ol class="rows">
      ${rows}
    </ol>
  </div>`;
}

function actionView(action: ShownAction, inside: Html): Html {
  const { name, type, status } = action;
  const said = whyOf(action);
  const why = said === undefined ? '' : html`<span class="why">${said}</span>`;
  const times = [...timesOf(action), durationText(action)].filter(Boolean).join(' · ');
  return html`<details class="${status}">
      <summary>
        <span class="st ${status}">${marks[status]} ${status}</span><b>${name}</b><span class="ty">${type}</span
        ><span class="soft small">${times}</span>${why}
      </summary>
      <div>${waitsFor(action)}${repetitionsView(action) ?? attemptView(action, name)}</div>
    </details>
    ${inside}`;
}

/** Why it failed: what the run says, or else the service that was called. Of what is skipped because of something else, the reason stands there. */
function whyOf({ status, error, outputs }: ShownAction): string | undefined {
  if (status === 'Skipped') return undefined;
  if (error) return `${error.code}: ${error.message}`;
  const message = status === 'Failed' ? valueAt(outputs, '/body/error/message') : undefined;
  return typeof message === 'string' ? message : undefined;
}

const marks: Readonly<Record<ShownAttempt['status'], string>> = {
  Succeeded: '✓',
  Failed: '✕',
  Skipped: '–',
  TimedOut: '✕',
  Cancelled: '■',
  Aborted: '✕',
};

function timesOf({ rounds, repetitions, retries }: ShownAction): readonly string[] {
  const ran = repetitions?.filter(({ status }) => status !== 'Skipped') ?? [];
  const failed = ran.filter(({ status }) => status === 'Failed').length;
  return [
    ...(rounds === undefined ? [] : [plural(rounds, 'round')]),
    ...(ran.length > 1 && rounds === undefined ? [`${ran.length} times`] : []),
    ...(failed > 0 && failed < ran.length ? [`${failed} failed`] : []),
    ...(retries === undefined ? [] : [retries === 1 ? 'sent again once' : `sent again ${retries} times`]),
  ];
}

function waitsFor({ after }: ShownAction): Html {
  if (after.length === 0) return html``;
  const names = after.map(({ name, statuses }) =>
    statuses.length === 1 && statuses[0]?.toLowerCase() === 'succeeded' ? name : `${name} (${statuses.join(' or ')})`,
  );
  return html`<p class="small soft">Runs after ${names.join(', ')}</p>`;
}

/** Repetitions that are shown with what they held; the others are counted. */
const MOST_REPETITIONS = 25;

function repetitionsView({ name, repetitions }: ShownAction): Html | undefined {
  if (repetitions === undefined || repetitions.length < 2) return undefined;
  const shown = repetitions.slice(0, MOST_REPETITIONS).map((one) => {
    const round = `Round ${one.indexes.map((index) => index + 1).join('.')}`;
    return folded(
      html`<span class="st ${one.status}">${marks[one.status]} ${one.status}</span> ${round}
        <span class="soft small">${durationText(one)}</span>`,
      attemptView(one, `${name}, ${round}`),
    );
  });
  const more = repetitions.length - shown.length;
  return html`${shown}${more > 0 ? html`<p class="soft">${more} more rounds are not shown.</p>` : ''}`;
}

function attemptView({ inputs, outputs, error, code, startTime }: ShownAttempt, name: string): Html {
  const failed = error ? html`<p class="errtext">${error.code}: ${error.message}</p>` : '';
  const part = (title: string, value: ShownAttempt['inputs']) =>
    value === undefined
      ? ''
      : html`<div>
          <h4>${title}</h4>
          ${jsonBlock(value, `${title} of ${name}`)}
        </div>`;
  return html`${failed}${facts([
      ['Code', code],
      ['Begins', startTime],
    ])}
    <div class="io">${part('Inputs', inputs)}${part('Outputs', outputs)}</div>`;
}
