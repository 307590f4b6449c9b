import { editKind } from './rule.js';
import { extensionsPage, validatorComment, versioning } from './sources.js';

/* What the designer shows, and what nobody but a reader notices. */

const list = '/paths/~1tickets/get';
const input = '/paths/~1tickets/post/parameters/0/schema/properties';
const hook = '/paths/~1hooks/post';

/** Edits of what the designer shows, and of wording. */
export const shownRules = {
  operationHidden: editKind({
    code: 'operation-hidden',
    effect: 'narrows',
    directions: ['shows'],
    summary: 'The designer does not show an operation any more.',
    why: 'It breaks the designer for the playbooks that use it.',
    source: validatorComment(4215),
    examples: {
      bad: [
        { new: { [`${list}/x-ms-visibility`]: 'internal' }, gives: [`operation-hidden shows ${list}/x-ms-visibility`] },
      ],
      good: [
        {
          new: { [`${list}/x-ms-visibility`]: 'advanced' },
          gives: [`visibility-changed shows ${list}/x-ms-visibility`],
        },
      ],
    },
  }),
  operationShown: editKind({
    code: 'operation-shown',
    effect: 'widens',
    directions: ['shows'],
    summary: 'The designer shows an operation that it hid.',
    why: 'Nothing breaks.',
    source: `${extensionsPage}#x-ms-visibility`,
    examples: {
      bad: [
        {
          old: { [`${list}/x-ms-visibility`]: 'internal' },
          new: { [`${list}/x-ms-visibility`]: undefined },
          gives: [`operation-shown shows ${list}`],
        },
      ],
      good: [{ new: { [`${list}/x-ms-visibility`]: '' }, gives: [] }],
    },
  }),
  requiredInputHidden: editKind({
    code: 'required-input-hidden',
    effect: 'narrows',
    directions: ['shows'],
    concerns: 'given',
    summary: 'The designer does not show an input any more that has to be filled in.',
    why: 'What playbooks have there is not shown, and replaced by the default, if there is one, when they are edited.',
    source: `${validatorComment(4215)}; ${extensionsPage}#x-ms-visibility`,
    examples: {
      bad: [
        {
          new: { [`${input}/subject/x-ms-visibility`]: 'internal' },
          gives: [`required-input-hidden shows ${input}/subject/x-ms-visibility`],
        },
      ],
      good: [
        {
          new: { [`${input}/weight/x-ms-visibility`]: 'internal' },
          gives: [`value-hidden shows ${input}/weight/x-ms-visibility`],
        },
      ],
    },
  }),
  valueHidden: editKind({
    code: 'value-hidden',
    effect: 'narrows',
    directions: ['shows'],
    concerns: 'given',
    summary: 'The designer does not show an input that may be left out any more, or offers an output no more.',
    why: 'Playbooks that have it go on working; who edits them does not see it.',
    source: `${extensionsPage}#x-ms-visibility`,
    examples: {
      bad: [
        {
          new: { '/definitions/Ticket/properties/id/x-ms-visibility': 'internal' },
          gives: ['value-hidden shows /definitions/Ticket/properties/id/x-ms-visibility'],
        },
      ],
      good: [{ new: { [`${input}/weight/x-ms-visibility`]: '' }, gives: [] }],
    },
  }),
  valueShown: editKind({
    code: 'value-shown',
    effect: 'widens',
    directions: ['shows'],
    summary: 'The designer shows a value that it hid.',
    why: 'Nothing breaks.',
    source: `${extensionsPage}#x-ms-visibility`,
    examples: {
      bad: [
        {
          new: { [`${list}/parameters/0/x-ms-visibility`]: 'advanced' },
          gives: [`value-shown shows ${list}/parameters/0/x-ms-visibility`],
        },
      ],
      good: [{ new: { [`${list}/parameters/1/x-ms-visibility`]: '' }, gives: [] }],
    },
  }),
  visibilityChanged: editKind({
    code: 'visibility-changed',
    effect: 'moves',
    directions: ['shows'],
    summary: 'The designer shows something at first sight that it showed on demand, or the other way round.',
    why: 'Nothing breaks.',
    source: `${extensionsPage}#x-ms-visibility`,
    examples: {
      bad: [
        {
          new: { [`${input}/weight/x-ms-visibility`]: 'advanced' },
          gives: [`visibility-changed shows ${input}/weight/x-ms-visibility`],
        },
      ],
      good: [{ new: { [`${input}/weight/x-ms-visibility`]: '' }, gives: [] }],
    },
  }),
  deprecationChanged: editKind({
    code: 'deprecation-changed',
    effect: 'moves',
    directions: ['shows'],
    summary: 'An operation is deprecated, or is not any more.',
    why: 'Nothing breaks: playbooks that use it go on working, and the designer offers it for new ones no more.',
    source: versioning,
    examples: {
      bad: [{ new: { [`${list}/deprecated`]: true }, gives: [`deprecation-changed shows ${list}/deprecated`] }],
      good: [{ new: { [`${list}/deprecated`]: false }, gives: [] }],
    },
  }),
  annotationChanged: editKind({
    code: 'annotation-changed',
    effect: 'moves',
    directions: ['shows'],
    summary: 'An operation belongs to another family, has another revision or status, or another one replaces it.',
    why: 'Nothing breaks: the designer offers the newest revision of a family for new playbooks.',
    source: versioning,
    examples: {
      bad: [
        {
          new: { [`${list}/x-ms-api-annotation`]: { family: 'ListTickets', revision: 1 } },
          gives: [`annotation-changed shows ${list}/x-ms-api-annotation`],
        },
      ],
      good: [
        {
          old: { [`${list}/x-ms-api-annotation`]: { family: 'ListTickets', revision: 1 } },
          new: { [`${list}/x-ms-api-annotation`]: { revision: 1, family: 'ListTickets' } },
          gives: [],
        },
      ],
    },
  }),
  dynamicChanged: editKind({
    code: 'dynamic-changed',
    effect: 'moves',
    directions: ['shows'],
    summary: 'The designer gets the choices of a drop-down, or the fields of an object, in another way.',
    why: 'Nothing breaks: playbooks keep what was chosen; whether the service still takes it the definition does not say.',
    source: `${extensionsPage}#x-ms-dynamic-values`,
    examples: {
      bad: [
        {
          new: { [`${input}/queue/x-ms-dynamic-values/value-path`]: 'subject' },
          gives: [`dynamic-changed shows ${input}/queue/x-ms-dynamic-values`],
        },
      ],
      good: [
        {
          new: { [`${input}/queue/x-ms-dynamic-values`]: { 'value-path': 'id', operationId: 'ListTickets' } },
          gives: [],
        },
      ],
    },
  }),
  notificationUrlChanged: editKind({
    code: 'notification-url-changed',
    effect: 'moves',
    directions: ['sends'],
    concerns: 'every',
    summary: 'A webhook trigger puts the address that is to be called elsewhere.',
    why: 'Triggers that exist send it in the old place, and are never called.',
    source: `${extensionsPage}#x-ms-notification-url`,
    examples: {
      bad: [
        {
          new: { [`${hook}/parameters/0/schema/properties/url/x-ms-notification-url`]: false },
          gives: [`notification-url-changed sends ${hook}/parameters/0/schema/properties/url/x-ms-notification-url`],
        },
      ],
      good: [
        {
          new: { [`${hook}/parameters/0/schema/properties/url/title`]: 'Address' },
          gives: [`wording-changed shows ${hook}/parameters/0/schema/properties/url/title`],
        },
      ],
    },
  }),
};
