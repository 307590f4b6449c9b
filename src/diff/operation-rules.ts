import { editKind } from './rule.js';
import { extensionsPage, openApi, validatorComment, versioning, workflowLanguage } from './sources.js';

/* Operations, and what they answer with. */

const ticket = '/paths/~1tickets~1{id}';
const list = '/paths/~1tickets/get';
const create = '/paths/~1tickets/post';
const hook = '/paths/~1hooks/post';
const ping = { operationId: 'Ping', responses: { '200': { description: 'It is there.' } } };
const gone = { operationId: 'DeleteTicket', responses: { '204': { description: 'Gone.' } } };

/** Edits of operations as a whole. */
export const operationRules = {
  operationRemoved: editKind({
    code: 'operation-removed',
    effect: 'narrows',
    directions: ['sends'],
    concerns: 'every',
    summary: 'An operation is gone.',
    why: 'Every action that calls it fails.',
    source: validatorComment(4043),
    examples: {
      bad: [{ new: { [`${ticket}/delete`]: undefined }, gives: [`operation-removed sends old#${ticket}/delete`] }],
      good: [
        {
          new: { [`${ticket}/delete/deprecated`]: true },
          gives: [`deprecation-changed shows ${ticket}/delete/deprecated`],
        },
      ],
    },
  }),
  operationAdded: editKind({
    code: 'operation-added',
    effect: 'widens',
    directions: ['sends'],
    concerns: 'every',
    summary: 'There is a new operation.',
    why: 'Nothing breaks: no playbook calls it yet.',
    source: versioning,
    examples: {
      bad: [{ new: { '/paths/~1ping': { get: ping } }, gives: ['operation-added sends /paths/~1ping/get'] }],
      good: [{ new: { '/paths/~1ping': {} }, gives: [] }],
    },
  }),
  pathChanged: editKind({
    code: 'path-changed',
    effect: 'moves',
    directions: ['sends'],
    concerns: 'addressed',
    summary: 'An operation has another path template.',
    why: 'A playbook holds the path, not the operationId: its actions call the old one.',
    source: `${validatorComment(3648)}; ${workflowLanguage}`,
    examples: {
      bad: [
        {
          new: {
            '/paths/~1hooks': undefined,
            '/paths/~1webhooks': { post: { ...ping, operationId: 'WhenATicketIsOpened' } },
          },
          old: { '/paths/~1hooks': { post: { ...ping, operationId: 'WhenATicketIsOpened' } } },
          gives: ['path-changed sends /paths/~1webhooks/post'],
        },
      ],
      good: [{ new: { '/paths/~1hooks/parameters': [] }, gives: [] }],
    },
  }),
  methodChanged: editKind({
    code: 'method-changed',
    effect: 'moves',
    directions: ['sends'],
    concerns: 'addressed',
    summary: 'An operation has another method.',
    why: 'A playbook holds the method: its actions call with the old one.',
    source: workflowLanguage,
    examples: {
      bad: [
        {
          new: { [`${ticket}/delete`]: undefined, [`${ticket}/post`]: gone },
          gives: [`method-changed sends ${ticket}/post`],
        },
      ],
      good: [
        {
          new: { [`${ticket}/delete`]: undefined, [`${ticket}/post`]: ping },
          gives: [`operation-removed sends old#${ticket}/delete`, `operation-added sends ${ticket}/post`],
        },
      ],
    },
  }),
  operationIdRenamed: editKind({
    code: 'operation-id-renamed',
    effect: 'renames',
    directions: ['shows'],
    concerns: 'named',
    summary: 'An operation has another operationId.',
    why: 'Flows of Power Automate, Copilots, dynamic values and templates name it; in Logic Apps the designer and exported code do.',
    source: versioning,
    examples: {
      bad: [
        { new: { [`${list}/operationId`]: 'GetTickets' }, gives: [`operation-id-renamed shows ${list}/operationId`] },
      ],
      good: [{ new: { [`${list}/summary`]: 'Get tickets' }, gives: [`wording-changed shows ${list}/summary`] }],
    },
  }),
  triggerChanged: editKind({
    code: 'trigger-changed',
    effect: 'moves',
    directions: ['sends'],
    concerns: 'every',
    summary: 'An action became a trigger, a trigger an action, or a trigger of another kind.',
    why: 'A playbook holds its trigger apart from its actions, and in another form for each kind.',
    source: `${extensionsPage}#x-ms-trigger`,
    examples: {
      bad: [
        { new: { [`${hook}/x-ms-trigger`]: undefined }, gives: [`trigger-changed sends ${hook}`] },
        { new: { [`${hook}/x-ms-trigger`]: 'batch' }, gives: [`trigger-changed sends ${hook}/x-ms-trigger`] },
      ],
      good: [
        {
          new: { [`${hook}/x-ms-trigger-hint`]: 'Open one.' },
          gives: [`wording-changed shows ${hook}/x-ms-trigger-hint`],
        },
      ],
    },
  }),
  mediaTypesNarrowed: editKind({
    code: 'media-types-narrowed',
    effect: 'narrows',
    directions: ['sends', 'receives'],
    concerns: 'every',
    summary: 'An operation consumes or produces fewer media types, or others.',
    why: 'What a playbook sends may be refused.',
    source: openApi,
    examples: {
      bad: [
        { new: { [`${create}/consumes`]: ['text/plain'] }, gives: [`media-types-narrowed sends ${create}/consumes`] },
        {
          old: { [`${create}/produces`]: ['application/json', 'text/plain'] },
          new: { [`${create}/produces`]: undefined },
          gives: [`media-types-narrowed receives ${create}`],
        },
      ],
      good: [{ new: { [`${create}/consumes`]: ['application/json'] }, gives: [] }],
    },
  }),
  mediaTypesWidened: editKind({
    code: 'media-types-widened',
    effect: 'widens',
    directions: ['sends', 'receives'],
    concerns: 'every',
    summary: 'An operation consumes more media types, or produces some that it did not produce before.',
    why: 'What a playbook receives may be in a form that it does not read.',
    source: openApi,
    examples: {
      bad: [
        {
          new: { [`${create}/consumes`]: ['text/plain', 'application/json'] },
          gives: [`media-types-widened sends ${create}/consumes`],
        },
        { new: { [`${create}/produces`]: ['text/plain'] }, gives: [`media-types-widened receives ${create}/produces`] },
      ],
      good: [{ new: { [`${list}/consumes`]: ['text/plain'] }, gives: [`wording-changed sends ${list}/consumes`] }],
    },
  }),
};
