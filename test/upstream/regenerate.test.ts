import Ajv from 'ajv-draft-04';
import { readFileSync } from 'node:fs';
import { regenerateSchema } from '../../src/cli/schemas/regenerate.js';
import { upstreamConnector } from '../../src/index.js';
import { memoryWorld, type MemoryWorld } from '../cli/memory-world.js';
import { compileOnce } from '../compile-once.js';
import { runIn } from '../scenarios/run.js';
import { parcels } from './example/parcels.js';

compileOnce();

const read = (file: string) => readFileSync(`test/upstream/example/${file}`, 'utf8');

const specs = { 'p/parcels.ts': '', 'p/v1.yaml': read('parcels-v1.yaml'), 'p/v2.yaml': read('parcels-v2.yaml') };

function world(files: Readonly<Record<string, string>> = {}): MemoryWorld {
  return memoryWorld({ files: { ...specs, ...files }, importModule: async () => ({ parcels, other: 5 }) });
}

const keepsSchema = new Ajv.default({ allErrors: true }).compile(regenerateSchema);

async function json(at: MemoryWorld, line: string) {
  const { exit, out, err } = await runIn(at, `regenerate ${line} --json`);
  const result = JSON.parse(out.join('\n'));
  keepsSchema(result);
  expect([err, keepsSchema.errors ?? []]).toEqual([[], []]);
  return { exit, result };
}

type Made = Awaited<ReturnType<typeof json>> & { readonly files: Readonly<Record<string, string>> };

/** Both versions, the second in place of the first, made once: each making asks the independent validator. */
let [first, second]: Made[] = [];
let made: Made['files'] = {};
beforeAll(async () => {
  const at = world();
  const filesNow = () => Object.fromEntries([...at.files].map(([file, text]) => [file, String(text)]));
  first = { ...(await json(at, 'p/parcels.ts --spec p/v1.yaml')), files: filesNow() };
  made = first.files;
  second = { ...(await json(at, 'p/parcels.ts --api-version v2 --spec p/v2.yaml')), files: filesNow() };
});

const files = (version: string, folder = 'p') => [
  `${folder}/upstream/fabrikam-parcels/${version}.json`,
  `${folder}/parcels/apiDefinition.swagger.json`,
  `${folder}/parcels/apiProperties.json`,
  `${folder}/parcels/contract.json`,
  `${folder}/parcels/UPSTREAM.md`,
];
const places = (found: readonly { code: string; file: string; line: number; column: number }[]) =>
  found.map(({ code, file, line, column }) => `${code} ${file}:${line}:${column}`);
const patterns = (found: readonly { operation: string; part: string; pointer: string }[]) =>
  found.map(({ operation, part, pointer }) => `${operation} ${part} ${pointer}`);

