import { array } from '../../build/array.js';
import { any } from '../../build/compose.js';
import { object } from '../../build/object.js';
import { string } from '../../build/string.js';
import type { Infer } from '../../openapi/infer.js';
import { count, head, judged } from '../schemas.js';

/** Of `infer`. */
export const inferSchema = object(
  {
    ...head,
    definition: any({
      description: 'apiDefinition.swagger.json: OpenAPI 2.0. Pointers of findings without a file lead into it.',
    }),
    properties: any({ description: 'apiProperties.json: what a connection asks for.' }),
    contract: any({ description: 'contract.json: what answers must hold, and what OpenAPI 2.0 cannot say.' }),
    exchanges: count('The recorded exchanges that it was inferred from.'),
    written: array(string(), { description: 'Relative to the current folder, with /.' }),
    ...judged,
  },
  {
    required: [
      'formatVersion',
      'ok',
      'definition',
      'properties',
      'contract',
      'exchanges',
      'written',
      'counts',
      'findings',
    ],
  },
);

/** What `infer --json` prints. */
export type InferResult = Infer<typeof inferSchema>;
