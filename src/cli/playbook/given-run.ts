import type { SourceDocument } from '../../core/document.js';
import type { Finding } from '../../core/finding.js';
import type { Secret } from '../../core/secret.js';
import type { Playbook } from '../../playbook/playbook.js';
import { readyPlaybook, type ReadyPlaybook } from '../../playbook/ready-playbook.js';
import type { connectorFlags, Values } from '../flags.js';
import type { World } from '../world.js';
import { givenAnswers, type AnswerFlags, type GivenAnswers } from './given-answers.js';
import type { GivenConnectors } from './given-connectors.js';
import { existingFile, givenTrigger, type GivenTrigger } from './given-incident.js';
import { parameterTexts, valuesForTemplate, valuesForWorkflow } from './given-parameters.js';
import { playbookIn, workflowSource } from './load-playbook.js';

/** What a run is made of, as the command line says. */
export interface RunFlags extends AnswerFlags, Values<typeof connectorFlags> {
  readonly incident: string | undefined;
  readonly connector: readonly string[];
  readonly param: readonly string[];
  readonly 'param-env': readonly string[];
  readonly expect: string | undefined;
}

/** All that the command line names, read. */
export interface GivenRun {
  readonly source: SourceDocument;
  /** What is expected of the run, where a file says so. */
  readonly expected: SourceDocument | undefined;
  /** Undefined where something that was read forbids a run. */
  readonly toRun:
    | { readonly ready: ReadyPlaybook; readonly trigger: GivenTrigger; readonly answers: GivenAnswers }
    | undefined;
  readonly findings: readonly Finding[];
  readonly documents: readonly SourceDocument[];
  /** Given beside the workflow's own parameters, and not to be printed. */
  readonly secrets: readonly Secret[];
}

/** Reads what a run is made of. Throws a `Fault` for what does not exist. */
export async function givenRun(world: World, given: string, flags: RunFlags): Promise<GivenRun> {
  const texts = parameterTexts(world, flags);
  const workflow = await workflowSource(world, given);
  const { source, playbook, findings } = playbookIn(workflow, valuesForTemplate(workflow, texts));
  const expected = flags.expect === undefined ? undefined : await existingFile(world, '--expect', flags.expect);
  const documents = [source, ...(expected ? [expected] : [])];
  const { secrets } = texts;
  if (playbook === undefined) return { source, expected, toRun: undefined, findings, documents, secrets };
  const parameters = valuesForWorkflow(workflow, playbook, texts);
  const trigger = await givenTrigger(world, flags.incident, playbook);
  const { connectors, loaded } = await connectorsFor(world, playbook, flags);
  const answers = await givenAnswers(world, flags);
  const { ready, findings: before } = readyPlaybook(playbook, { ...answers.setup, connectors, parameters });
  const found = [
    ...findings,
    ...(trigger.source?.findings ?? []),
    ...loaded.flatMap((one) => one.findings),
    ...answers.findings,
    ...(expected?.findings ?? []),
    ...before,
  ];
  const isForbidden = ready === undefined || found.some(({ severity }) => severity === 'error');
  return {
    source,
    expected,
    toRun: isForbidden ? undefined : { ready, trigger, answers },
    findings: found,
    documents: [
      ...documents,
      ...(trigger.source ? [trigger.source] : []),
      ...answers.documents,
      ...loaded.flatMap((one) => one.documents),
    ],
    secrets: [...secrets, ...(answers.asking?.secrets ?? [])],
  };
}

/** What reads connectors and their contracts is loaded where one is given. */
async function connectorsFor(world: World, playbook: Playbook, flags: RunFlags): Promise<GivenConnectors> {
  if (flags.connector.length === 0) return { connectors: new Map(), loaded: [] };
  const { givenConnectors } = await import('./given-connectors.js');
  return givenConnectors(world, flags.connector, { playbook, flags });
}