describe('a connector of one’s own, from version to version', () => {
  test('the first version: surface and artifacts, what is lost, what is overruled', async () => {
    const at = world();
    const { exit, result } = await json(at, 'p/parcels.ts --spec p/v1.yaml');
    expect(exit).toBe(0);
    expect(result.files).toEqual(files('v1'));
    expect(result.written).toEqual(files('v1'));
    expect(result.surface.operations.send.request.shape.properties.weight).toEqual({
      type: 'integer',
      nullable: true,
      minimum: 1,
      maximum: 30000,
    });
    expect(places(result.losses)).toEqual(['upstream-default-invalid p/v1.yaml:39:43']);
    expect(result.unreviewed).toEqual([]);
    expect(
      result.relaxations.map((one: Record<string, string>) => `${one['kind']} ${one['part']} ${one['pointer']}`),
    ).toEqual([
      'absent 200 /signature',
      'null 200 /signature',
      'absent 201 /number',
      'absent 201 /status',
      'absent 201 /signature',
      'null 201 /signature',
    ]);
    expect([result.changes, result.breaking, result.findings]).toEqual([[], false, []]);
  });

  test('the second: in place of the first, with what is new and what is lost', () => {
    const { exit, result, files: after = {} } = second ?? { exit: 0, result: {} };
    expect(exit).toBe(0);
    expect(result.from).toBe('p/parcels');
    expect(result.written).toEqual(files('v2').filter((file) => !file.endsWith('Properties.json')));
    expect(places(result.losses)).toEqual([
      'upstream-keyword-lost p/v2.yaml:8:18',
      'upstream-union-resolved p/v2.yaml:20:35',
    ]);
    expect(patterns(result.unreviewed)).toEqual([
      'track parameters /query/language',
      'track 200 /stops',
      'send request /insured',
      'send 201 /stops',
    ]);
    expect(result.breaking).toBe(true);
    expect(result.changes.map(({ code, breaking }: Record<string, unknown>) => `${code} ${breaking}`)).toEqual([
      'address-changed true',
      'optional-parameter-added false',
      'output-added false',
      'bound-tightened true',
      'enum-narrowed true',
      'optional-input-added false',
      'output-added false',
      'output-removed true',
      'output-removed true',
    ]);
    expect(places(result.changes).filter((_, index) => index === 0 || index > 6)).toEqual([
      'address-changed p/parcels/apiDefinition.swagger.json:9:17',
      'output-removed p/parcels/apiDefinition.swagger.json (before):64:40',
      'output-removed p/parcels/apiDefinition.swagger.json (before):157:40',
    ]);
    const { paths } = JSON.parse(after['/home/p/parcels/apiDefinition.swagger.json'] ?? '');
    expect(paths['/parcels/{number}'].get.parameters[1]).toEqual({
      name: 'language',
      in: 'query',
      required: false,
      type: 'string',
      'x-ms-summary': 'Language',
      'x-ms-visibility': 'advanced',
    });
    expect(paths['/parcels'].post.parameters[0].schema.properties.insured).toEqual({
      'x-ms-summary': 'Insured',
      'x-ms-visibility': 'advanced',
    });
  });

  test('back again from the surface that was kept: the same files, the same losses', async () => {
    const at = world(second?.files);
    const { result } = await json(at, 'p/parcels.ts --api-version v1');
    expect(files('v1').map((file) => at.files.get(`/home/${file}`))).toEqual(
      files('v1').map((file) => made[`/home/${file}`]),
    );
    expect(
      result.losses.map(({ code, file, pointer }: Record<string, string>) => `${code} ${file} ${pointer}`),
    ).toEqual(['upstream-default-invalid p/upstream/fabrikam-parcels/v1.json /losses/0']);
  });

  test('--out takes everything, and the source stays as it is', async () => {
    const at = world();
    const { result } = await json(at, 'p/parcels.ts --spec p/v1.yaml --out made');
    expect(result.files).toEqual(files('v1', 'made'));
    expect(at.written.map((file) => at.shown(file))).toEqual(files('v1', 'made'));
    const again = await json(at, 'p/parcels.ts --out made');
    expect([again.exit, again.result.written]).toEqual([0, []]);
  });
});

describe('--check', () => {
  test('writes nothing; what is stale is named', async () => {
    const at = world(made);
    expect((await json(at, 'p/parcels.ts --check')).exit).toBe(0);
    at.files.set('/home/p/parcels/UPSTREAM.md', '<!-- Generated by connector-kit regenerate. -->\nedited\n');
    at.written.length = 0;
    const { exit, result } = await json(at, 'p/parcels.ts --check');
    expect([exit, result.stale, at.written]).toEqual([1, ['p/parcels/UPSTREAM.md'], []]);
  });

  test('a specification that has moved on makes the surface stale too', async () => {
    const at = world(made);
    const { exit, result } = await json(at, 'p/parcels.ts --spec p/v2.yaml --check');
    // The version's name is the same, so contract.json is too.
    expect([exit, result.stale]).toEqual([1, files('v1').filter((file) => !/(Properties|contract).json$/.test(file))]);
  });
});

