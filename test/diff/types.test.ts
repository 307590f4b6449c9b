import { formatEdit } from '../../src/diff/types.js';
import { plainView } from '../../src/diff/view.js';

const view = (format: string | undefined) => plainView({ type: 'number', ...(format !== undefined && { format }) }, '');

test.each([
  [undefined, 'float', 'wording-changed'],
  ['double', 'float', 'wording-changed'],
  ['', undefined, undefined],
  ['int32', 'int64', 'format-widened'],
  ['int64', 'int32', 'format-narrowed'],
  [undefined, 'int32', 'format-narrowed'],
  ['date', undefined, 'format-widened'],
  ['date', 'uri', 'format-changed'],
])('the format %p becomes %p: %p', (was, is, code) => {
  expect(formatEdit(view(was), view(is))?.code).toBe(code);
});
