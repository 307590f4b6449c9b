import { object } from '../../build/object.js';
import { string } from '../../build/string.js';
import { head } from '../schemas.js';

/** Of `completion`. */
export const completionSchema = object(
  { ...head, shell: string({ enum: ['bash', 'zsh', 'powershell'] }), script: string() },
  { required: ['formatVersion', 'ok', 'shell', 'script'] },
);
