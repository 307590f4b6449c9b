import { shorten } from '../core/shorten.js';
import type { Connector } from '../definition/connector.js';
import type { Obstacle } from './preflight.js';

/** What stands in the way of a version that its upstream retired; undefined for any other. */
export function retired({ contract }: Connector): Obstacle | undefined {
  const { retired: since, apiVersion = '' } = contract;
  if (since === undefined) return undefined;
  const when = since.on === undefined ? '' : ` on ${since.on}`;
  return {
    code: 'api-version-retired',
    message: `The API version ${shorten(apiVersion)} was retired${when}: ${since.source}`,
    help: 'Choose another --api-version, or give --force.',
  };
}
