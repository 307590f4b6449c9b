import type { Finding } from '../../core/finding.js';
import { readJson } from '../../core/json-read.js';
import type { findingFlags, Format, Values } from '../flags.js';
import { judge, mostFindings, sourcesOf, type Judgement } from '../judge.js';
import type { Loaded } from '../loaded.js';
import { placed } from '../placed.js';
import type { Kept } from './recorded-call.js';

/** How findings are judged, and the sample that they may be about. */
interface Judging {
  readonly flags: Values<typeof findingFlags> & { readonly json: boolean; readonly format: Format };
  readonly kept: Kept | undefined;
}

/** What is wrong with a connector's documents, and what the contract says of a call. A call that was not recorded stands in no file. */
export function judgedCall(loaded: Loaded, found: readonly Finding[], { flags, kept }: Judging): Promise<Judgement> {
  const findings = found.map((one) => {
    const { file, sample: _sample, ...inNone } = placed(one, loaded);
    return file === '' ? inNone : { file, ...inNone };
  });
  const documents = kept ? [...loaded.documents, readJson(kept.file, kept.text)] : loaded.documents;
  return judge([...loaded.findings, ...findings], {
    failOn: flags['fail-on'],
    most: mostFindings(flags),
    sourceOf: sourcesOf(documents, () => undefined),
  });
}
