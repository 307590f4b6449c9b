import { existsSync } from 'node:fs';
import { stringify } from 'yaml';
import type { JsonObject } from '../../src/core/json.js';
import { writeJson } from '../../src/core/json-write.js';
import { valueAt } from '../../src/core/pointer.js';
import { readDocument } from '../../src/core/read-document.js';
import { readConnector } from '../../src/definition/read.js';
import { exampleDefinition, exampleProperties } from '../../src/lint/example-connector.js';
import { lint } from '../../src/lint/lint.js';
import { asWritten } from '../../src/openapi/as-written.js';
import { memoryWorld } from '../cli/memory-world.js';
import { randomFrom } from '../openapi/validity-mutations.js';
import { richDefinition } from '../openapi/validity-rich-definition.js';
import { runIn } from '../scenarios/run.js';
import { bytesOf, mangled } from './mutations-of-text.js';
import { mutated } from './mutations.js';
import { publishedConnectors } from './seeded-corpus.js';

/*
 * The documents of small connectors are changed in a few places at once, as values or as texts, and whatever comes of it goes through the linter,
 * a third of it through the command. 4,000 take 60 s of CPU; LINT_MUTATIONS=100000 asks for more, and prints how it goes.
 */

const corpus = existsSync('../shared/data/connectors') ? test : test.skip;
const total = Number(process.env['LINT_MUTATIONS'] ?? 4000);
/** Who asks for a number is told how it goes. */
const isLong = process.env['LINT_MUTATIONS'] !== undefined;
const smallBytes = 4500;
const limitMilliseconds = 2000;

interface Base {
  readonly definition: JsonObject;
  readonly properties: JsonObject;
}

const formats = ['json', 'json', 'text', 'sarif', 'junit', 'github', 'markdown'];

/** The files of a connector of which something was changed, and the values that they still have. */
function changedFiles({ definition, properties }: Base, random: () => number) {
  const isYaml = random() < 0.25;
  const value = random() < 0.85 ? mutated(definition, random) : definition;
  const other = random() < 0.3 ? mutated(properties, random) : properties;
  const text = isYaml ? stringify(value, { aliasDuplicateObjects: random() < 0.2 }) : writeJson(value);
  const otherText = writeJson(other);
  const isMangled = random() < 0.4;
  const what = random();
  const files = {
    [isYaml ? 'd/apiDefinition.swagger.yaml' : 'd/apiDefinition.swagger.json']: bytesOf(
      isMangled && what < 0.8 ? mangled(text, random) : text,
      isMangled ? random : () => 1,
    ),
    'd/apiProperties.json': bytesOf(isMangled && what > 0.7 ? mangled(otherText, random) : otherText, () => 1),
  };
  return { files, values: isMangled ? undefined : { definition: value, properties: other } };
}

type Changed = ReturnType<typeof changedFiles>;
type Found = readonly { readonly file?: string; readonly pointer: string }[];

const isOfProperties = (file = ''): boolean => file.endsWith('apiProperties.json');

/** A finding that points nowhere, where the values are known. */
function lostIn(findings: Found, { values }: Changed): string | undefined {
  if (values === undefined) return undefined;
  const lost = findings.find(
    ({ file, pointer }) => valueAt(isOfProperties(file) ? values.properties : values.definition, pointer) === undefined,
  );
  return lost && `it points nowhere: ${JSON.stringify(lost)}`;
}

/** What is wrong with a run of the command; undefined where nothing is. */
async function wrongWithCommand(changed: Changed, random: () => number): Promise<string | undefined> {
  const world = memoryWorld({ files: changed.files });
  const format = formats[Math.floor(random() * formats.length)] ?? 'json';
  const fix = random() < 0.3 ? ' --fix' : '';
  const { exit, out, err } = await runIn(world, `lint d --format ${format}${fix} --max-findings 100000`);
  if (exit > 1 || err.length > 0) return `exit ${exit}: ${err.slice(0, 4).join(' ')}`;
  const isJson = format === 'json' || format === 'sarif'; // in which DEL and what is above it may stand as it is
  if ((isJson ? /[^\P{Cc}\t\x7F-\x9F]/u : /[^\P{Cc}\t]/u).test(out.join(''))) return `a control character in ${format}`;
  return format === 'json' && fix === '' ? lostIn(JSON.parse(out.join('\n')).findings, changed) : undefined;
}

/** The same of the reader and the linter alone, which takes a third of the time. */
async function wrongWithLinter(changed: Changed, random: () => number): Promise<string | undefined> {
  const [definition, properties] = await Promise.all(
    Object.entries(changed.files).map(([file, bytes]) => readDocument(file, new TextDecoder().decode(bytes))),
  );
  if (definition === undefined) return undefined;
  const { connector, findings } = readConnector({ name: 'd', definition, ...(properties && { properties }) });
  if (!connector) return lostIn(findings, changed);
  const profile = random() < 0.5 ? 'certification' : 'logic-apps';
  const found = lint(connector, { profile }).flatMap(({ file, pointer }) => {
    const at = asWritten(isOfProperties(file) ? connector.properties : connector.definition, pointer);
    return at === undefined ? [] : [{ file: file ?? '', pointer: at }];
  });
  return lostIn([...findings, ...found], changed);
}

corpus(
  'no mutation makes the linter crash, hang or point nowhere',
  async () => {
    const small = publishedConnectors().filter(({ bytes }) => bytes < smallBytes);
    const example = { definition: exampleDefinition, properties: exampleProperties };
    const bases: readonly Base[] = [example, { definition: richDefinition, properties: exampleProperties }, ...small];
    const random = randomFrom(45);
    const wrong: string[] = [];
    let slowest = 0;
    for (let index = 0; index < total; index += 1) {
      // every second one is of the example, which has one of each thing that rules look at
      const base = (index % 2 === 0 ? example : bases[Math.floor(index / 2) % bases.length]) ?? example;
      const began = process.cpuUsage();
      const changed = changedFiles(base, random);
      const problem = await (random() < 0.3 ? wrongWithCommand : wrongWithLinter)(changed, random);
      const { user, system } = process.cpuUsage(began);
      if (problem !== undefined) wrong.push(`${index}: ${problem}`);
      if (problem !== undefined && isLong) process.stderr.write(`${wrong.at(-1)}\n`);
      slowest = Math.max(slowest, (user + system) / 1000);
      if (isLong && index % 2000 === 1999)
        process.stderr.write(`${index + 1} mutations: ${wrong.length} wrong, slowest ${slowest} ms\n`);
    }
    expect(wrong.slice(0, 20)).toEqual([]);
    expect(slowest).toBeLessThan(limitMilliseconds);
  },
  7_200_000,
);
