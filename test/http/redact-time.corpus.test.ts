import { redactText, redactUrl } from '../../src/http/redact.js';
import { cpuSeconds } from '../core/cpu-seconds.js';
import { hint, pieces } from './hostile-pieces.js';

const LENGTH = 40_000;

test.each(pieces)('%p over and over takes linear time', (piece) => {
  const text = piece.repeat(LENGTH / piece.length);
  const begun = cpuSeconds();
  redactText(`${text}${hint}`);
  redactText(`${hint}${text}`);
  redactUrl(text, { redactions: 0 });
  expect(cpuSeconds() - begun).toBeLessThan(0.8);
});
