import { verifyDefinition } from '../../src/cli/verify-definition.js';
import { definition, text } from '../scenarios/things.js';
import { compileOnce } from '../compile-once.js';

compileOnce();

const verdict = (given: object) => verifyDefinition('d.json', text({ ...definition, ...given }));
const rejected = { code: 'definition-rejected', severity: 'error', file: 'd.json' };
const says = 'swagger-parser rejects the definition:';

test.each<[string, object, readonly object[]]>([
  ['a sound definition', {}, []],
  [
    'a value that its schema refuses is rejected at its place',
    { schemes: ['gopher'] },
    [{ ...rejected, pointer: '/schemes/0', message: `${says} must be equal to one of the allowed values.` }],
  ],
  [
    'anything else is rejected in one sentence',
    { paths: { '/thing/{id}': definition.paths['/thing'] } },
    [
      {
        ...rejected,
        pointer: '',
        message: `${says} Validation failed. /paths/thing/{id}/get is missing path parameter(s) for {id}.`,
      },
    ],
  ],
  [
    'a reference that leads nowhere',
    { definitions: { A: { $ref: '#/definitions/B' } } },
    [
      {
        ...rejected,
        pointer: '',
        message: `${says} Missing $ref pointer "#/definitions/B". Token "B" does not exist.`,
      },
    ],
  ],
  ['a reference to another host is not followed', { definitions: { A: { $ref: 'http://localhost:1/a.json' } } }, []],
])('%s', async (_name, given, want) => {
  expect(await verdict(given)).toEqual(want);
});