describe('the recordings of the service', () => {
  const recorded = (body: object, path = '/v1/parcels/7') =>
    JSON.stringify({
      request: { method: 'GET', url: `https://parcels.fabrikam.example${path}`, headers: {} },
      response: { status: 200, headers: { 'content-type': 'application/json' }, body },
    });

  test('what it sends that the version does not have, and what it does not send', async () => {
    const at = world({
      ...made,
      's/1.json': recorded({ number: '7', status: 'moving', mood: 'calm', eta: null }),
      's/2.json': recorded({ number: '8', mood: null }),
    });
    const { exit, result } = await json(at, 'p/parcels.ts --spec p/v1.yaml --samples s');
    expect(exit).toBe(0);
    expect(
      result.drift.map(({ severity, code, message }: Record<string, string>) => [severity, code, message]),
    ).toEqual([
      [
        'note',
        'drift-required-not-always',
        '"status" in the answer 200 of track is required, and was there 1 of 2 times.',
      ],
      [
        'warning',
        'drift-property-unknown',
        '"mood" in the answer 200 of track was sent 2 times, and the surface does not have it.',
      ],
      ['note', 'drift-null-unknown', '"eta" in the answer 200 of track was null 1 of 2 times.'],
      [
        'note',
        'drift-required-never-sent',
        '"signature" in the answer 200 of track is required, and was there 0 of 2 times; the connector knows.',
      ],
    ]);
    expect(result.drift[0].pointer).toBe('/operations/track/responses/200/shape/properties/status');
  });

  test('of another service', async () => {
    const at = world({ 's/1.json': recorded({}, '/v1/letters/7') });
    const { exit, err } = await runIn(at, 'regenerate p/parcels.ts --spec p/v1.yaml --samples s');
    expect([exit, err]).toEqual([
      2,
      [
        'connector-kit: No recording is an answer of GET /parcels/{number} or POST /parcels.',
        'Give --samples with recordings of the operations that the connector uses, or leave it out.',
      ],
    ]);
  });
});

test('the text for a reader', async () => {
  const { exit, out } = await runIn(world(made), 'regenerate p/parcels.ts --api-version v2 --spec p/v2.yaml');
  expect(exit).toBe(0);
  expect(out.filter((line) => /^\S/.test(line) && !line.startsWith('p/'))).toEqual([
    'parcels v2, from v2.yaml (Fabrikam Parcels 2.0.0)',
    'Against v1 in p/parcels, it breaks playbooks that exist:',
    'What the connector cannot say of it:',
    'New, with words made of their names, under advanced: describe them in the overlay.',
    'written p/upstream/fabrikam-parcels/v2.json',
    'written p/parcels/apiDefinition.swagger.json',
    'written p/parcels/contract.json',
    'written p/parcels/UPSTREAM.md',
    '5 files: 4 written; 2 places where recordings overrule the specification: UPSTREAM.md lists them',
    '1 warning, 1 note',
    'connector-kit explain upstream-keyword-lost says what that means.',
  ]);
});

describe('a module that is wrong', () => {
  const running = (upstream: unknown) => memoryWorld({ files: specs, importModule: async () => ({ upstream }) });
  test.each<[name: string, upstream: unknown, said: string]>([
    [
      'it cannot be built for the version',
      upstreamConnector({
        name: 'parcels',
        defaultVersion: 'v1',
        operations: {},
        build: () => {
          throw new Error('no parcels');
        },
      }),
      'connector-kit: parcels cannot be built for v1: no parcels',
    ],
    [
      'a name that leads out of the folder',
      upstreamConnector({ ...parcels, name: '../parcels' }),
      'connector-kit: "../parcels" is no name of a version or a connector.',
    ],
    [
      'a service that leads out of the folder',
      upstreamConnector({ ...parcels, service: '..' }),
      'connector-kit: ".." is no name of a version or a connector.',
    ],
    ['no such thing', { kind: 'other' }, 'connector-kit: "p/parcels.ts" names no upstream that it is made from.'],
  ])('%s', async (_, upstream, said) => {
    const at = running(upstream);
    const { exit, err } = await runIn(at, 'regenerate p/parcels.ts --spec p/v1.yaml');
    expect([exit, err[0], at.written]).toEqual([2, said, []]);
  });
});

