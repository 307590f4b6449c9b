import { editKind } from './rule.js';
import { openApi, validatorComment } from './sources.js';

/* What a body, an answer or an event is made of. */

const input = '/paths/~1tickets/post/parameters/0/schema';
const page = '/paths/~1tickets/get/responses/200';
const output = '/definitions/Ticket';

/** Edits of properties and headers. */
export const bodyRules = {
  inputRemoved: editKind({
    code: 'input-removed',
    effect: 'narrows',
    directions: ['sends'],
    summary: 'A property of a body that playbooks send is gone.',
    why: 'A playbook goes on sending it: it is ignored or refused, and the designer does not show it any more.',
    source: openApi,
    examples: {
      bad: [
        {
          new: { [`${input}/properties/weight`]: undefined },
          gives: [`input-removed sends old#${input}/properties/weight`],
        },
      ],
      good: [
        {
          new: { [`${output}/properties/opened`]: undefined },
          gives: [`output-removed receives old#${output}/properties/opened`],
        },
      ],
    },
  }),
  requiredInputAdded: editKind({
    code: 'required-input-added',
    effect: 'narrows',
    directions: ['sends'],
    concerns: 'missing',
    summary: 'A body has a new required property.',
    why: 'No playbook that exists sends it.',
    source: openApi,
    examples: {
      bad: [
        {
          new: { [`${input}/properties/area`]: { type: 'string' }, [`${input}/required/-`]: 'area' },
          gives: [`required-input-added sends ${input}/properties/area`],
        },
      ],
      good: [
        {
          new: { [`${input}/properties/area`]: { type: 'string' } },
          gives: [`optional-input-added sends ${input}/properties/area`],
        },
      ],
    },
  }),
  optionalInputAdded: editKind({
    code: 'optional-input-added',
    effect: 'widens',
    directions: ['sends'],
    summary: 'A body has a new property that may be left out.',
    why: 'Nothing breaks: playbooks that exist leave it out.',
    source: openApi,
    examples: {
      bad: [
        {
          new: { [`${input}/properties/area`]: { type: 'string' } },
          gives: [`optional-input-added sends ${input}/properties/area`],
        },
      ],
      good: [
        {
          new: { [`${output}/properties/area`]: { type: 'string' } },
          gives: [`output-added receives ${output}/properties/area`],
        },
      ],
    },
  }),
  outputRemoved: editKind({
    code: 'output-removed',
    effect: 'widens',
    directions: ['receives'],
    summary: 'A field of an answer, a header or the schema of a whole answer is not declared any more.',
    why: 'A playbook that reads it may find nothing, and the designer does not offer it any more.',
    source: validatorComment(3785),
    examples: {
      bad: [
        {
          new: { [`${output}/properties/opened`]: undefined },
          gives: [`output-removed receives old#${output}/properties/opened`],
        },
        { new: { [`${page}/headers`]: undefined }, gives: [`output-removed receives old#${page}/headers/ETag`] },
        { new: { [`${page}/schema`]: undefined }, gives: [`output-removed receives old#${page}/schema`] },
      ],
      good: [
        {
          new: { [`${output}/properties/area`]: {} },
          gives: [`output-added receives ${output}/properties/area`],
        },
      ],
    },
  }),
  outputAdded: editKind({
    code: 'output-added',
    effect: 'narrows',
    directions: ['receives'],
    summary: 'A field of an answer, a header or the schema of a whole answer is declared newly.',
    why: 'Nothing breaks: playbooks that exist do not read it.',
    source: openApi,
    examples: {
      bad: [
        { new: { [`${output}/properties/area`]: {} }, gives: [`output-added receives ${output}/properties/area`] },
        {
          new: { [`${page}/headers/Age`]: { type: 'integer' } },
          gives: [`output-added receives ${page}/headers/Age`],
        },
      ],
      good: [{ new: { [`${page}/examples`]: {} }, gives: [`wording-changed receives ${page}/examples`] }],
    },
  }),
  propertyRenamed: editKind({
    code: 'property-renamed',
    effect: 'renames',
    directions: ['sends', 'receives'],
    summary: 'A property, a field of an answer or a header has another name.',
    why: 'Playbooks go on using the old name.',
    source: openApi,
    examples: {
      bad: [
        {
          new: {
            [`${input}/properties/weight`]: undefined,
            [`${input}/properties/Weight`]: { type: 'number', multipleOf: 0.5 },
          },
          gives: [`property-renamed sends ${input}/properties/Weight`],
        },
        {
          new: {
            [`${output}/properties/opened`]: undefined,
            [`${output}/properties/openend`]: { type: 'string', format: 'date-time' },
          },
          gives: [`property-renamed receives ${output}/properties/openend`],
        },
      ],
      good: [
        {
          new: {
            [`${output}/properties/opened`]: undefined,
            [`${output}/properties/created`]: { type: 'string', format: 'date-time' },
          },
          gives: [
            `output-removed receives old#${output}/properties/opened`,
            `output-added receives ${output}/properties/created`,
          ],
        },
      ],
    },
  }),
};
