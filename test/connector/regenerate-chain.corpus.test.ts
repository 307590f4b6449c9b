import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { catalog } from '../../connector/catalog.js';
import type { Catalog } from '../../src/cli/catalog.js';
import { memoryWorld, type MemoryWorld } from '../cli/memory-world.js';
import { runIn } from '../scenarios/run.js';

const folder = '../shared/data/upstream/azure-openai';
const samples = '../shared/data/samples/azure/json';
const corpus = existsSync(folder) && existsSync(samples) ? describe : describe.skip;
/** Two dozen regenerations, each judged by the independent validator, lint and the contract test. */
const MAX_MILLISECONDS = 240_000;

const versions = [
  '2023-03-15-preview',
  '2023-05-15',
  '2023-12-01-preview',
  '2024-02-01',
  '2024-06-01',
  '2024-10-21',
  '2025-03-01-preview',
  'v1',
];

const shipped: Catalog = {
  services: catalog.services,
  build: () => {
    throw new Error('regenerate builds from surfaces');
  },
};

/** The recordings of each version. */
function recordings(): ReadonlyMap<string, readonly (readonly [file: string, text: string])[]> {
  const all = readdirSync(samples, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));
  const texts = all.map((file) => [file, readFileSync(join(samples, file), 'utf8')] as const);
  return new Map(
    versions.map((version) => [version, texts.filter(([, text]) => text.includes(`?api-version=${version}"`))]),
  );
}

async function json(world: MemoryWorld, line: string) {
  const { out } = await runIn(world, `${line} --json --quiet`, shipped);
  return JSON.parse(out.join('\n'));
}

type Names = Readonly<Record<string, readonly string[]>>;

/** What each version changes for playbooks, as `facts/azure.md` section 4 tells it of the specifications. */
const changes: readonly (readonly [from: string, to: string, changes: Names])[] = [
  ['2023-03-15-preview', '2023-05-15', {}],
  [
    '2023-05-15',
    '2023-12-01-preview',
    {
      'enum-widened': ['messages[*].role'],
      'null-allowed': ['messages[*]'],
      'optional-input-added': [
        'messages[*].tool_calls',
        'messages[*].tool_call_id',
        'response_format',
        'seed',
        'tools',
        'tool_choice',
        'functions',
        'function_call',
      ],
    },
  ],
  [
    '2023-12-01-preview',
    '2024-02-01',
    { 'optional-input-added': ['data_sources'], 'output-added': ['choices[*].message.context'] },
  ],
  [
    '2024-02-01',
    '2024-06-01',
    { 'optional-input-added': ['logprobs', 'top_logprobs'], 'output-added': ['choices[*].logprobs'] },
  ],
  [
    '2024-06-01',
    '2024-10-21',
    {
      'optional-input-added': [
        'messages[*].refusal',
        'messages[*].function_call',
        'max_completion_tokens',
        'response_format.json_schema',
        'tools[*].function.strict',
        'parallel_tool_calls',
      ],
      'output-added': ['choices[*].logprobs.refusal'],
      'enum-widened': ['response_format.type'],
      'made-required': ['response_format.type'],
      'made-optional': ['tools[*].function.parameters'],
      'bound-loosened': ['top_logprobs', 'tools'],
      'null-allowed': ['choices[*].finish_reason'],
      'null-refused': ['messages[*]', 'response_format.type'],
      'wording-changed': ['functions', 'functions[*]', 'function_call'],
    },
  ],
  [
    '2024-10-21',
    '2025-03-01-preview',
    {
      'optional-input-added': ['reasoning_effort', 'prediction', 'store', 'metadata', 'user_security_context'],
      'output-added': ['choices[*].message.audio'],
      'enum-widened': ['messages[*].role'],
      'made-required': ['response_format.json_schema.schema'],
    },
  ],
  [
    '2025-03-01-preview',
    'v1',
    {
      'path-changed': ['Completion'],
      'address-changed': ['base path'],
      'parameter-removed': ['deployment', 'api-version'],
      'required-input-added': ['model'],
      'output-added': ['choices[*].message.reasoning_content'],
      'made-optional': ['response_format.json_schema.schema'],
      'null-allowed': ['reasoning_effort'],
      'null-refused': ['top_logprobs', 'parallel_tool_calls', 'choices[*].finish_reason'],
      'format-narrowed': [
        'max_tokens',
        'max_completion_tokens',
        'n',
        'top_logprobs',
        'choices[*].index',
        ...['content', 'refusal'].flatMap((of) => [
          `choices[*].logprobs.${of}[*].bytes[*]`,
          `choices[*].logprobs.${of}[*].top_logprobs[*].bytes[*]`,
        ]),
        'usage.prompt_tokens',
        'usage.completion_tokens',
        'usage.total_tokens',
      ],
      // the deprecation, and numbers that are floats now
      'wording-changed': [
        'max_tokens',
        'temperature',
        'top_p',
        'presence_penalty',
        'frequency_penalty',
        ...['content', 'refusal'].flatMap((of) => [
          `choices[*].logprobs.${of}[*].logprob`,
          `choices[*].logprobs.${of}[*].top_logprobs[*].logprob`,
        ]),
      ],
    },
  ],
];

