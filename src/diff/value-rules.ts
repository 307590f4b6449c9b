import { editKind } from './rule.js';
import { openApi, validatorComment } from './sources.js';

/* What a single value may be. */

const top = '/paths/~1tickets/get/parameters/1';
const state = '/paths/~1tickets/get/parameters/2';
const input = '/paths/~1tickets/post/parameters/0/schema/properties';
const output = '/definitions/Ticket/properties';

/** Edits of the type, the enum and the bounds of a value. */
export const valueRules = {
  typeNarrowed: editKind({
    code: 'type-narrowed',
    effect: 'narrows',
    directions: ['sends', 'receives'],
    summary: 'A value has a type that admits less than before, such as integer after number.',
    why: 'What a playbook sends may be of the type that is refused now; what it receives was of the smaller type all along.',
    source: validatorComment(3785),
    examples: {
      bad: [
        { new: { [`${input}/weight/type`]: 'integer' }, gives: [`type-narrowed sends ${input}/weight/type`] },
        {
          old: { [`${output}/id`]: { type: 'number' } },
          new: { [`${output}/id`]: { type: 'integer' } },
          gives: [`type-narrowed receives ${output}/id/type`],
        },
      ],
      good: [{ new: { [`${top}/description`]: 'How many.' }, gives: [`wording-changed shows ${top}/description`] }],
    },
  }),
  typeWidened: editKind({
    code: 'type-widened',
    effect: 'widens',
    directions: ['sends', 'receives'],
    summary: 'A value has a type that admits more than before, such as number after integer, or none at all.',
    why: 'What a playbook receives may be something that its expressions were not written for.',
    source: validatorComment(3785),
    examples: {
      bad: [
        { new: { [`${output}/id/type`]: 'number' }, gives: [`type-widened receives ${output}/id/type`] },
        {
          old: { [`${input}/weight/type`]: 'integer' },
          new: { [`${input}/weight/type`]: 'number' },
          gives: [`type-widened sends ${input}/weight/type`],
        },
      ],
      good: [
        { old: { [`${output}/owner`]: { properties: {} } }, new: { [`${output}/owner/type`]: 'object' }, gives: [] },
      ],
    },
  }),
  typeChanged: editKind({
    code: 'type-changed',
    effect: 'moves',
    directions: ['sends', 'receives'],
    summary: 'A value has another type.',
    why: 'What a playbook sends is refused, and what it does with what it receives fails.',
    source: validatorComment(3785),
    examples: {
      bad: [
        { new: { [`${input}/subject/type`]: 'integer' }, gives: [`type-changed sends ${input}/subject/type`] },
        { new: { [`${output}/subject/type`]: 'boolean' }, gives: [`type-changed receives ${output}/subject/type`] },
      ],
      good: [{ new: { [`${input}/weight/type`]: 'integer' }, gives: [`type-narrowed sends ${input}/weight/type`] }],
    },
  }),
  formatNarrowed: editKind({
    code: 'format-narrowed',
    effect: 'narrows',
    directions: ['sends', 'receives'],
    summary: 'A value has a format that admits less than before, or one where it had none.',
    why: 'What a playbook sends may be refused.',
    source: validatorComment(3863),
    examples: {
      bad: [
        { new: { [`${input}/subject/format`]: 'email' }, gives: [`format-narrowed sends ${input}/subject/format`] },
        {
          new: { [`${output}/subject/format`]: 'email' },
          gives: [`format-narrowed receives ${output}/subject/format`],
        },
      ],
      good: [{ new: { [`${input}/subject/format`]: '' }, gives: [] }],
    },
  }),
  formatWidened: editKind({
    code: 'format-widened',
    effect: 'widens',
    directions: ['sends', 'receives'],
    summary: 'A value has a format that admits more than before, or none where it had one.',
    why: 'What a playbook receives may be in a form that its expressions do not read.',
    source: validatorComment(3863),
    examples: {
      bad: [
        { new: { [`${output}/id/format`]: 'int64' }, gives: [`format-widened receives ${output}/id/format`] },
        { new: { [`${top}/format`]: undefined }, gives: [`format-widened sends ${top}`] },
      ],
      good: [
        {
          new: { [`${output}/subject/format`]: 'password' },
          gives: [`wording-changed receives ${output}/subject/format`],
        },
      ],
    },
  }),
  formatChanged: editKind({
    code: 'format-changed',
    effect: 'moves',
    directions: ['sends', 'receives'],
    summary: 'A value has another format.',
    why: 'What a playbook sends is refused, and what it does with what it receives fails.',
    source: validatorComment(3863),
    examples: {
      bad: [
        { new: { [`${input}/due/format`]: 'date' }, gives: [`format-changed sends ${input}/due/format`] },
        { new: { [`${output}/opened/format`]: 'date' }, gives: [`format-changed receives ${output}/opened/format`] },
      ],
      good: [{ new: { [`${output}/id/format`]: 'int64' }, gives: [`format-widened receives ${output}/id/format`] }],
    },
  }),
  enumNarrowed: editKind({
    code: 'enum-narrowed',
    effect: 'narrows',
    directions: ['sends', 'receives', 'connects'],
    summary: 'A value has fewer allowed values than before, or an enum where it had none.',
    why: 'A playbook may send a value that is refused now.',
    source: validatorComment(619),
    examples: {
      bad: [
        { new: { [`${state}/enum`]: ['open'] }, gives: [`enum-narrowed sends ${state}/enum`] },
        { new: { [`${input}/subject/enum`]: ['a'] }, gives: [`enum-narrowed sends ${input}/subject/enum`] },
        { new: { [`${output}/state/enum`]: ['open'] }, gives: [`enum-narrowed receives ${output}/state/enum`] },
        {
          new: { 'apiProperties.json#/properties/connectionParameters/region/allowedValues': [{ value: 'eu' }] },
          gives: ['enum-narrowed connects apiProperties.json#/properties/connectionParameters/region/allowedValues'],
        },
      ],
      good: [{ new: { [`${state}/enum`]: ['closed', 'open'] }, gives: [] }],
    },
  }),
  enumWidened: editKind({
    code: 'enum-widened',
    effect: 'widens',
    directions: ['sends', 'receives', 'connects'],
    summary: 'A value has more allowed values than before, or its enum is gone.',
    why: 'A playbook may receive a value that none of its branches is for.',
    source: openApi,
    examples: {
      bad: [
        { new: { [`${output}/state/enum/-`]: 'new' }, gives: [`enum-widened receives ${output}/state/enum`] },
        { new: { [`${state}/enum`]: undefined }, gives: [`enum-widened sends ${state}`] },
        {
          new: { 'apiProperties.json#/properties/connectionParameters/region/allowedValues/-': { value: 'uk' } },
          gives: ['enum-widened connects apiProperties.json#/properties/connectionParameters/region/allowedValues'],
        },
      ],
      good: [{ new: { [`${output}/state/enum`]: ['closed', 'open'] }, gives: [] }],
    },
  }),
};
