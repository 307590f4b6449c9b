import { isObject, own, type Json, type JsonObject } from '../core/json.js';
import { writeJson } from '../core/json-write.js';
import { deployedParameters } from './deploy-parameters.js';
import type { ArmDeployment } from './deploy.js';
import { knownIn } from './deploy-scope.js';
import { HOLE } from './hole.js';
import { armScope, resolved } from './resolve.js';

/** The outputs of a template as a deployment shows them, as far as they are known without the resources: of a secret only its type. */
export function deployedOutputs(deployment: ArmDeployment): JsonObject {
  const { template, scope } = deployment;
  const parameters = deployedParameters(template, deployment, { problems: [], pointer: '' });
  const known = armScope(template, parameters, {
    problems: [],
    budget: { left: MOST },
    known: knownIn(scope, undefined),
  });
  const declared = own(template, 'outputs');
  return Object.fromEntries(
    Object.entries(isObject(declared) ? declared : {}).flatMap(([name, output]): [string, Json][] => {
      const type = isObject(output) ? own(output, 'type') : undefined;
      if (!isObject(output) || typeof type !== 'string') return [];
      if (/^secure/i.test(type)) return [[name, { type }]];
      const value = resolved(own(output, 'value') ?? null, known);
      return writeJson(value, { indent: 0 }).includes(HOLE) ? [] : [[name, { type, value }]];
    }),
  );
}

/** Of all results, as `resolve` counts it. */
const MOST = 1024 * 1024;
