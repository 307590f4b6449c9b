import type { Connector } from '../../definition/connector.js';
import { iconTile, type Brand } from '../look/brand.js';
import { findingsList, type RuleOf } from '../look/findings-view.js';
import { html, type Html } from '../look/html.js';
import { connectionWays, type ConnectionField, type ConnectionWay } from './connection-parts.js';
import { textOf } from './control-view.js';
import type { PlacedFindings } from './places.js';

/** What the dialog is drawn with. */
export interface ConnectionContext {
  /** Begins the ids of its controls. */
  readonly form: string;
  readonly placed: Pick<PlacedFindings, 'ofConnection'>;
  readonly ruleOf: RuleOf;
}

/** The dialog in which a person makes a connection. */
export function connectionView(connector: Connector, brand: Brand, context: ConnectionContext): Html {
  const ways = connectionWays(connector);
  const title = connector.definition.info.title;
  const choice = ways.length > 1 ? waysChoice(ways, context.form) : '';
  const inside = ways.map((way, index) => wayView(way, { ...context, form: `${context.form}-${index}` }));
  return html`<div class="card dialog ${brand.name}" role="group" aria-label="Create connection">
    <header>
      ${iconTile(brand, 's')}
      <h3>Create connection <span class="soft small">${title}</span></h3>
    </header>
    <div class="fields">
      ${inputView({ id: `${context.form}-name`, label: 'Connection name', required: true, about: [], control: (id) => html`<input id="${id}" readonly aria-required="true" placeholder="Enter a name for connection" />` })}${choice}${inside}
    </div>
    <p class="foot" aria-hidden="true"><span class="btn p">Create new</span><span class="btn">Cancel</span></p>
  </div>`;
}

function waysChoice(ways: readonly ConnectionWay[], form: string): Html {
  const options = ways.map(({ title }) => html`<option>${title}</option>`);
  return inputView({
    id: `${form}-way`,
    label: 'Authentication type',
    required: true,
    about: [],
    control: (id) =>
      html`<select id="${id}" aria-required="true">
        ${options}
      </select>`,
  });
}

function wayView({ title, fields }: ConnectionWay, context: ConnectionContext): Html {
  const shown = fields.filter(({ hidden }) => !hidden).map((field) => fieldView(field, context));
  const hidden = fields.filter((one) => one.hidden);
  const never =
    hidden.length === 0
      ? ''
      : html`<p class="tip soft small">Not asked for: ${hidden.map(({ label }) => label).join(', ')}.</p>
          ${hidden.map(({ name }) => findingsList(context.placed.ofConnection(name), context))}`;
  const none = fields.length === 0 ? html`<p class="soft">It asks for nothing else.</p>` : '';
  if (title === '') return html`${shown}${none}${never}`;
  return html`<div class="items" role="group" aria-label="${title}">
    <p class="small soft">${title}</p>
    ${shown}${none}${never}
  </div>`;
}

/** A longer description does not fit into the field, and is shown below it. In UTF-16 code units. */
const SHORT = 48;

const isTyped = (kind: ConnectionField['kind']): boolean => kind === 'text' || kind === 'secret';

function fieldView(field: ConnectionField, { form, placed, ruleOf }: ConnectionContext): Html {
  const { name, label, description = '', tooltip, kind, required } = field;
  const about = [
    ...(isTyped(kind) && description.length < SHORT ? [] : [description]),
    ...(tooltip === undefined ? [] : [tooltip]),
    ...(kind === 'secret' ? ['Hidden while it is typed, and never shown again.'] : []),
  ].filter(Boolean);
  const view = inputView({
    id: `${form}-${name}`.replaceAll(/\s/g, '-'),
    label,
    required,
    about,
    control: (id) => controlOf(field, id),
  });
  return html`${view}${findingsList(placed.ofConnection(name), { ruleOf })}`;
}

function controlOf({ kind, choices, description = '', default: value }: ConnectionField, id: string): Html {
  if (kind === 'sign-in') return html`<button type="button" class="btn p" id="${id}">Sign in</button>`;
  if (kind === 'gateway')
    return html`<select id="${id}">
      <option>The data gateways of the subscription</option>
    </select>`;
  if (kind === 'choice')
    return html`<select id="${id}">
      ${choices.map((text) => html`<option>${text}</option>`)}
    </select>`;
  const hidden = kind === 'secret' ? html` type="password" autocomplete="off"` : '';
  const given = kind === 'secret' ? '' : textOf(value);
  return html`<input id="${id}" ${hidden} readonly placeholder="${description}" value="${given}" />`;
}

interface Input {
  readonly id: string;
  readonly label: string;
  readonly required: boolean;
  readonly about: readonly string[];
  readonly control: (id: string) => Html;
}

function inputView({ id, label, required, about, control }: Input): Html {
  const star = required ? html` <span class="req" aria-hidden="true">*</span>` : '';
  return html`<div class="f">
    <label for="${id}">${label}${star}</label>${control(id)}${about.map((text) => html`<p class="tip">${text}</p>`)}
  </div>`;
}
