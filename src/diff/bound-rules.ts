import { editKind } from './rule.js';
import { openApi } from './sources.js';

/* Which values of a type there are. */

const top = '/paths/~1tickets/get/parameters/1';
const input = '/paths/~1tickets/post/parameters/0/schema/properties';
const output = '/definitions/Ticket/properties';

/** Edits of bounds and of null. */
export const boundRules = {
  boundTightened: editKind({
    code: 'bound-tightened',
    effect: 'narrows',
    directions: ['sends', 'receives'],
    summary: 'A value has a tighter bound than before: a number, a length, a count, a pattern.',
    why: 'A playbook may send a value that is refused now.',
    source: openApi,
    examples: {
      bad: [
        { new: { [`${top}/maximum`]: 50 }, gives: [`bound-tightened sends ${top}/maximum`] },
        { new: { [`${top}/exclusiveMaximum`]: true }, gives: [`bound-tightened sends ${top}/exclusiveMaximum`] },
        {
          new: { [`${output}/subject/maxLength`]: 9 },
          gives: [`bound-tightened receives ${output}/subject/maxLength`],
        },
      ],
      good: [{ new: { [`${top}/minimum`]: 0 }, gives: [`bound-loosened sends ${top}/minimum`] }],
    },
  }),
  boundLoosened: editKind({
    code: 'bound-loosened',
    effect: 'widens',
    directions: ['sends', 'receives'],
    summary: 'A value has a looser bound than before, or none.',
    why: 'Nothing breaks: what a playbook sends fits as before, and no expression knows the bounds of an answer.',
    source: openApi,
    examples: {
      bad: [
        { new: { [`${top}/maximum`]: 1000 }, gives: [`bound-loosened sends ${top}/maximum`] },
        {
          old: { [`${output}/subject/maxLength`]: 9 },
          new: { [`${output}/subject/maxLength`]: undefined },
          gives: [`bound-loosened receives ${output}/subject`],
        },
      ],
      good: [{ new: { [`${top}/exclusiveMaximum`]: false }, gives: [] }],
    },
  }),
  boundChanged: editKind({
    code: 'bound-changed',
    effect: 'moves',
    directions: ['sends', 'receives'],
    summary: 'A value has another pattern, or has to be a multiple of another number.',
    why: 'A value that fitted the one need not fit the other.',
    source: openApi,
    examples: {
      bad: [
        {
          new: { '/paths/~1tickets/get/parameters/4/pattern': '^[0-9]+$' },
          gives: ['bound-changed sends /paths/~1tickets/get/parameters/4/pattern'],
        },
        {
          old: { [`${output}/subject/pattern`]: 'a' },
          new: { [`${output}/subject/pattern`]: 'b' },
          gives: [`bound-changed receives ${output}/subject/pattern`],
        },
      ],
      good: [
        { new: { [`${input}/weight/multipleOf`]: 0.25 }, gives: [`bound-loosened sends ${input}/weight/multipleOf`] },
      ],
    },
  }),
  nullAllowed: editKind({
    code: 'null-allowed',
    effect: 'widens',
    directions: ['sends', 'receives'],
    summary: 'A value may be null, which it could not be before.',
    why: 'An expression of a playbook that takes the length of it, or looks into it, fails when it is null.',
    source: 'https://learn.microsoft.com/azure/logic-apps/workflow-definition-language-functions-reference',
    examples: {
      bad: [
        {
          new: { [`${output}/subject/x-nullable`]: true },
          gives: [`null-allowed receives ${output}/subject/x-nullable`],
        },
        { new: { [`${input}/subject/x-nullable`]: true }, gives: [`null-allowed sends ${input}/subject/x-nullable`] },
      ],
      good: [{ new: { [`${output}/subject/x-nullable`]: false }, gives: [] }],
    },
  }),
  nullRefused: editKind({
    code: 'null-refused',
    effect: 'narrows',
    directions: ['sends', 'receives'],
    summary: 'A value cannot be null any more.',
    why: 'A playbook may send null where it leaves something empty.',
    source: openApi,
    examples: {
      bad: [
        { new: { [`${input}/due/x-nullable`]: undefined }, gives: [`null-refused sends ${input}/due`] },
        {
          new: { '/definitions/Person/properties/email/x-nullable': false },
          gives: ['null-refused receives /definitions/Person/properties/email/x-nullable'],
        },
      ],
      good: [{ new: { [`${input}/weight/x-nullable`]: false }, gives: [] }],
    },
  }),
};
