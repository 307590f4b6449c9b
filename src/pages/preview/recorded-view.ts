import { isObject, own, type Json } from '../../core/json.js';
import { child, valueAt } from '../../core/pointer.js';
import type { Card } from '../../designer/card.js';
import type { ItemField } from '../../designer/control.js';
import { namesIn } from '../../designer/keys.js';
import type { Body } from '../../http/exchange.js';
import type { Brand } from '../look/brand.js';
import { folded, jsonBlock, textBlock } from '../look/blocks.js';
import type { RuleOf } from '../look/findings-view.js';
import { html, type Html } from '../look/html.js';
import { cardView } from './card-view.js';
import type { RecordedCall } from './model.js';

interface Recording {
  readonly call: RecordedCall;
  readonly form: string;
  readonly connection: string;
  readonly ruleOf: RuleOf;
}

/** A recorded call beside the form that it fills, and what came back. Its credentials were replaced when it was read. */
export function recordedView(card: Card, brand: Brand, { call, form, connection, ruleOf }: Recording): Html {
  const { request, response, sample } = call.exchange;
  const filledWith = (field: ItemField) => valueIn(call, field);
  const context = { form, filledWith, findingsAt: () => [], ruleOf };
  const answer =
    response === undefined
      ? html`<p class="soft">The answer was not recorded.</p>`
      : html`<h4>Answer: ${response.status}</h4>
          ${bodyView(response.body, 'Body of the answer')}`;
  const sent = html`<h4>Request</h4>
    <p><code>${request.method} ${request.url}</code></p>
    ${bodyView(request.body, 'Body of the request')}${answer}`;
  return folded(
    html`Recorded call <span class="soft small">${sample}</span>`,
    html`<div class="pair">
      ${cardView(card, brand, { context, connection })}
      <div>${sent}</div>
    </div>`,
  );
}

function bodyView(body: Body, label: string): Html {
  if (body.kind === 'json') return jsonBlock(body.value, label);
  if (body.kind === 'text') return textBlock(body.text, label);
  return html`<p class="soft">${body.kind === 'none' ? 'No body.' : 'Bytes that are no text.'}</p>`;
}

/** What the request holds for a field. */
function valueIn({ exchange: { request }, pathValues, query }: RecordedCall, field: ItemField): Json | undefined {
  const names = namesIn(field.key);
  const [name = ''] = names;
  const [place] = field.key.split('.', 1);
  if (place === 'path') return pathValues.get(name);
  if (place === 'query') return query.find(([key]) => key === name)?.[1];
  if (place === 'header') return own(request.headers, name.toLowerCase());
  if (request.body.kind !== 'json')
    return place === 'body' && request.body.kind === 'text' ? request.body.text : undefined;
  const { value } = request.body;
  if (place === 'formData') return isObject(value) ? own(value, name) : undefined;
  return valueAt(value, names.reduce<string>(child, ''));
}
