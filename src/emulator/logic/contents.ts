import { createHash } from 'node:crypto';
import { own, type Json, type JsonObject } from '../../core/json.js';
import { HIDDEN } from '../../engine/run/view.js';
import { hexOf } from '../hex.js';
import type { EmulatorWorld } from '../message.js';
import { oneLine } from '../one-line.js';
import type { Resource } from '../state.js';
import { accessEndpoint, signedQueries } from './callback-url.js';

/** The kinds of contents that a run has, as addresses name them, and the member of the record that they are. */
export const contentKinds: Readonly<Record<string, 'inputs' | 'outputs'>> = {
  ActionInputs: 'inputs',
  ActionOutputs: 'outputs',
  TriggerInputs: 'inputs',
  TriggerOutputs: 'outputs',
};

/** Where contents stand: a workflow, and the path behind its address. */
export interface ContentPlace {
  readonly workflow: Pick<Resource, 'id' | 'location'>;
  /** Such as `/runs/R/actions/A`. */
  readonly path: string;
  readonly world: EmulatorWorld;
}

/** The links to what an action, or a trigger, was given and gave: none to what is hidden. */
export function contentLinks(record: JsonObject, kind: 'Action' | 'Trigger', place: ContentPlace): JsonObject {
  const links = (['Inputs', 'Outputs'] as const).flatMap((what): (readonly [string, Json])[] => {
    const member = what === 'Inputs' ? 'inputs' : 'outputs';
    const value = own(record, member);
    if (value === undefined || value === HIDDEN) return [];
    return [[`${member}Link`, linkTo(value, `${place.path}/contents/${kind}${what}`, place)]];
  });
  return Object.fromEntries(links);
}

function linkTo(value: Json, path: string, { workflow, world }: ContentPlace): JsonObject {
  const text = oneLine(value);
  const hash = createHash('md5').update(text).digest('base64');
  const queries = { 'api-version': '2016-10-01', ...signedQueries(hexOf(workflow.id), `${path}/read`) };
  const search = Object.entries(queries).map(([name, one]) => `${name}=${encodeURIComponent(one)}`);
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  return {
    uri: `${accessEndpoint(workflow, world)}${encoded}?${search.join('&')}`,
    contentVersion: hash,
    contentSize: Buffer.byteLength(text),
    contentHash: { algorithm: 'md5', value: hash },
  };
}
