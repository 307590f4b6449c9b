import { isArray, isObject, own, type Json } from '../../core/json.js';
import type { Connector } from '../../definition/connector.js';
import type { Card } from '../../designer/card.js';
import { plural } from '../../report/counts.js';
import { iconTile, type Brand } from '../look/brand.js';
import { facts } from '../look/blocks.js';
import { countBadges } from '../look/findings-view.js';
import { html, link, type Html } from '../look/html.js';
import type { Previewed } from './model.js';

/** What the head is drawn with. */
export interface HeadParts {
  readonly id: string;
  readonly brand: Brand;
  readonly cards: readonly Card[];
  /** How many there are, those without a card included. */
  readonly operations: number;
}

/** Who a connector is, what it has, where to read on, and how much of it recordings showed. */
export function headSheet(
  { connector, file, findings, tested }: Previewed,
  { id, brand, cards, operations }: HeadParts,
): Html {
  const { definition, properties, name, contract } = connector;
  const { title, version, description } = definition.info;
  const triggers = cards.filter(({ kind }) => kind === 'trigger').length;
  const actions = cards.length - triggers;
  const host = `${definition.host ?? ''}${definition.basePath ?? ''}`;
  const counted = findings.length === 0 ? html`<span class="badge good">no findings</span>` : countBadges(findings);
  const entries = [
    ['Name', name],
    ['Version', version],
    ['Host', host && html`<code>${host}</code>`],
    ['API version', contract.apiVersion],
    ['Publisher', textOf(properties.properties.publisher)],
    ['Operations', [plural(actions, 'action'), ...(triggers > 0 ? [plural(triggers, 'trigger')] : [])].join(', ')],
    ['Without a card', operations > cards.length && String(operations - cards.length)],
    ['File', html`<code>${file}</code>`],
    ...addressesOf(connector),
  ] as const;
  return html`<div class="sheet head ${brand.name}">
    ${iconTile(brand, 'l')}
    <div>
      <h1 id="${id}">${title}</h1>
      ${description === undefined ? '' : html`<p class="text">${description}</p>`}${facts(entries)}
      <p class="small">${counted}</p>
      ${tested ? coverageLine(tested.result) : ''}
    </div>
  </div>`;
}

function coverageLine({ samples, coverage }: NonNullable<Previewed['tested']>['result']): Html {
  const shares = Object.entries(coverage).filter(([, { declared }]) => declared > 0);
  const meters = shares.map(
    ([name, { seen, declared, percent }]) =>
      [
        `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
        html`<meter min="0" max="100" value="${percent}" aria-label="${name} seen"></meter> ${seen} of ${declared}`,
      ] as const,
  );
  const verdicts = `${samples.passed} passed, ${samples.failed} failed, ${samples.unmatched} of no operation`;
  return facts([['Recorded', `${plural(samples.total, 'exchange')}: ${verdicts}`], ...meters]);
}

/** Where a person can read on. Only addresses of the web and of mail become links. */
function addressesOf({ definition }: Connector): readonly (readonly [string, Html])[] {
  const { contact } = definition.info;
  const metadata = definition['x-ms-connector-metadata'];
  const entries = isArray(metadata) ? metadata.filter(isObject) : [];
  const named = entries.flatMap((entry) => {
    const [name, value] = [textOf(own(entry, 'propertyName')), textOf(own(entry, 'propertyValue'))];
    return name !== undefined && value !== undefined ? [[name, link(value)] as const] : [];
  });
  const email = textOf(contact?.email as Json);
  return [
    ...(contact?.url ? [['Contact', link(contact.url, contact.name || contact.url)] as const] : []),
    ...(email === undefined ? [] : [['Mail', link(`mailto:${email}`, email)] as const]),
    ...(definition.externalDocs?.url ? [['Documentation', link(definition.externalDocs.url)] as const] : []),
    ...named,
  ];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
