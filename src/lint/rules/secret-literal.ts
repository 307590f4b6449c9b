import { child } from '../../core/pointer.js';
import { shorten } from '../../core/shorten.js';
import { having } from '../having.js';
import type { LintRule } from '../rule.js';
import { eachText, holdsSecret, isNamedSecret, looksSecret, mayNameSecret } from '../secret-texts.js';
import { connectionPage } from '../sources.js';

/** Where a value stands in a parameter or a schema. */
const values = ['default', 'x-ms-test-value'];

/** A key that is none: it has the shape of one. */
const sampleKey = `sk-${'0123456789abcdef'.repeat(2)}`;
const password = { type: 'string', title: 'Password', description: 'Opens the ticket.' };

export const secretLiteral: LintRule = {
  code: 'secret-literal',
  severity: 'warning',
  summary: 'No key, token or password stands in the files of a connector.',
  why: 'Everybody who may see the connector reads it, and it stays in the history of the repository. A connection asks for the key instead.',
  source: connectionPage,
  published: { files: 0, of: 161 },
  codes: [],
  examples: {
    bad: [
      { definition: { '/info/termsOfService': `Try it with ${sampleKey}` }, at: ['/info/termsOfService'] },
      {
        definition: { '/definitions/Ticket/properties/password': { ...password, default: 'Summer2024!' } },
        at: ['/definitions/Ticket/properties/password/default'],
      },
      { properties: { '/properties/clientSecret': 'c0ffee' }, at: ['apiProperties.json#/properties/clientSecret'] },
    ],
    good: [{ definition: { '/info/termsOfService': 'Type Bearer YOUR_API_KEY.' }, at: [] }],
  },
  check({ definition, properties }, report) {
    const tell = (pointer: string, name = '', where: { readonly in?: 'properties' } = {}) => {
      const what = name === '' ? 'A text' : `The value of ${shorten(name)}`;
      report(pointer, `${what} looks like a secret, expected none here: a connection asks for it.`, where);
    };
    if (holdsSecret(definition)) {
      eachText(definition, { pointer: '' }, (text, pointer) => {
        if (looksSecret(text)) tell(pointer);
      });
    }
    eachText(properties, { pointer: '/properties' }, (text, pointer, name) => {
      if (looksSecret(text) || isNamedSecret(name, text)) tell(pointer, name, { in: 'properties' });
    });
    const byName = (name: string, node: object, pointer: string) => {
      for (const [key, value] of Object.entries(node)) {
        if (!values.includes(key)) continue;
        if (isNamedSecret(name, value) && !looksSecret(String(value))) tell(`${pointer}/${key}`, name);
      }
    };
    return {
      parameter: having(values, (node, { pointer }) => {
        if ('name' in node) byName(node.name, node, pointer);
      }),
      schema: having(['properties'], ({ properties: fields = {} }, { pointer }) => {
        for (const name in fields) {
          const field = fields[name];
          // few have such a value, and to judge a name takes longer
          if (field && values.some((key) => Object.hasOwn(field, key)) && mayNameSecret(name))
            byName(name, field, child(`${pointer}/properties`, name));
        }
      }),
    };
  },
};