describe('what cannot be done', () => {
  const one = (path: string) => `{ "openapi": "3.0.0", "paths": { "${path}": { "get": { "responses": {} } } } }`;
  test.each<[name: string, line: string, said: readonly string[]]>([
    [
      'an unknown version',
      'p/parcels.ts --api-version v3',
      [
        'parcels has no surface of version "v3".',
        'It has v1: connector-kit regenerate CONNECTOR --api-version V --spec FILE makes another.',
      ],
    ],
    [
      'no operation that is wanted, and one that is near',
      'p/parcels.ts --spec one.json',
      ['one.json has 1 operation, none is GET /parcels/{parcelNumber}.', 'Nearest: GET /parcels.'],
    ],
    [
      'no operation that is wanted, and none that is near',
      'p/parcels.ts --spec far.json',
      [
        'far.json has 1 operation, none is GET /parcels/{parcelNumber}.',
        'It has GET /letters. Give the specification of the service that the connector calls.',
      ],
    ],
    [
      'no specification',
      'p/parcels.ts --spec package.json',
      [
        'package.json holds no OpenAPI 2.0, 3.0 or 3.1 specification with paths, but {name}.',
        'Give the specification of the service that the connector calls, as JSON or YAML.',
      ],
    ],
    [
      'a specification of another age',
      'p/parcels.ts --spec old.json',
      [
        'old.json holds no OpenAPI 2.0, 3.0 or 3.1 specification with paths, but version "1.2".',
        'Give the specification of the service that the connector calls, as JSON or YAML.',
      ],
    ],
    [
      'no JSON',
      'p/parcels.ts --spec bad.json',
      [
        '"bad.json" holds no specification: Found the end of the text where a key in double quotes was expected.',
        'Give --spec with an OpenAPI 2.0, 3.0 or 3.1 file, JSON or YAML.',
      ],
    ],
    [
      'no file',
      'p/parcels.ts --spec none.json',
      ['"none.json" does not exist.', 'Give --spec with an OpenAPI file, JSON or YAML.'],
    ],
    ['a folder', 'p/parcels.ts --spec p', ['"p" is no file.', 'Give --spec with an OpenAPI file, JSON or YAML.']],
    [
      'a definition, which names no upstream',
      'package.json',
      [
        '"package.json" names no upstream that it is made from.',
        'Give a shipped name, or a module that exports what upstreamConnector() gives.',
      ],
    ],
    [
      'another export',
      'p/parcels.ts#parcel',
      [
        '"p/parcels.ts" exports no such connector as "parcel". Did you mean "parcels"?',
        'Say which one: p/parcels.ts#parcels.',
      ],
    ],
    [
      'a version that leads out of the folder',
      'p/parcels.ts --api-version ../../x --spec p/v1.yaml',
      [
        '"../../x" is no name of a version or a connector.',
        'Such a name has letters, digits, dots, dashes and underscores: it is the name of a file, too.',
      ],
    ],
    [
      'a name that is not shipped',
      'parcels',
      ['"parcels" is no shipped name.', 'Give a module that exports what upstreamConnector() gives: ./parcels.ts.'],
    ],
  ])('%s', async (_, line, said) => {
    const at = world({
      ...made,
      'one.json': one('/parcels'),
      'far.json': one('/letters'),
      'package.json': '{ "name": "x" }',
      'old.json': '{ "swagger": "1.2" }',
      'bad.json': '{',
    });
    const { exit, err } = await runIn(at, `regenerate ${line}`);
    expect([exit, err, at.written]).toEqual([2, [`connector-kit: ${said[0]}`, said[1]], []]);
  });

  test.each(['upstream/fabrikam-parcels/v1.json', 'parcels/apiDefinition.swagger.json', 'parcels/UPSTREAM.md'])(
    '%s was made by a person',
    async (file) => {
      const at = world({ ...made, [`/home/p/${file}`]: '{ "mine": true }' });
      const { exit, err } = await runIn(at, 'regenerate p/parcels.ts --spec p/v1.yaml');
      expect([exit, err[0], at.written]).toEqual([
        3,
        `connector-kit: "p/${file}" was not made by this tool, and would be replaced.`,
        [],
      ]);
      expect((await runIn(at, 'regenerate p/parcels.ts --spec p/v1.yaml --force')).exit).toBe(0);
    },
  );
});

test('a specification of which a part is missing is not made into files', async () => {
  const cut = specs['p/v1.yaml'].replace(/#\/components\/schemas\/\w+/, '#/components/schemas/Gone');
  const { exit, result } = await json(world({ 'p/cut.yaml': cut }), 'p/parcels.ts --spec p/cut.yaml');
  expect([exit, result.written, result.losses.map(({ code }: { code: string }) => code)]).toEqual([
    1,
    [],
    ['upstream-reference-lost', 'upstream-default-invalid'],
  ]);
});
