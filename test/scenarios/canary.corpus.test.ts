import { createServer, type Server } from 'node:http';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundledIn, start, type Done } from './bundled.js';

/*
 * One key goes through every command that takes one, to a service that repeats it wherever it can. Afterwards it is in no file and no
 * output, in no form that can be read again.
 */

const canary = 'sk-canary-Zx9Qw7Er5Ty3Ui1Op0-As8Df6';
const forms = [
  canary,
  encodeURIComponent(`Bearer ${canary}`),
  ...[0, 1, 2].map((at) =>
    Buffer.from(`${'x'.repeat(at)}${canary}`)
      .toString('base64')
      .slice(at === 0 ? 0 : 4, 40),
  ),
  Buffer.from(canary).toString('hex'),
  [...canary].toReversed().join(''),
];

let folder = '';
let service: Server;
const asked: { readonly url: string; readonly key: string | undefined }[] = [];

/** Says the key it was given back in a header, in its body and in an error. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'connector-kit-'));
  service = createServer(({ url = '', headers }, response) => {
    const key = headers.authorization;
    asked.push({ url, key });
    const isRight = key === `Bearer ${canary}`;
    const body = {
      id: 'x',
      object: 'chat.completion',
      said: `your key is ${key}`,
      choices: [],
      coded: Buffer.from(key ?? '').toString('base64'),
    };
    response.writeHead(isRight ? 200 : 401, { 'content-type': 'application/json', 'x-your-key': key ?? '' });
    response.end(JSON.stringify(isRight ? body : { error: { message: `Incorrect API key provided: ${key}` } }));
  });
  await new Promise<void>((done) => void service.listen(0, '127.0.0.1', () => done()));
});
afterAll(() => {
  service.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the key is nowhere', async () => {
  const bin = bundledIn(folder);
  const work = { cwd: join(folder), env: { KEY: canary, WRONG: `${canary}-wrong` } };
  const upstream = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
  const connector = `openai --endpoint ${upstream}/v1`;
  const on = '--target emulator -g soc';
  const done: (Done & { readonly line: string })[] = [];
  const run = async (line: string) => {
    const ended = await start(bin, line, work).done;
    done.push({ ...ended, line });
    return ended.exit;
  };
  const emulator = start(bin, 'emulate', work);
  const recorder = start(bin, `record --upstream ${upstream} --out recorded`, work);
  const { url } = JSON.parse(await recorder.line);
  await emulator.line;

  const body = '--body {"model":"m","messages":[{"role":"user","content":"hi"}]}';
  const lines: readonly (readonly [line: string, exit: number])[] = [
    [`publish ${connector} ${on} --connection mine --key-env KEY --yes --verify`, 0],
    [`plan ${connector} ${on} --connection mine --json`, 0],
    [`connect ${connector} ${on} --connection mine --key-env KEY --verify --json`, 0],
    [`call ${connector} Completion ${on} --connection mine ${body}`, 1],
    [`call ${connector} Completion --key-env KEY ${body} --record called`, 1],
    [`call ${connector} Completion --key-env KEY ${body} --json`, 1],
    [`call ${connector} Completion --key-env WRONG ${body} --json`, 1],
    [`connect ${connector} ${on} --connection other --key-env WRONG --verify`, 1],
    [`call openai --endpoint ${url}/v1 Completion --key-env KEY ${body}`, 1],
    [`call openai --endpoint http://127.0.0.1:1/v1 Completion --key-env KEY ${body}`, 3],
    [`publish ${connector} ${on} --connection ${canary} --key-env ${canary} --yes`, 2],
    [`connect ${connector} ${on} --connection mine --key-env KEY --key-stdin`, 2],
    [`drift ${connector} ${on} --json`, 0],
    [`pull ${on} --name openai --out pulled`, 0],
    [`export ${connector} --as arm --out exported`, 0],
    ['infer called --out inferred/apiDefinition.swagger.json', 0],
    ['test openai --samples called recorded', 1],
    ['emulate', 2],
    [`unpublish ${connector} ${on} --yes --json`, 0],
  ];
  const exits: (readonly [string, number | null])[] = [];
  for (const [line] of lines) exits.push([line, await run(line)]);
  for (const { child, done: ended } of [emulator, recorder]) {
    child.kill('SIGTERM');
    done.push({ ...(await ended), line: 'ended' });
  }
  expect(exits).toEqual(lines);

  // it did reach the service, in its header and nowhere else
  expect(asked.filter(({ key }) => key === `Bearer ${canary}`).length).toBeGreaterThan(5);
  expect(asked.filter(({ url: to }) => forms.some((form) => to.includes(form)))).toEqual([]);

  const printed = done.flatMap(({ line, out, err }) => leaks(`${out}\n${err}`).map((form) => `${line}: ${form}`));
  // the user's own words are quoted in the line that has them as a name
  expect(printed).toEqual([]);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => !file.startsWith('kit') && statSync(join(folder, file)).isFile(),
  );
  const folders = new Set(files.map((file) => file.split('/')[0]));
  expect([...folders].toSorted()).toEqual(['.connector-kit', 'called', 'exported', 'inferred', 'pulled', 'recorded']);
  expect(
    files.flatMap((file) =>
      leaks(`${file}\n${readFileSync(join(folder, file), 'latin1')}`).map((form) => `${file}: ${form}`),
    ),
  ).toEqual([]);
}, 120_000);

function leaks(text: string): readonly string[] {
  return forms.filter((form) => text.includes(form));
}
