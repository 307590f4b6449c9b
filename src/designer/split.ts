import type { Schema } from '../openapi/types.js';
import type { Answer } from './answer.js';
import { isTooDeep, standing, type Expansion } from './expand.js';
import { expressionOf } from './expression.js';
import { segmentOf } from './keys.js';
import { visibilityOf } from './visibility.js';

/**
 * The list of which a batch trigger starts a run for each item: the answer itself, or what is alone in it, all the way down; undefined where there is none.
 * Source: github:Azure/LogicAppsUX, libs/logic-apps-shared/src/parsers/lib/common/helpers/utils.ts (getArrayOutputMetadata).
 */
export function splitOf(
  expansion: Expansion,
  answer: Answer | undefined,
): { readonly key: string; readonly expression: string } | undefined {
  const names: string[] = [];
  let required = true;
  let at = standing(expansion, { schema: answer?.schema ?? {}, pointer: '', above: undefined });
  while (at.schema.type === 'object' && !isTooDeep(at)) {
    const shown = Object.entries(at.schema.properties ?? {}).filter(([, schema]) => !isInternal(expansion, schema));
    const [only] = shown;
    if (only === undefined || shown.length > 1) return undefined;
    const [name, schema] = only;
    names.push(name);
    required &&= at.schema.required?.includes(name) === true;
    at = standing(expansion, { ...at, schema });
  }
  if (at.schema.type !== 'array') return undefined;
  return {
    key: ['body', '$', ...names.map(segmentOf)].join('.'),
    expression: expressionOf({ root: 'triggerBody()', names, required }),
  };
}

function isInternal(expansion: Expansion, schema: Schema): boolean {
  const at = standing(expansion, { schema, pointer: '', above: undefined });
  return visibilityOf(at.schema) === 'internal';
}
