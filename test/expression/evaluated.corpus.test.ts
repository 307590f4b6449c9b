import { existsSync, readFileSync } from 'node:fs';
import type { Json, JsonObject } from '../../src/core/json.js';
import { evaluate } from '../../src/expression/evaluate.js';
import { arity } from '../../src/expression/function.js';
import { families } from '../../src/expression/functions/table.js';
import { plainContext } from '../../src/expression/plain-context.js';

const folder = '../shared/data/playbooks';
const corpus = existsSync(folder) ? describe : describe.skip;

/** A case of a witness: what an expression comes to, or a message in which `…` stands for what is not told. */
interface Case {
  readonly expr: string;
  readonly expected?: Json;
  readonly message?: string;
  readonly context?: JsonObject;
}

interface Witness {
  readonly context?: JsonObject;
  readonly cases: readonly Case[];
}

function witness(name: string): Witness {
  const { context, unparseable = [], ...groups } = JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'));
  const lists = Object.values(groups).filter((list) => Array.isArray(list));
  const broken = unparseable.map((expr: string): Case => ({ expr, message: '' }));
  return { context, cases: [...lists.flat(), ...broken] };
}

function result(one: Case, { context = {} }: Witness): Json | undefined {
  const surroundings = { now: () => '2026-01-15T10:30:00Z', random: () => 0.5 };
  const evaluated = evaluate(one.expr, plainContext({ ...context, ...one.context }, surroundings));
  return evaluated.ok ? { value: evaluated.value } : { message: evaluated.error.message };
}

/** Whether a message holds what the witness tells of it; numbers are the same where a float is. */
function holds(one: Case, got: Json | undefined): boolean {
  const { value, message } = got as { value?: Json; message?: string }; // made above
  if (one.message === undefined) return JSON.stringify(value) === JSON.stringify(one.expected);
  if (message === undefined) return false;
  return one.message.split('…').every((part) => message.includes(part.trim()));
}

/**
 * Where two witnesses differ, or where we hold one to be wrong, and whom we follow: `otherwise` is what it would be. Only the first is no case
 * of a witness; the others hold as they are written.
 */
const conflicts: readonly { readonly expr: string; readonly followed: string; readonly otherwise: string }[] = [
  {
    expr: '@first(createArray())',
    followed: 'expressions-measured.json, in which createArray() without arguments fails',
    otherwise: 'null: a test of the oracle, left out of it (facts/measured-cases.md)',
  },
  {
    expr: '@equals(true, 1)',
    followed: "Microsoft's reference, the only witness of it: true",
    otherwise: 'false: the oracle calls equals() strict as to types, without this case',
  },
  {
    expr: "@less('a', 'B')",
    followed: 'expressions-measured.json: the case of letters does not count',
    otherwise: 'false: the order of character codes, which github:ScoreUnder/IllogicApps has for a local host',
  },
  {
    expr: "@lastIndexOf('hello world hello world', '')",
    followed: "Microsoft's reference, as .NET Framework answers: 22",
    otherwise: '23: .NET 5 and later',
  },
  {
    expr: "@decodeDataUri('data:,a%20b')",
    followed: 'expressions-measured.json, measured: a text for a media type of texts',
    otherwise: "binary content: Microsoft's reference, which calls it dataUriToBinary()",
  },
  {
    expr: "@formDataMultiValues('Send_an_email', 'Subject')",
    followed: "Microsoft's reference: the type of the content in the body counts where outputs have no headers",
    otherwise: 'an error: the measured cases look at the header; their outputs without headers have no body either',
  },
  {
    expr: "@xpath('', '//a')",
    followed: 'expressions-measured.json (not measured): no XML gives no nodes',
    otherwise: 'an error, as xml() gives one for it',
  },
];

corpus('the witnesses', () => {
  test.each([
    ['expressions-measured.json', 262],
    ['wdl-oracle.json', 59],
    ['function-examples.json', 158],
  ])('%s', (name, count) => {
    const all = witness(name);
    const wrong = all.cases.filter((one) => !holds(one, result(one, all)));
    expect([all.cases.length, wrong]).toEqual([count, []]);
  });

  test('the cases on which witnesses differ are theirs', () => {
    const names = ['expressions-measured.json', 'wdl-oracle.json', 'function-examples.json'];
    const known = new Set(names.flatMap((name) => witness(name).cases.map(({ expr }) => expr)));
    expect(conflicts.filter(({ expr }) => !known.has(expr)).map(({ expr }) => expr)).toEqual(['@first(createArray())']);
  });

  test('the functions are those of the reference', () => {
    const documented: { name: string; parameters: { required: boolean; syntax?: string; variadic?: boolean }[] }[] =
      JSON.parse(readFileSync('../shared/facts/workflow-functions.json', 'utf8'));
    const ours = families
      .flatMap(({ functions }) => functions)
      .map((of) => [of.name, arity(of).least > 0, arity(of).most] as const);
    const theirs = documented.map(({ name, parameters }) => {
      const given = parameters.filter(({ syntax }) => syntax === undefined);
      const most = given.some(({ variadic }) => variadic) ? Number.POSITIVE_INFINITY : given.length;
      return [name, given.some(({ required }) => required), most] as const;
    });
    // What is measured takes more: equals() compares any number, uriComponent() joins any number.
    const more = ['encodeUriComponent', 'equals', 'uriComponent'];
    const sorted = (list: readonly (readonly [string, boolean, number])[]) =>
      list.filter(([name]) => !more.includes(name)).toSorted(([one], [other]) => (one < other ? -1 : 1));
    expect(sorted(ours)).toEqual(sorted(theirs));
  });
});
