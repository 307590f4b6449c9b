import { child } from '../core/pointer.js';
import type { Header } from '../openapi/types.js';
import { expressionOf, literal } from './expression.js';
import { segmentOf } from './keys.js';
import { knownTitle } from './known-title.js';
import { textOf } from './titles.js';
import type { Token } from './token.js';
import { visibilityOf } from './visibility.js';

/**
 * The output for a header of an answer, which the designer writes without `?`: a step that reads a header that was not sent
 * fails (github:Azure/LogicAppsUX). `pointer` is that of the answer's headers, `action` undefined for a trigger.
 */
export function headerToken(
  name: string,
  header: Header,
  at: { readonly action: string | undefined; readonly pointer: string },
): Token {
  const visibility = visibilityOf(header);
  const root = at.action === undefined ? 'triggerOutputs()' : `outputs(${literal(at.action)})`;
  return {
    key: `header.$.${segmentOf(name)}`,
    pointer: child(at.pointer, name),
    title: textOf(header['x-ms-summary']) ?? knownTitle(name),
    ...(header.description !== undefined && { description: header.description }),
    type: header.type ?? 'any',
    ...(header.format !== undefined && { format: header.format }),
    visibility: visibility === 'internal' ? 'none' : visibility,
    expression: expressionOf({ root, names: ['headers', name], required: true }),
    loops: [],
    required: false,
  };
}
