import { shorten } from '../../core/shorten.js';
import type { LintRule } from '../rule.js';
import { certificationPage } from '../sources.js';

/** Names that no public service has: RFC 2606 and 6761, and what people write where a name is to go. */
const reserved =
  /^(?!.*\.)|^(?:.*\.)?(?:localhost|local|internal|lan|test|invalid|example|example\.(?:com|net|org))$|^your[-_]?(?:account|company|customer|domain|environment|host|instance|organi[sz]ation|org|region|resource|server|site|subdomain|tenant)(?:[-_]?name)?(?=[.-])/;
/** Addresses that are not routed in public: RFC 1122, 1918, 3927. */
const privateAddress = /^(?:0|10|127)\.|^192\.168\.|^169\.254\.|^172\.(?:1[6-9]|2\d|3[01])\./;

export const hostNotPublic: LintRule = {
  code: 'host-not-public',
  severity: 'warning',
  summary: 'The host is one that Azure can reach: neither this machine, nor a private network, nor a placeholder.',
  why: 'Azure sends the requests, not the machine where the connector is made. A policy that sets the host does nothing in Logic Apps.',
  source: `${certificationPage}; RFC 2606, 6761 and 1918`,
  published: { files: 6, of: 161 },
  codes: [],
  examples: {
    bad: [
      { definition: { '/host': 'localhost:8080' }, at: ['/host'] },
      { definition: { '/host': 'yourinstance.contoso.com' }, at: ['/host'] },
    ],
    good: [{ definition: { '/host': 'contoso.com' }, at: [] }],
  },
  check({ definition, properties, openHost }, report) {
    const { host = '' } = definition;
    const name = host.toLowerCase().replace(/:\d+$/, '').slice(0, 255);
    // what is no host at all is another finding's
    if (openHost || !/^[\w.-]+$/.test(name) || properties?.capabilities?.includes('gateway')) return {};
    if (reserved.test(name) || privateAddress.test(name)) {
      report('/host', `The host is ${shorten(host)}, which Azure cannot reach, expected a public one.`);
    }
    return {};
  },
};
