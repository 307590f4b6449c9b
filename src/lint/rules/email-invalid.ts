import { shorten } from '../../core/shorten.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

const email = /^[\x21-\x3f\x41-\x7e]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}$/;

export const emailInvalid: LintRule = {
  code: 'email-invalid',
  severity: 'note',
  certification: 'error',
  summary: "The contact's email is an email address in ASCII.",
  why: 'People who need help write to it; certification refuses what is no address.',
  source: validatorPage,
  published: { files: 0, of: 161 },
  codes: ['ContactEmailNotValid'],
  examples: {
    bad: [{ definition: { '/info/contact/email': 'mailto:support' }, at: ['/info/contact/email'] }],
    good: [{ definition: { '/info/contact/email': 'help+tickets@support.contoso.com' }, at: [] }],
  },
  check({ definition: { info } }, report) {
    const address = info.contact?.email ?? '';
    if (address.trim() !== '' && !email.test(address)) {
      report(
        '/info/contact/email',
        `The email is ${shorten(address)}, expected an address such as "support@contoso.com".`,
      );
    }
    return {};
  },
};
