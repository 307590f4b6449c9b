import type { SourceDocument } from '../core/document.js';
import { readDocument } from '../core/read-document.js';
import { readCurl, readResponseText } from '../recording/curl.js';
import { pairUp, withAnswer } from '../recording/http-message-pair.js';
import type { SampleFile } from './sample-file.js';
import { readJsonFile, readText } from './read-source.js';
import type { World } from './world.js';

/**
 * Reads the document that a file of recorded exchanges holds, whatever kind of text it is; with the file of the answer, where that is another.
 * A finding in it is located in the file that it is about.
 */
export async function recordingSource(world: World, { file, answer }: SampleFile): Promise<SourceDocument> {
  if (answer === undefined) return oneSource(world, file);
  const source = await oneSource(world, file);
  if (file.endsWith('.json')) return pairUp(source, await oneSource(world, answer));
  const text = readText(world, answer);
  return withAnswer(source, typeof text === 'string' ? readResponseText(answer, text) : text);
}

/** A cassette may well hold a curl command in a body, so a file that is called YAML is not asked for one. */
async function oneSource(world: World, file: string): Promise<SourceDocument> {
  if (file.endsWith('.json')) return readJsonFile(world, file);
  const text = readText(world, file);
  if (typeof text !== 'string') return text;
  const pasted = /\.ya?ml$/i.test(file) || /^\uFEFF?\s*[{[]/.test(text) ? undefined : readCurl(file, text);
  return pasted ?? readDocument(file, text, { foreignTags: true });
}
