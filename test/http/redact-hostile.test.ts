import { redactText } from '../../src/http/redact.js';
import { hint, pieces, SECRET } from './hostile-pieces.js';

const LENGTH = 1000;

test('no piece over and over hides a secret, before or behind it', () => {
  const hiding = pieces.filter((piece) => {
    const text = piece.repeat(LENGTH / piece.length);
    return [`${text} ${hint}`, `${hint} ${text}`].some((whole) => redactText(whole).includes(SECRET));
  });
  expect(hiding).toEqual([]);
});
