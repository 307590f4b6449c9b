import { editKind } from './rule.js';
import { extensionsPage, openApi } from './sources.js';

/* What a body is made of, and how the designer shows it. */

const state = '/paths/~1tickets/get/parameters/2';
const input = '/paths/~1tickets/post/parameters/0/schema';
const output = '/definitions/Ticket';

/** Edits of properties, headers and what is said of values beside their type. */
export const shapeRules = {
  madeRequired: editKind({
    code: 'made-required',
    effect: 'narrows',
    directions: ['sends', 'receives', 'connects'],
    concerns: 'missing',
    summary: 'What could be left out cannot be left out any more.',
    why: 'A playbook that leaves it out is refused.',
    source: openApi,
    examples: {
      bad: [
        { new: { [`${state}/required`]: true }, gives: [`made-required sends ${state}/required`] },
        { new: { [`${input}/required/-`]: 'weight' }, gives: [`made-required sends ${input}/properties/weight`] },
        { new: { [`${output}/required/-`]: 'state' }, gives: [`made-required receives ${output}/properties/state`] },
        {
          new: {
            'apiProperties.json#/properties/connectionParameters/region/uiDefinition/constraints/required': 'true',
          },
          gives: [
            'made-required connects apiProperties.json#/properties/connectionParameters/region/uiDefinition/constraints/required',
          ],
        },
      ],
      good: [{ new: { [`${state}/required`]: false }, gives: [] }],
    },
  }),
  madeOptional: editKind({
    code: 'made-optional',
    effect: 'widens',
    directions: ['sends', 'receives', 'connects'],
    summary: 'What was required may be left out.',
    why: "An answer may lack it, and an expression such as ['id'], which the designer writes for what is required, fails then.",
    source: 'Measured: the designer writes ?[] for a field that is not required, and [] for one that is.',
    examples: {
      bad: [
        { new: { [`${output}/required`]: undefined }, gives: [`made-optional receives ${output}/properties/id`] },
        { new: { [`${input}/required`]: undefined }, gives: [`made-optional sends ${input}/properties/subject`] },
        {
          new: {
            'apiProperties.json#/properties/connectionParameters/api_key/uiDefinition/constraints/required': 'false',
          },
          gives: [
            'made-optional connects apiProperties.json#/properties/connectionParameters/api_key/uiDefinition/constraints/required',
          ],
        },
      ],
      good: [
        {
          old: { [`${input}/required`]: ['subject', 'due'] },
          new: { [`${input}/required`]: ['due', 'subject'] },
          gives: [],
        },
      ],
    },
  }),
  furtherValuesRefused: editKind({
    code: 'further-values-refused',
    effect: 'narrows',
    directions: ['sends', 'receives'],
    summary:
      'An object admits no properties beyond the declared ones, or only some; or the items of an array are declared newly.',
    why: 'A playbook may send what is refused now.',
    source: openApi,
    examples: {
      bad: [
        {
          new: { [`${input}/additionalProperties`]: false },
          gives: [`further-values-refused sends ${input}/additionalProperties`],
        },
        {
          new: { [`${output}/additionalProperties`]: { type: 'string' } },
          gives: [`further-values-refused receives ${output}/additionalProperties`],
        },
      ],
      good: [{ new: { [`${input}/additionalProperties`]: {} }, gives: [] }],
    },
  }),
  furtherValuesAllowed: editKind({
    code: 'further-values-allowed',
    effect: 'widens',
    directions: ['sends', 'receives'],
    summary: 'An object admits further properties, or the items of an array are not declared any more.',
    why: 'Nothing breaks: no playbook that exists sends them or reads them.',
    source: openApi,
    examples: {
      bad: [
        {
          new: { [`${input}/properties/labels/additionalProperties`]: true },
          gives: [`further-values-allowed sends ${input}/properties/labels/additionalProperties`],
        },
        {
          old: { [`${output}/additionalProperties`]: false },
          new: { [`${output}/additionalProperties`]: undefined },
          gives: [`further-values-allowed receives ${output}`],
        },
      ],
      good: [{ new: { [`${output}/additionalProperties`]: true }, gives: [] }],
    },
  }),
  defaultAdded: editKind({
    code: 'default-added',
    effect: 'widens',
    directions: ['sends', 'connects'],
    summary: 'A value has a default, which it had not before.',
    why: 'Nothing breaks: the designer fills it in where an action is added.',
    source: extensionsPage,
    examples: {
      bad: [
        {
          new: { [`${input}/properties/weight/default`]: 1 },
          gives: [`default-added sends ${input}/properties/weight/default`],
        },
        {
          new: { 'apiProperties.json#/properties/connectionParameters/region/defaultValue': 'eu' },
          gives: ['default-added connects apiProperties.json#/properties/connectionParameters/region/defaultValue'],
        },
      ],
      good: [
        {
          new: { [`${output}/properties/state/default`]: 'open' },
          gives: [`wording-changed receives ${output}/properties/state/default`],
        },
      ],
    },
  }),
  defaultChanged: editKind({
    code: 'default-changed',
    effect: 'moves',
    directions: ['sends', 'connects'],
    concerns: 'missing',
    summary: 'A value has another default, or none any more.',
    why: 'Where nothing is filled in, something else is sent than before; of an internal value the platform sends the default itself.',
    source: extensionsPage,
    examples: {
      bad: [
        {
          new: { '/paths/~1tickets/get/parameters/0/default': 'v2' },
          gives: ['default-changed sends /paths/~1tickets/get/parameters/0/default'],
        },
        {
          new: { [`${input}/properties/severity/default`]: undefined },
          gives: [`default-changed sends ${input}/properties/severity`],
        },
        {
          old: { 'apiProperties.json#/properties/connectionParameters/region/defaultValue': 'eu' },
          new: { 'apiProperties.json#/properties/connectionParameters/region/defaultValue': 'us' },
          gives: ['default-changed connects apiProperties.json#/properties/connectionParameters/region/defaultValue'],
        },
      ],
      good: [
        {
          new: { [`${input}/properties/weight/default`]: 1 },
          gives: [`default-added sends ${input}/properties/weight/default`],
        },
      ],
    },
  }),
  compositionChanged: editKind({
    code: 'composition-changed',
    effect: 'moves',
    directions: ['sends', 'receives'],
    summary:
      'A schema is put together in another way: another discriminator, or parts of an allOf that say different things.',
    why: 'It takes a person to see what the parts allow together.',
    source: openApi,
    examples: {
      bad: [
        {
          new: { '/definitions/Person/discriminator': 'name' },
          gives: ['composition-changed receives /definitions/Person/discriminator'],
        },
        {
          old: { [`${input}/properties/weight`]: { allOf: [{ maximum: 5 }, { maximum: 7 }] } },
          new: { [`${input}/properties/weight`]: { allOf: [{ maximum: 5 }, { maximum: 8 }] } },
          gives: [`composition-changed sends ${input}/properties/weight`],
        },
      ],
      good: [
        {
          old: { [`${input}/properties/weight`]: { allOf: [{ maximum: 5 }, { type: 'number' }] } },
          new: { [`${input}/properties/weight`]: { type: 'number', maximum: 5 } },
          gives: [],
        },
      ],
    },
  }),
  readOnlySet: editKind({
    code: 'read-only-set',
    effect: 'narrows',
    directions: ['sends'],
    summary: 'A property of a body cannot be sent any more.',
    why: 'The designer takes it away from what is filled in.',
    source: openApi,
    examples: {
      bad: [
        {
          new: { [`${input}/properties/weight/readOnly`]: true },
          gives: [`read-only-set sends ${input}/properties/weight/readOnly`],
        },
      ],
      good: [
        {
          new: { [`${output}/properties/id/readOnly`]: true },
          gives: [`wording-changed receives ${output}/properties/id/readOnly`],
        },
      ],
    },
  }),
  readOnlyDropped: editKind({
    code: 'read-only-dropped',
    effect: 'widens',
    directions: ['sends'],
    summary: 'A property of a body can be sent, which it could not before.',
    why: 'Nothing breaks: playbooks that exist do not send it.',
    source: openApi,
    examples: {
      bad: [
        {
          old: { [`${input}/properties/weight/readOnly`]: true },
          new: { [`${input}/properties/weight/readOnly`]: false },
          gives: [`read-only-dropped sends ${input}/properties/weight/readOnly`],
        },
      ],
      good: [{ new: { [`${input}/properties/weight/readOnly`]: false }, gives: [] }],
    },
  }),
};
