import { didYouMean } from '../../core/nearest.js';
import { remembered } from '../../core/remembered.js';
import { shorten } from '../../core/shorten.js';
import { isReference } from '../../openapi/refs.js';
import type { Document, Schema } from '../../openapi/types.js';
import { having } from '../having.js';
import { membersOf, propertyOf, propertyNames } from '../members.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

const ticket = '/definitions/Ticket';

export const discriminatorInvalid: LintRule = {
  code: 'discriminator-invalid',
  severity: 'warning',
  summary: 'A discriminator names a property that is a string and required.',
  why: 'Without it nobody can tell which kind of object stands there.',
  source: `${validatorPage} (DiscriminatorMustBeARequiredStringProperty)`,
  published: { files: 0, of: 161 },
  codes: ['DiscriminatorMustBeARequiredStringProperty'],
  examples: {
    bad: [
      { definition: { [`${ticket}/discriminator`]: 'kind' }, at: [`${ticket}/discriminator`] },
      {
        definition: { [`${ticket}/discriminator`]: 'id', [`${ticket}/required`]: ['id'] },
        at: [`${ticket}/discriminator`],
      },
      { definition: { [`${ticket}/discriminator`]: 'subject' }, at: [`${ticket}/discriminator`] },
    ],
    good: [{ definition: { [`${ticket}/discriminator`]: 'subject', [`${ticket}/required`]: ['subject'] }, at: [] }],
  },
  check({ definition }, report) {
    let hints = 0;
    return {
      schema: having(['discriminator'], (node, { pointer }) => {
        const { discriminator: name } = node;
        if (isReference(node) || name === undefined) return;
        const members = membersOf(definition, node);
        if (members === undefined) return;
        const property = propertyOf(members, name);
        const at = `${pointer}/discriminator`;
        if (property === undefined) {
          const near = hints++ < maxHints ? didYouMean(name, propertyNames(members)) : '';
          report(at, `The discriminator ${shorten(name)} is none of the properties.${near}`);
        } else if (!isString(definition, property))
          report(at, `The discriminator ${shorten(name)} is no string, expected one.`);
        else if (!members.some(({ schema }) => requires(schema, name)))
          report(at, `The discriminator ${shorten(name)} is optional, expected it among "required".`);
      }),
    };
  },
};

/** For how many names a near one is looked for: each is held against every property. */
const maxHints = 50;

function isString(definition: Document, property: Schema): boolean {
  return membersOf(definition, property)?.some(({ schema }) => schema.type === 'string') ?? true;
}

/** The names that schemas require, by list: many schemas can share one. */
const sets = remembered<readonly string[], ReadonlySet<string>>();

function requires({ required }: Schema, name: string): boolean {
  if (required === undefined) return false;
  let names = sets.get(required);
  if (names === undefined) sets.set(required, (names = new Set(required)));
  return names.has(name);
}
