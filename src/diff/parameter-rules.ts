import { editKind } from './rule.js';
import { extensionsPage, openApi, validatorComment, versioning } from './sources.js';

/* What an operation takes. */

const list = '/paths/~1tickets/get/parameters';
const create = '/paths/~1tickets/post/parameters';
const path = '/paths/~1tickets~1{id}/parameters/0';

/** Edits of parameters. */
export const parameterRules = {
  parameterRemoved: editKind({
    code: 'parameter-removed',
    effect: 'narrows',
    directions: ['sends'],
    summary: 'An operation has a parameter, or a body, no more.',
    why: 'A playbook goes on sending it: it is ignored or refused, and the designer does not show it any more.',
    source: versioning,
    examples: {
      bad: [
        { new: { [`${list}/1`]: undefined }, gives: [`parameter-removed sends old#${list}/1`] },
        { new: { [`${create}/0`]: undefined }, gives: [`parameter-removed sends old#${create}/0`] },
      ],
      good: [{ new: { [`${list}/1/x-ms-summary`]: 'Most' }, gives: [`wording-changed shows ${list}/1/x-ms-summary`] }],
    },
  }),
  requiredParameterAdded: editKind({
    code: 'required-parameter-added',
    effect: 'narrows',
    directions: ['sends'],
    concerns: 'missing',
    summary: 'An operation has a new required parameter, or a required body.',
    why: 'No playbook that exists sends it.',
    source: versioning,
    examples: {
      bad: [
        {
          new: { [`${list}/-`]: { name: 'area', in: 'query', type: 'string', required: true } },
          gives: [`required-parameter-added sends ${list}/5`],
        },
      ],
      good: [
        {
          new: { [`${list}/-`]: { name: 'area', in: 'query', type: 'string' } },
          gives: [`optional-parameter-added sends ${list}/5`],
        },
      ],
    },
  }),
  optionalParameterAdded: editKind({
    code: 'optional-parameter-added',
    effect: 'widens',
    directions: ['sends'],
    summary: 'An operation has a new parameter, or a body, that may be left out.',
    why: 'Nothing breaks: playbooks that exist leave it out.',
    source: versioning,
    examples: {
      bad: [
        {
          new: { [`${list}/-`]: { name: 'area', in: 'query', type: 'string' } },
          gives: [`optional-parameter-added sends ${list}/5`],
        },
      ],
      good: [
        {
          new: { [`${list}/1/x-ms-visibility`]: 'advanced' },
          gives: [`visibility-changed shows ${list}/1/x-ms-visibility`],
        },
      ],
    },
  }),
  parameterMoved: editKind({
    code: 'parameter-moved',
    effect: 'moves',
    directions: ['sends'],
    summary: 'A parameter stands elsewhere in the request.',
    why: 'Playbooks that exist go on sending it in the old place.',
    source: validatorComment(3648),
    examples: {
      bad: [{ new: { [`${list}/4/in`]: 'query' }, gives: [`parameter-moved sends ${list}/4/in`] }],
      good: [{ new: { [`${create}/0/name`]: 'ticket' }, gives: [`wording-changed sends ${create}/0/name`] }],
    },
  }),
  parameterRenamed: editKind({
    code: 'parameter-renamed',
    effect: 'renames',
    directions: ['sends'],
    summary: 'A parameter has another name.',
    why: 'Playbooks that exist go on sending the old name.',
    source: versioning,
    examples: {
      bad: [{ new: { [`${list}/2/name`]: 'State' }, gives: [`parameter-renamed sends ${list}/2/name`] }],
      good: [{ new: { [`${list}/4/name`]: 'x-trace' }, gives: [] }],
    },
  }),
  emptyValueRefused: editKind({
    code: 'empty-value-refused',
    effect: 'narrows',
    directions: ['sends'],
    summary: 'A parameter cannot be sent empty any more.',
    why: 'A playbook may send it so.',
    source: openApi,
    examples: {
      bad: [{ new: { [`${list}/2/allowEmptyValue`]: undefined }, gives: [`empty-value-refused sends ${list}/2`] }],
      good: [{ new: { [`${list}/1/allowEmptyValue`]: false }, gives: [] }],
    },
  }),
  emptyValueAllowed: editKind({
    code: 'empty-value-allowed',
    effect: 'widens',
    directions: ['sends'],
    summary: 'A parameter can be sent empty.',
    why: 'Nothing breaks.',
    source: openApi,
    examples: {
      bad: [
        {
          new: { [`${list}/1/allowEmptyValue`]: true },
          gives: [`empty-value-allowed sends ${list}/1/allowEmptyValue`],
        },
      ],
      good: [{ new: { [`${list}/1/allowEmptyValue`]: false }, gives: [] }],
    },
  }),
  collectionFormatChanged: editKind({
    code: 'collection-format-changed',
    effect: 'moves',
    directions: ['sends', 'receives'],
    summary: 'A list is written as one text in another way.',
    why: 'A playbook writes or reads it in the old way: with other separators between the items.',
    source: openApi,
    examples: {
      bad: [
        {
          new: { [`${list}/3/collectionFormat`]: 'pipes' },
          gives: [`collection-format-changed sends ${list}/3/collectionFormat`],
        },
        {
          old: { '/paths/~1tickets/get/responses/200/headers/ETag': { type: 'array', items: { type: 'string' } } },
          new: { '/paths/~1tickets/get/responses/200/headers/ETag/collectionFormat': 'ssv' },
          gives: [
            'collection-format-changed receives /paths/~1tickets/get/responses/200/headers/ETag/collectionFormat',
          ],
        },
      ],
      good: [{ new: { [`${list}/3/collectionFormat`]: 'csv' }, gives: [] }],
    },
  }),
  urlEncodingChanged: editKind({
    code: 'url-encoding-changed',
    effect: 'moves',
    directions: ['sends'],
    summary: 'A value is percent-encoded once instead of twice, or twice instead of once.',
    why: 'The encoding stands in the playbook: its actions encode as before, and the service reads another value.',
    source: `${extensionsPage}#x-ms-url-encoding`,
    examples: {
      bad: [
        {
          new: { [`${path}/x-ms-url-encoding`]: 'double' },
          gives: [`url-encoding-changed sends ${path}/x-ms-url-encoding`],
        },
      ],
      good: [{ new: { [`${path}/x-ms-url-encoding`]: 'single' }, gives: [] }],
    },
  }),
};
