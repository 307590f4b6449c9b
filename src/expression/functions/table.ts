import type { ExpressionFunction } from '../function.js';
import { collectionFunctions } from './collection.js';
import { setFunctions } from './collection-sets.js';
import { conversionFunctions } from './conversion.js';
import { contentFunctions } from './conversion-content.js';
import { dateFunctions } from './date-time.js';
import { partFunctions } from './date-time-parts.js';
import { zoneFunctions } from './date-time-zones.js';
import { formFunctions } from './workflow-forms.js';
import { logicalFunctions } from './logical.js';
import { manipulationFunctions } from './manipulation.js';
import { mathFunctions } from './math.js';
import { stringFunctions } from './string.js';
import { formatFunctions } from './string-format.js';
import { searchFunctions } from './string-search.js';
import { uriFunctions } from './uri.js';
import { workflowFunctions } from './workflow.js';

/** Functions that belong together, as Microsoft's reference groups them. */
export interface Family {
  readonly title: string;
  readonly functions: readonly ExpressionFunction[];
}

/** Every function of the language. A new one is its entry in a family's list. */
export const families: readonly Family[] = [
  { title: 'String', functions: [...stringFunctions, ...searchFunctions, ...formatFunctions] },
  { title: 'Collection', functions: [...collectionFunctions, ...setFunctions] },
  { title: 'Logical comparison', functions: logicalFunctions },
  { title: 'Conversion', functions: [...conversionFunctions, ...contentFunctions] },
  { title: 'Math', functions: mathFunctions },
  { title: 'Date and time', functions: [...dateFunctions, ...partFunctions, ...zoneFunctions] },
  { title: 'Workflow', functions: [...workflowFunctions, ...formFunctions] },
  { title: 'URI parsing', functions: uriFunctions },
  { title: 'Manipulation: JSON and XML', functions: manipulationFunctions },
];

const byName: ReadonlyMap<string, ExpressionFunction> = new Map(
  families.flatMap(({ functions }) => functions.map((of) => [of.name.toLowerCase(), of] as const)),
);

/** The function of this name, whatever its case. */
export function functionOf(name: string): ExpressionFunction | undefined {
  return byName.get(name.toLowerCase());
}

/** The names of all functions. */
export function functionNames(): readonly string[] {
  return Array.from(byName.values(), ({ name }) => name);
}
