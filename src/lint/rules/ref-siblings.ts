import { shorten } from '../../core/shorten.js';
import { isReference, targetOf } from '../../openapi/refs.js';
import type { NodePlace } from '../../openapi/walk.js';
import { having } from '../having.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

const schema = '/paths/~1tickets~1{id}/get/responses/200/schema';

export const refSiblings: LintRule = {
  code: 'ref-siblings',
  severity: 'warning',
  summary: 'Nothing stands beside a $ref.',
  why: 'A reference is replaced by what it leads to: a title, a default or a visibility beside it is lost.',
  source: `${validatorPage} (AdditionalPropertyNotAllowedAdjacentToRef)`,
  published: { files: 29, of: 1018 },
  codes: ['AdditionalPropertyNotAllowedAdjacentToRef'],
  examples: {
    bad: [{ definition: { [`${schema}/description`]: 'The ticket that was asked for.' }, at: [schema] }],
    good: [{ definition: { [schema]: { $ref: '#/definitions/Ticket' } }, at: [] }],
  },
  check({ definition }, report) {
    const check =
      (kind: 'parameter' | 'response' | 'schema') =>
      (node: object, { pointer }: NodePlace) => {
        if (!isReference(node)) return;
        const others = Object.keys(node).filter((key) => key !== '$ref');
        if (others.length === 0) return;
        report(
          pointer,
          `Beside the reference ${shorten(node.$ref)} stands ${shorten(others)}, expected nothing: it is not read.`,
          targetOf(definition, kind, node.$ref) ? { fix: { from: pointer, remove: others } } : {},
        );
      };
    return {
      parameter: having(['$ref'], check('parameter')),
      response: having(['$ref'], check('response')),
      schema: having(['$ref'], check('schema')),
    };
  },
};
