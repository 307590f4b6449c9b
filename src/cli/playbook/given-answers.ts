import { Fault } from '../../core/fault.js';
import type { Finding } from '../../core/finding.js';
import type { SourceDocument } from '../../core/document.js';
import { readMock } from '../../playbook/mock.js';
import { recordedAnswers } from '../../playbook/recorded.js';
import type { Setup } from '../../playbook/setup.js';
import type { World } from '../world.js';
import type { Asking } from './ask-upstream.js';
import { existingFile } from './given-incident.js';

/** Who answers, as the command line says. */
export interface AnswerFlags {
  readonly mock: string | undefined;
  readonly replay: string | undefined;
  readonly upstream: string | undefined;
  readonly record: string | undefined;
  readonly 'key-env': string | undefined;
  readonly 'key-stdin': boolean;
}

/** Who answers the calls of a run. */
export interface GivenAnswers {
  readonly setup: Pick<Setup, 'mock' | 'recorded' | 'upstream'>;
  readonly asking: Asking | undefined;
  /** The recordings that the run writes, as they are written. */
  readonly written: readonly string[];
  readonly documents: readonly SourceDocument[];
  readonly findings: readonly Finding[];
}

/** Reads mocks and recordings, and makes ready to ask a server. Throws a `Fault` where that cannot be done. */
export async function givenAnswers(world: World, flags: AnswerFlags): Promise<GivenAnswers> {
  const { mock, replay, upstream } = flags;
  checkTogether(flags);
  const source = mock === undefined ? undefined : await existingFile(world, '--mock', mock);
  const read = source && readMock(source);
  const recorded = replay === undefined ? undefined : await recordings(world, replay);
  const server = upstream === undefined ? undefined : await serverAt(world, upstream, flags);
  return {
    setup: {
      ...(read && { mock: read.mock }),
      ...(recorded && { recorded }),
      ...(server && { upstream: server.asking.upstream }),
    },
    asking: server?.asking,
    written: server?.written ?? [],
    documents: source ? [source] : [],
    findings: read?.findings ?? [],
  };
}

function checkTogether({ replay, upstream, record, 'key-env': variable, 'key-stdin': fromInput }: AnswerFlags): void {
  if (replay !== undefined && upstream !== undefined) {
    const help = 'Give the one that is to answer.';
    throw new Fault('called-wrongly', '--replay and --upstream were both given.', { help });
  }
  const other = record !== undefined ? '--record' : variable !== undefined || fromInput ? 'A key' : undefined;
  if (upstream !== undefined || other === undefined) return;
  throw new Fault('called-wrongly', `${other} goes with --upstream, and none is given.`, {
    help: 'Give --upstream URL, or leave it out.',
  });
}

async function recordings(world: World, folder: string): Promise<NonNullable<Setup['recorded']>> {
  const { givenAnswers: samplesAt } = await import('../emulator/answers.js');
  const { exchanges = [] } = await samplesAt(world, { samples: [folder], upstream: undefined });
  return recordedAnswers(exchanges);
}

async function serverAt(
  world: World,
  given: string,
  { record, ...flags }: AnswerFlags,
): Promise<{ readonly asking: Asking; readonly written: readonly string[] }> {
  const { startAsking } = await import('./start-asking.js');
  return startAsking(world, given, { ...flags, record });
}
