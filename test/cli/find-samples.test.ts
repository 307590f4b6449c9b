import { Fault } from '../../src/core/fault.js';
import { findSamples } from '../../src/cli/find-samples.js';
import { memoryWorld, type Circumstances } from './memory-world.js';

type Files = NonNullable<Circumstances['files']>;

const find = (files: Files, ...paths: string[]) =>
  findSamples(memoryWorld({ files }), paths).map(({ file, named }) => (named ? file : `${file} (found)`));

test.each<[string, { files: Files; paths: string[]; want: string[] }]>([
  ['a file', { files: { 'a.json': '' }, paths: ['a.json'], want: ['a.json'] }],
  ['a named file may have any ending', { files: { 'a.txt': '' }, paths: ['a.txt'], want: ['a.txt'] }],
  [
    'folders, all the way down, by name',
    {
      files: { 's/b.json': '', 's/a.json': '', 's/x/y/c.json': '', 's/readme.md': '', 'other.json': '' },
      paths: ['s'],
      want: ['s/a.json (found)', 's/b.json (found)', 's/x/y/c.json (found)'],
    },
  ],
  [
    'several paths, each file once, named where it was named',
    {
      files: { 's/a.json': '', 's/b.json': '' },
      paths: ['s', './s/b.json', 's/', '/home/s'],
      want: ['s/a.json (found)', 's/b.json'],
    },
  ],
  ['the current folder', { files: { 'a.json': '' }, paths: ['.'], want: ['a.json (found)'] }],
  ['a folder above', { files: { '/data/a.json': '' }, paths: ['../data'], want: ['../data/a.json (found)'] }],
  [
    'what is no sample of the user',
    {
      files: { 's/node_modules/a.json': '', 's/.git/a.json': '', 's/a.json': '', 's/a.expect.json': '' },
      paths: ['s'],
      want: ['s/a.json (found)'],
    },
  ],
  [
    'links that lead in a circle, to a file, and nowhere',
    {
      files: {
        's/a.json': '',
        's/x/up': { link: '..' },
        's/l.json': { link: 'a.json' },
        's/no.json': { link: 'none' },
        's/me.json': { link: 'me.json' },
      },
      paths: ['s'],
      want: ['s/a.json (found)', 's/l.json (found)'],
    },
  ],
  [
    'devices in a folder',
    { files: { 's/a.json': '', 's/pipe.json': { device: true } }, paths: ['s'], want: ['s/a.json (found)'] },
  ],
])('%s', (_name, { files, paths, want }) => {
  expect(find(files, ...paths)).toEqual(want);
});

test.each<[string, { files: Files; paths: string[]; want: string[] }]>([
  ['a path that does not exist', { files: {}, paths: ['none'], want: ['not-found', '"none" does not exist.'] }],
  [
    'a folder without samples',
    { files: { 's/a.txt': '' }, paths: ['s'], want: ['nothing-to-do', '"s" has no samples in it.'] },
  ],
  [
    'folders without samples',
    {
      files: { 's/a.txt': '', 't/': '' },
      paths: ['s', 't'],
      want: ['nothing-to-do', 'None of the 2 folders has samples in it.'],
    },
  ],
  [
    'a folder that is closed',
    {
      files: { 's/a.json': '', 's/t/': { closed: true } },
      paths: ['s'],
      want: ['not-readable', '"s/t" cannot be read: permission denied.'],
    },
  ],
])('%s is a fault', (_name, { files, paths, want }) => {
  let fault: unknown;
  try {
    find(files, ...paths);
  } catch (error) {
    fault = error;
  }
  expect(fault instanceof Fault && [fault.code, fault.message]).toEqual(want);
});

test.each<[string, { files: Files; paths: string[]; want: [string, string | undefined][] }]>([
  [
    'inputs and outputs of a run',
    {
      files: { 's/a.inputs.json': '', 's/a.outputs.json': '', 's/inputs.json': '', 's/outputs.json': '' },
      paths: ['s'],
      want: [
        ['s/a.inputs.json', 's/a.outputs.json'],
        ['s/inputs.json', 's/outputs.json'],
      ],
    },
  ],
  [
    'a command and its answer, which its ending would not have found',
    { files: { 's/a.curl': '', 's/a.response.txt': '' }, paths: ['s'], want: [['s/a.curl', 's/a.response.txt']] },
  ],
  [
    'a named command in a text file',
    {
      files: { 'a.txt': '', 'a.response.json': '' },
      paths: ['a.txt', 'a.response.json'],
      want: [['a.txt', 'a.response.json']],
    },
  ],
  [
    'halves that stand alone',
    {
      files: { 's/a.inputs.json': '', 's/b.outputs.json': '', 's/c.response.json': '', 's/myinputs.json': '' },
      paths: ['s'],
      want: [
        ['s/a.inputs.json', undefined],
        ['s/b.outputs.json', undefined],
        ['s/c.response.json', undefined],
        ['s/myinputs.json', undefined],
      ],
    },
  ],
])('two files of one recording: %s', (_name, { files, paths, want }) => {
  expect(findSamples(memoryWorld({ files }), paths).map(({ file, answer }) => [file, answer])).toEqual(want);
});
