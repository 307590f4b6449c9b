import { Fault } from '../../core/fault.js';
import { command, type Call, type Outcome } from '../command.js';
import { findSamples } from '../find-samples.js';
import { findingFlags, type FlagTable } from '../flags.js';
import { importFiles } from '../import-files.js';
import { importJson, importText } from '../import-report.js';
import { judge, mostFindings, sourcesOf } from '../judge.js';
import { progress } from '../progress.js';
import { sampleSource } from '../sample-source.js';

const importFlags = {
  out: { kind: 'text', placeholder: 'DIR', help: 'The folder for the samples; it is made where it does not exist.' },
  force: { kind: 'switch', help: 'Replace files that are there and hold something else.' },
  ...findingFlags,
} as const satisfies FlagTable;

/** `import`: recordings of other tools into samples, their credentials replaced. */
export const importRecordings = command({
  operands: { placeholder: 'RECORDING', least: 1, most: Number.POSITIVE_INFINITY },
  flags: importFlags,
  details: [
    'RECORDING is a file, or a folder with all files in it that end in .json, .har, .yaml, .yml or .curl. The format is recognized by the content: the run history of a logic app, HAR, a Postman collection, a pasted curl command with its answer, cassettes of VCR.py and Ruby VCR, nock, the Azure SDK test proxy, and our own samples.',
    'Each exchange becomes one file. Credentials are replaced before anything is written.',
  ],
  examples: [
    {
      line: 'connector-kit import session.har --out samples',
      shows: 'What a browser recorded, one sample an exchange.',
    },
    { line: 'connector-kit import test/cassettes --out samples', shows: "A test suite's cassettes." },
  ],
  run,
});

async function run({ operands, flags, world }: Call<typeof importFlags>): Promise<Outcome> {
  const { out } = flags;
  if (out === undefined || out === '-') {
    const help = 'Give --out with the folder that the samples are to be written to.';
    throw new Fault('called-wrongly', 'import writes files, and needs a folder for them.', { help });
  }
  const files = findSamples(world, operands);
  const { step, end } = progress(world, { of: files.length, noun: 'files', quiet: flags.quiet });
  const imported = await importFiles(world, files, { out, force: flags.force, onFile: step });
  end();
  const { findings, ...done } = imported;
  const judged = await judge(findings, {
    failOn: flags['fail-on'],
    most: mostFindings(flags),
    sourceOf: sourcesOf([], (file) => sampleSource(world, files, file)),
  });
  const report = { ...done, judged };
  return { ok: judged.ok, json: () => importJson(report), text: (style) => importText(report, style) };
}
