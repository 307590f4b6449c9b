import { cardsOf } from '../../src/designer/card.js';
import { brandOf } from '../../src/pages/look/brand.js';
import { cardView } from '../../src/pages/preview/card-view.js';
import { controlView } from '../../src/pages/preview/control-view.js';
import { outputsView } from '../../src/pages/preview/outputs-view.js';
import type { Control, ItemField } from '../../src/designer/control.js';
import type { Html } from '../../src/pages/look/html.js';
import { tickets } from './tickets.js';

const brand = brandOf(0, { title: 'Tickets', color: undefined, icon: undefined });
const [get, put] = cardsOf(tickets());
if (get === undefined || put === undefined) throw new Error('there are two');
const ruleOf = () => undefined;

/** Without the white space that is between tags. */
const plain = ({ markup }: Html) => markup.replaceAll(/\s+/g, ' ').replaceAll(/ ?(<[^>]*?) ?(\/?>) ?/g, '$1$2');

test('a card has its fields in order, the advanced ones folded', () => {
  const context = { form: 'x', findingsAt: () => [], ruleOf };
  const view = plain(cardView(put, brand, { context, connection: 'Tickets' }));
  const fields = view.slice(view.indexOf('<div class="fields">'), view.indexOf('<p class="signed">'));
  expect(fields).toBe(
    [
      '<div class="fields">',
      '<div class="f" data-k="path.$.id"><label for="x-path.$.id">ID<span class="req" aria-hidden="true">*</span></label>',
      '<input id="x-path.$.id" readonly aria-required="true" placeholder="" value=""/></div>',
      '<div class="f" data-k="query.$.how"><label for="x-query.$.how">How</label>',
      '<select id="x-query.$.how"><option value="all">all</option><option value="some" selected>some</option></select></div>',
      '<details class="adv"><summary>Advanced parameters<span>Showing 0 of 2</span></summary><div class="fields">',
      '<div class="f" data-k="body.$.id"><label for="x-body.$.id">ID</label>',
      '<input id="x-body.$.id" readonly placeholder="" value=""/></div>',
      '<div class="f" data-k="body.$.notes" role="group" aria-labelledby="x-body.$.notes"><p class="l" id="x-body.$.notes">Notes</p>',
      '<div class="items" role="group" aria-label="Notes Item - 1"><p class="small soft">Notes Item - 1</p>',
      '<div class="f" data-k="$.text"><label for="x-body.$.notes-0-body.$.notes-$.text">Text</label>',
      '<input id="x-body.$.notes-0-body.$.notes-$.text" readonly placeholder="" value=""/></div></div>',
      '<p class="add">+ Add new item</p></div></div></details></div>',
    ].join(''),
  );
});

test('what a recording filled in stands in the fields, advanced ones open where they are filled', () => {
  const filled: Readonly<Record<string, string | readonly { readonly text: string }[]>> = {
    'path.$.id': '7',
    'body.$.notes': [{ text: 'one' }, { text: 'two' }],
  };
  const context = { form: 'x', findingsAt: () => [], ruleOf, filledWith: ({ key }: ItemField) => filled[key] };
  const view = plain(cardView(put, brand, { context, connection: 'Tickets' }));
  expect(
    [...view.matchAll(/<input id="([^"]*)"[^>]* value="([^"]*)"/g)].map(([, id, value]) => `${id} = ${value}`),
  ).toEqual([
    'x-path.$.id = 7',
    'x-body.$.notes-0-body.$.notes-$.text = one',
    'x-body.$.notes-1-body.$.notes-$.text = two',
  ]);
  expect(view.match(/<details class="adv"[^>]*>.*?<\/summary>/)?.[0]).toBe(
    '<details class="adv" open><summary>Advanced parameters<span>Showing 1 of 2</span></summary>',
  );
});

test('outputs have their expressions, what was seen, and the loop that picking them makes', () => {
  const context = {
    seen: (pointer: string) => (pointer.endsWith('/id') ? ('seen' as const) : undefined),
    findingsAt: () => [],
    ruleOf,
  };
  const view = plain(outputsView(get, brand, context));
  expect(view.slice(view.indexOf('<ul>'))).toBe(
    [
      '<ul><li class="t l0" data-k="body.$"><span class="tok">Body</span><span class="ty">object</span>',
      '<span class="ex"><code class="x">body(&#39;Get_a_ticket&#39;)</code></span></li>',
      '<li class="t l1" data-k="body.$.id"><span class="tok">ID</span><span class="ty">integer</span><span class="seen">✓ seen</span>',
      '<span class="ex"><code class="x">body(&#39;Get_a_ticket&#39;)?[&#39;id&#39;]</code></span></li>',
      '<li class="t l1" data-k="body.$.notes"><span class="tok">Notes</span><span class="ty">array</span>',
      '<span class="ex"><code class="x">body(&#39;Get_a_ticket&#39;)?[&#39;notes&#39;]</code></span></li>',
      '<li class="t l2" data-k="body.$.notes.[*]"><span class="tok">Notes Item</span><span class="ty">object</span>',
      '<span class="ex"><code class="x">items(&#39;For_each&#39;)</code></span>',
      '<p>Picking it, or what is in it, puts the step into a loop over body(&#39;Get_a_ticket&#39;)?[&#39;notes&#39;].</p></li>',
      '<li class="t l3" data-k="body.$.notes.[*].text"><span class="tok">Notes Text</span><span class="ty">string</span>',
      '<span class="ex"><code class="x">items(&#39;For_each&#39;)?[&#39;text&#39;]</code></span></li></ul></div>',
    ].join(''),
  );
});

const source = { operationId: 'Lists', arguments: [] };
const choice: Control = { kind: 'dropdown', options: [{ title: 'Yes', value: true }] };
const controls: readonly (readonly [control: Control, value: boolean | string | undefined, markup: string])[] = [
  [{ kind: 'text' }, '"', '<input id="i" readonly placeholder="Say." value="&quot;"/>'],
  [{ kind: 'raw' }, undefined, '<textarea id="i" rows="2" readonly placeholder="Say."></textarea>'],
  [choice, true, '<select id="i"><option value="true" selected>Yes</option></select>'],
  [
    choice,
    undefined,
    '<select id="i"><option value="" selected disabled hidden>Say.</option><option value="true">Yes</option></select>',
  ],
  [
    choice,
    'no',
    '<select id="i"><option value="" selected disabled hidden>no</option><option value="true">Yes</option></select>',
  ],
  [
    { kind: 'list', source },
    undefined,
    '<select id="i"><option value="" selected disabled hidden>Say.</option></select>',
  ],
];

test.each(controls)('the control %j with %j', (control, value, markup) => {
  const field = { label: 'x', placeholder: 'Say.', required: false, type: 'string', control };
  expect(plain(controlView(field, { id: 'i', value }))).toBe(markup);
});
