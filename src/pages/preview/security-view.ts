import type { Connector } from '../../definition/connector.js';
import type { SecurityScheme } from '../../openapi/types.js';
import { facts } from '../look/blocks.js';
import { html, type Html } from '../look/html.js';

/** What becomes of what a connection is given: where a request carries it. */
export function securityView({ definition, contract }: Connector): Html {
  const schemes = Object.entries(definition.securityDefinitions ?? {});
  const shown = schemes.map(
    ([name, scheme]) => html`<div><b>${name}</b>${schemeFacts(scheme, contract.keyPrefix)}</div>`,
  );
  const none = schemes.length === 0 ? html`<p class="soft">No security is declared: requests carry no key.</p>` : '';
  return html`<div class="signin">
    <h3>How requests sign in</h3>
    ${shown}${none}
  </div>`;
}

function schemeFacts(scheme: SecurityScheme, prefix: string | undefined): Html {
  if (scheme.type === 'apiKey') {
    return facts([
      ['Kind', 'API key'],
      [scheme.in === 'header' ? 'Header' : 'Query', html`<code>${scheme.name}</code>`],
      ['Begins with', prefix !== undefined && html`<code>${prefix}</code>`],
    ]);
  }
  if (scheme.type === 'basic') return facts([['Kind', 'user name and password']]);
  const { flow } = scheme;
  return facts([
    ['Kind', 'OAuth 2.0'],
    ['Flow', flow],
    ['Scopes', Object.keys(scheme.scopes).join(', ')],
  ]);
}
