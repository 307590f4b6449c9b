import { join } from 'node:path/posix';
import { pull as carryOut } from '../../azure/pull.js';
import { Fault } from '../../core/fault.js';
import { definitionFiles } from '../../definition/folder.js';
import { refuseForeign, staleArtifacts, writeArtifacts, type Artifact } from '../artifacts.js';
import { command, type Call, type Outcome } from '../command.js';
import type { FlagTable } from '../flags.js';
import { loadFolder } from '../load-files.js';
import { placeJson } from '../publish/place-json.js';
import type { PullResult } from '../schemas/publish.js';
import { placeOf } from '../target/place.js';
import { azureFlags } from '../target/target-flags.js';
import type { World } from '../world.js';

const pullFlags = {
  out: { kind: 'text', placeholder: 'DIR', help: 'The folder to write the connector to.' },
  force: { kind: 'switch', help: 'Replace files that this tool did not make.' },
  ...azureFlags,
} as const satisfies FlagTable;

/** `pull`: a deployed connector as files. */
export const pull = command({
  operands: { placeholder: '', least: 0, most: 0 },
  flags: pullFlags,
  details: [
    'Writes what is deployed as a connector folder, in the canonical form. Where DIR holds the connector already, what Azure does not keep (the publisher, contract.json) stays, and where nothing differs no byte changes.',
  ],
  examples: [
    {
      line: 'connector-kit pull --target azure -g soc --name tickets --out tickets',
      shows: 'What somebody clicked together in the portal, as files.',
    },
  ],
  run,
});

async function run({ flags, world }: Call<typeof pullFlags>): Promise<Outcome> {
  const { out } = flags;
  if (out === undefined)
    throw new Fault('called-wrongly', 'The folder to write to is missing.', { help: 'Name it with --out.' });
  const place = await placeOf(world, flags, { name: undefined });
  const beside = await connectorAt(world, out);
  const { files } = await carryOut(place.client, place.target, beside);
  const artifacts = files.map(({ path, text }): Artifact => {
    const file = world.shown(join(out, path));
    return { file, text, isSource: false, from: file };
  });
  const stale = staleArtifacts(world, artifacts);
  if (!flags.force) await refuseForeign(world, stale);
  writeArtifacts(world, stale);
  const json: Omit<PullResult, 'formatVersion' | 'ok'> = {
    target: placeJson(place, place.target),
    files: artifacts.map(({ file }) => file),
    written: stale.map(({ file }) => file),
  };
  return {
    ok: true,
    json: () => json,
    text: () =>
      json.files.map((file) => `${json.written.includes(file) ? 'written  ' : 'unchanged'} ${file}\n`).join(''),
  };
}

/** The connector that lies in the folder already. */
async function connectorAt(world: World, folder: string) {
  const isThere = definitionFiles.some((file) => world.stat(join(folder, file)) !== undefined);
  return isThere ? (await loadFolder(world, folder)).connector : undefined;
}