/** What the way back says in place of each. */
const back: Readonly<Record<string, string>> = {
  'optional-input-added': 'input-removed',
  'required-input-added': 'input-removed',
  'output-added': 'output-removed',
  'parameter-removed': 'required-parameter-added',
  'enum-widened': 'enum-narrowed',
  'null-allowed': 'null-refused',
  'null-refused': 'null-allowed',
  'made-required': 'made-optional',
  'made-optional': 'made-required',
  'bound-loosened': 'bound-tightened',
  'format-narrowed': 'format-widened',
};

function sorted(names: Names): Names {
  return Object.fromEntries(Object.entries(names).map(([code, all]) => [code, [...all].sort()] as const));
}

const expected = Object.fromEntries(
  changes.flatMap(([from, to, names]) => [
    [`${from} -> ${to}`, sorted(names)] as const,
    [
      `${to} -> ${from}`,
      sorted(Object.fromEntries(Object.entries(names).map(([code, all]) => [back[code] ?? code, all] as const))),
    ] as const,
  ]),
);

/** The names that changes are about, by their code. The version itself, which every call sends, is no news. */
function byCode(found: readonly { code: string; message: string }[]): Names {
  const names = new Map<string, string[]>();
  for (const { code, message } of found) {
    const name = code === 'address-changed' ? 'base path' : (/"([^"]*)"/.exec(message)?.[1] ?? '');
    if (name === 'api-version' && code === 'default-changed') continue;
    names.set(code, [...(names.get(code) ?? []), name]);
  }
  return sorted(Object.fromEntries(names));
}

corpus('azure-openai from its first version to v1 and back', () => {
  test(
    'each is valid, lints clean, passes its recordings, and differs as the table says',
    async () => {
      const specs = versions.map((version) => [
        `specs/${version}.json`,
        readFileSync(`${folder}/${version}.json`, 'utf8'),
      ]);
      const world = memoryWorld({ files: Object.fromEntries(specs) });
      const recorded = recordings();
      const [first = '', ...more] = versions;
      await json(world, `regenerate azure-openai --api-version ${first} --spec specs/${first}.json --out out`);
      const seen: Record<string, unknown> = {};
      let from = first;
      for (const version of [...more, ...versions.slice(0, -1).reverse()]) {
        const result = await json(
          world,
          `regenerate azure-openai --api-version ${version} --spec specs/${version}.json --out out`,
        );
        expect([version, result.ok, result.findings, result.unreviewed]).toEqual([version, true, [], []]);
        seen[`${from} -> ${version}`] = byCode(result.changes);
        from = version;
        for (const profile of ['logic-apps', 'certification']) {
          const { findings } = await json(world, `lint out/azure-openai --profile ${profile}`);
          expect([version, profile, findings]).toEqual([version, profile, []]);
        }
        const files = recorded.get(version) ?? [];
        for (const [file, text] of files) world.files.set(`/home/recorded/${version}/${file}`, text);
        if (files.length === 0) continue;
        const tested = await json(world, `test out/azure-openai --samples recorded/${version}`);
        expect([version, tested.samples.failed, tested.samples.passed]).toEqual([version, 0, files.length]);
      }
      expect(seen).toEqual(expected);
    },
    MAX_MILLISECONDS,
  );
});
