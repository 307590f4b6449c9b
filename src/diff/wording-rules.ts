import { editKind } from './rule.js';
import { extensionsPage, openApi } from './sources.js';

/* What nobody but a reader notices, and what nobody knows. */

const list = '/paths/~1tickets/get';
const input = '/paths/~1tickets/post/parameters/0/schema/properties';
const key = 'apiProperties.json#/properties/connectionParameters/api_key';

/** Edits of wording, and unknown ones. */
export const wordingRules = {
  wordingChanged: editKind({
    code: 'wording-changed',
    effect: 'rewords',
    directions: ['sends', 'receives', 'connects', 'shows'],
    summary: 'A name for people, a description, an example, or something else that no call and no answer depends on.',
    why: 'Nothing breaks.',
    source: openApi,
    examples: {
      bad: [
        { new: { [`${input}/subject/title`]: 'About' }, gives: [`wording-changed shows ${input}/subject/title`] },
        {
          new: { '/definitions/Ticket/properties/id/example': 7 },
          gives: ['wording-changed receives /definitions/Ticket/properties/id/example'],
        },
        {
          new: { [`${key}/uiDefinition/tooltip`]: 'Your key.' },
          gives: [`wording-changed connects ${key}/uiDefinition/tooltip`],
        },
        { new: { '/info/version': '1.0.1' }, gives: ['wording-changed shows /info/version'] },
        { new: { [`${input}/subject/example`]: 'Ink' }, gives: [`wording-changed sends ${input}/subject/example`] },
      ],
      good: [{ new: { [`${list}/summary`]: 'List tickets' }, gives: [] }],
    },
  }),
  extensionChanged: editKind({
    code: 'extension-changed',
    effect: 'rewords',
    directions: ['sends', 'receives', 'shows'],
    summary: 'An extension has another value that changes nothing of what playbooks send and receive.',
    why: 'Nothing breaks; tests, Copilots or generated code may behave in another way.',
    source: extensionsPage,
    examples: {
      bad: [
        {
          new: { [`${list}/x-ms-no-generic-test`]: true },
          gives: [`extension-changed shows ${list}/x-ms-no-generic-test`],
        },
        {
          new: { [`${input}/subject/x-ms-media-kind`]: 'image' },
          gives: [`extension-changed sends ${input}/subject/x-ms-media-kind`],
        },
        {
          new: { '/definitions/Ticket/properties/id/x-ms-enum': { name: 'Id' } },
          gives: ['extension-changed receives /definitions/Ticket/properties/id/x-ms-enum'],
        },
      ],
      good: [{ new: { [`${list}/x-mine`]: 1 }, gives: [`edit-unknown shows ${list}/x-mine`] }],
    },
  }),
  unusedChanged: editKind({
    code: 'unused-changed',
    effect: 'rewords',
    directions: ['shows'],
    summary: 'A definition that no operation uses, neither before nor now, is another one.',
    why: 'Nothing breaks.',
    source: openApi,
    examples: {
      bad: [
        {
          new: { '/definitions/Unused/properties/a/type': 'integer' },
          gives: ['unused-changed shows /definitions/Unused'],
        },
      ],
      good: [{ new: { '/definitions/Unused': undefined }, gives: [] }],
    },
  }),
  editUnknown: editKind({
    code: 'edit-unknown',
    effect: 'moves',
    directions: ['shows'],
    summary: 'Something differs that connector-kit does not know: a keyword or an extension of another tool.',
    why: 'Whether playbooks break a person has to tell.',
    source: 'The keywords of OpenAPI 2.0 and the extensions that connector-kit knows.',
    examples: {
      bad: [
        { new: { [`${list}/x-mine`]: 1 }, gives: [`edit-unknown shows ${list}/x-mine`] },
        { new: { '/info/mine': 1 }, gives: ['edit-unknown shows /info/mine'] },
      ],
      good: [{ new: { [`${list}/tags`]: ['a'] }, gives: [`wording-changed shows ${list}/tags`] }],
    },
  }),
};
