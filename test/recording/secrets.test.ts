import { memoryWorld } from '../cli/memory-world.js';
import { runIn } from '../scenarios/run.js';
import { text } from '../scenarios/things.js';
import { shownIn, wrongInImport } from './planted-check.js';
import { keepers } from './planted-formats.js';
import { planted, WORDS } from './planted.js';

/** One of each twenty: a reader of a format does not know what a secret is. `secrets.corpus.test.ts` takes all. */
const some = planted.filter((_, at) => at % 20 === 3);

test('how much is planted', () => {
  expect([planted.length, some.length, keepers.length, new Set(planted.map(({ kind }) => kind)).size]).toEqual([
    316, 16, 14, 75,
  ]);
});

test.each(keepers)('$format: no secret comes through import, and no word is lost', async (keeper) => {
  expect(await wrongInImport(keeper, some)).toEqual([]);
});

/** Everything that was sent and answered is wrong by it, so that messages repeat it. */
const nothingFits = {
  swagger: '2.0',
  info: { title: 'Numbers', description: 'Takes and gives numbers.', version: '1.0' },
  host: 'api.contoso.com',
  basePath: '/',
  schemes: ['https'],
  consumes: ['application/json'],
  produces: ['application/json'],
  paths: {
    [`/${WORDS[0]}/x`]: {
      post: {
        operationId: 'PostNumbers',
        summary: 'Post numbers',
        description: 'Posts numbers.',
        parameters: [
          {
            name: 'body',
            in: 'body',
            required: true,
            schema: { type: 'object', additionalProperties: { type: 'integer' } },
          },
          { name: 'q', in: 'query', required: false, type: 'integer' },
          { name: 'x-note', in: 'header', required: false, type: 'integer' },
        ],
        responses: {
          200: { description: 'Numbers.', schema: { type: 'object', additionalProperties: { type: 'integer' } } },
        },
      },
    },
  },
};

test.each(keepers.slice(0, 2))('$format: no secret comes through test', async ({ file, keep }) => {
  const world = memoryWorld({ files: { [file]: keep(some), 'numbers/apiDefinition.swagger.json': text(nothingFits) } });
  const { exit, out, err } = await runIn(world, `test numbers --samples ${file} --json --max-findings 10000`);
  const printed = out.join('\n');
  expect([exit, err, JSON.parse(printed).findings.length > some.length]).toEqual([1, [], true]);
  expect(shownIn(printed, some)).toEqual([]);
});
