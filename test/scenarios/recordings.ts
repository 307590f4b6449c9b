import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeJson } from '../../src/core/json-write.js';
import { memoryWorld } from '../cli/memory-world.js';
import { runIn } from './run.js';

const root = 'test/recording/fixtures';
/** What a fixture's folder holds beside recordings. */
const beside = /\.(?:md|mjs)$|\.(?:outputs|response)\.\w+$/;

/** All that a command can be given, with the folder that is its format. */
export const fixtures = readdirSync(root).flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => !beside.test(name))
    .map((name): [string, string] => [folder, name]),
);

/** Recordings that cannot be read, on purpose: a link in place of the content, secure inputs, a body in a file that is not here. */
const unreadable: Readonly<Record<string, number>> = { 'curl/session.txt': 1, 'logic-apps/actions.json': 2 };

interface Tested {
  readonly samples: {
    readonly passed: number;
    readonly failed: number;
    readonly unmatched: number;
    readonly skipped: number;
  };
  readonly counts: { readonly error: number };
}

const verdicts = ({ samples: { passed, failed, unmatched, skipped }, counts: { error } }: Tested) => ({
  passed,
  failed,
  unmatched,
  skipped,
  error,
});

/** The numbers of a result, as each command has them. */
async function json(world: ReturnType<typeof memoryWorld>, line: string) {
  const { out, err } = await runIn(world, `${line} --json`);
  expect(err).toEqual([]);
  return JSON.parse(out.join('\n'));
}

/** Reads, infers from, tests and imports a fixture, and tests what was imported. */
export async function goesThrough(folder: string, name: string): Promise<void> {
  const files = Object.fromEntries(
    readdirSync(join(root, folder)).map((file) => [`in/${file}`, readFileSync(join(root, folder, file))]),
  );
  const world = memoryWorld({ files });
  const missing = unreadable[`${folder}/${name}`] ?? 0;
  const inferred = await json(world, `infer in/${name}`);
  expect(inferred.exchanges).toBeGreaterThan(0);
  expect(inferred.counts.error).toBe(missing);
  world.files.set('/home/things/apiDefinition.swagger.json', writeJson(inferred.definition));
  world.files.set('/home/things/contract.json', writeJson(inferred.contract));
  const direct = await json(world, `test things --samples in/${name}`);
  expect(verdicts(direct)).toEqual({
    passed: inferred.exchanges,
    failed: missing,
    unmatched: 0,
    skipped: 0,
    error: missing,
  });
  const imported = await json(world, `import in/${name} --out samples`);
  expect(imported.written).toHaveLength(inferred.exchanges);
  const again = await json(world, 'test things --samples samples');
  expect(verdicts(again)).toEqual({ ...verdicts(direct), failed: 0, error: 0 });
}
