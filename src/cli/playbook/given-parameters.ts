import { Fault } from '../../core/fault.js';
import { isObject, own, type Json, type JsonObject } from '../../core/json.js';
import { didYouMean } from '../../core/nearest.js';
import { Secret } from '../../core/secret.js';
import { shorten } from '../../core/shorten.js';
import { declarationOf, parameterValue, workflowParameters } from '../../playbook/parameters.js';
import type { Playbook } from '../../playbook/playbook.js';
import { templateParameters } from '../../playbook/read-playbooks.js';
import type { World } from '../world.js';
import type { WorkflowSource } from './load-playbook.js';

/** Texts for parameters. */
export interface ParameterTexts {
  /** By name. */
  readonly texts: ReadonlyMap<string, string>;
  /** Those that came from the environment. */
  readonly secrets: readonly Secret[];
}

/** The texts of `--param name=value` and `--param-env name=VARIABLE`. Throws a `Fault` for a word that is neither. */
export function parameterTexts(
  world: World,
  {
    param,
    'param-env': fromEnvironment,
  }: { readonly param: readonly string[]; readonly 'param-env': readonly string[] },
): ParameterTexts {
  const texts = new Map(param.map((word) => split('--param', word)));
  const secrets: Secret[] = [];
  for (const word of fromEnvironment) {
    const [name, variable] = split('--param-env', word);
    const value = Object.hasOwn(world.env, variable) ? world.env[variable] : undefined;
    if (value === undefined) {
      const help = 'Put the value into an environment variable, and give its name.';
      throw new Fault('called-wrongly', `There is no environment variable for the parameter ${shorten(name)}.`, {
        help,
      });
    }
    texts.set(name, value);
    secrets.push(new Secret(value));
  }
  return { texts, secrets };
}

function split(flag: string, word: string): [string, string] {
  const equals = word.indexOf('=');
  if (equals > 0) return [word.slice(0, equals), word.slice(equals + 1)];
  const help = `Give ${flag} name=value, or several of them.`;
  throw new Fault('called-wrongly', `A word behind ${flag} is no assignment.`, { help });
}

/** The values among them that parameters of the template have. */
export function valuesForTemplate({ source }: WorkflowSource, { texts }: ParameterTexts): JsonObject {
  const names = new Set(templateParameters(source.value));
  const template = isObject(source.value) ? own(source.value, 'parameters') : undefined;
  const declared = isObject(template) ? template : {};
  const entries = [...texts].flatMap(([name, text]): [string, Json][] =>
    names.has(name) ? [[name, parameterValue(own(declared, name), text)]] : [],
  );
  return Object.fromEntries(entries);
}

/** The values that parameters of the workflow have. Throws a `Fault` for a name that neither it nor its template has. */
export function valuesForWorkflow(
  { source }: WorkflowSource,
  playbook: Playbook,
  { texts }: ParameterTexts,
): JsonObject {
  const ofTemplate = new Set(templateParameters(source.value));
  const names = workflowParameters(playbook);
  const entries = [...texts].flatMap(([name, text]): [string, Json][] => {
    if (names.includes(name)) return [[name, parameterValue(declarationOf(playbook, name), text)]];
    if (ofTemplate.has(name)) return [];
    const all = [...new Set([...names, ...ofTemplate])].filter((one) => one !== '$connections');
    const message = `The workflow has no parameter ${shorten(name)}.${didYouMean(name, all)}`;
    const help = all.length === 0 ? 'Leave --param out.' : `Its parameters are ${all.join(', ')}.`;
    throw new Fault('called-wrongly', message, { help });
  });
  return Object.fromEntries(entries);
}
