import { editKind } from './rule.js';
import { extensionsPage, openApi } from './sources.js';

/* What operations answer with. */

const ticket = '/paths/~1tickets~1{id}';
const list = '/paths/~1tickets/get';
const create = '/paths/~1tickets/post';

/** Edits of answers as a whole. */
export const responseRules = {
  responseRemoved: editKind({
    code: 'response-removed',
    effect: 'widens',
    directions: ['receives'],
    summary: 'A status that had a schema is not declared any more.',
    why: 'A playbook that reads the answer may find nothing, and the designer does not offer its fields any more.',
    source: openApi,
    examples: {
      bad: [
        {
          old: { [`${ticket}/get/responses/202`]: { description: 'Later.', schema: { type: 'string' } } },
          new: { [`${ticket}/get/responses/202`]: undefined },
          gives: [`response-removed receives old#${ticket}/get/responses/202`],
        },
      ],
      good: [
        {
          new: { [`${list}/responses/404`]: undefined },
          gives: [`wording-changed receives old#${list}/responses/404`],
        },
      ],
    },
  }),
  responseAdded: editKind({
    code: 'response-added',
    effect: 'narrows',
    directions: ['receives'],
    summary: 'A further status with a schema is declared.',
    why: 'Nothing breaks: more is known of the answers than before.',
    source: openApi,
    examples: {
      bad: [
        {
          new: { [`${ticket}/get/responses/202`]: { description: 'Later.', schema: { type: 'string' } } },
          gives: [`response-added receives ${ticket}/get/responses/202`],
        },
      ],
      good: [
        {
          new: { [`${list}/responses/401`]: { description: 'No.' } },
          gives: [`wording-changed receives ${list}/responses/401`],
        },
      ],
    },
  }),
  statusMoved: editKind({
    code: 'status-moved',
    effect: 'moves',
    directions: ['receives'],
    concerns: 'every',
    summary: 'The same answer comes with another status.',
    why: 'A playbook that asks for the status, or reads the fields of that answer, finds another one.',
    source: openApi,
    examples: {
      bad: [
        {
          new: {
            [`${create}/responses/201`]: undefined,
            [`${create}/responses/200`]: { description: 'The ticket.', schema: { $ref: '#/definitions/Ticket' } },
          },
          gives: [`status-moved receives ${create}/responses/200`],
        },
      ],
      good: [
        {
          new: { [`${create}/responses/202`]: { description: 'Later.' } },
          gives: [`wording-changed receives ${create}/responses/202`],
        },
      ],
    },
  }),
  pagingAdded: editKind({
    code: 'paging-added',
    effect: 'narrows',
    directions: ['receives'],
    summary: 'An operation says how to get the next page.',
    why: 'Nothing breaks: a playbook asks for further pages, or does not.',
    source: `${extensionsPage}#x-ms-pageable`,
    examples: {
      bad: [
        {
          new: { [`${create}/x-ms-pageable`]: { nextLinkName: 'nextLink' } },
          gives: [`paging-added receives ${create}/x-ms-pageable`],
        },
      ],
      good: [{ new: { [`${list}/x-ms-pageable`]: undefined }, gives: [`paging-changed receives ${list}`] }],
    },
  }),
  pagingChanged: editKind({
    code: 'paging-changed',
    effect: 'moves',
    directions: ['receives'],
    summary: 'An operation finds the next page elsewhere, or does not say any more how.',
    why: 'A playbook that asks for all pages gets the first one only, or fails.',
    source: `${extensionsPage}#x-ms-pageable`,
    examples: {
      bad: [
        {
          new: { [`${list}/x-ms-pageable/nextLinkName`]: '@odata.nextLink' },
          gives: [`paging-changed receives ${list}/x-ms-pageable`],
        },
      ],
      good: [{ new: { [`${list}/x-ms-pageable`]: { nextLinkName: 'nextLink' } }, gives: [] }],
    },
  }),
};
