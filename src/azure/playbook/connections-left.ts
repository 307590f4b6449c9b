import { shorten } from '../../core/shorten.js';
import { keyParameter } from '../connection-body.js';
import type { BoundConnection } from './bind-connections.js';
import { connectorWords, shellWord, type LeftOver } from './commands.js';
import type { PlaybookRequest } from './playbook-request.js';

/** What the connections want that are made without it: a key, or the consent of a person. */
export function connectionsLeft(
  connections: readonly BoundConnection[],
  { where, hasKey }: PlaybookRequest,
): readonly LeftOver[] {
  return connections.flatMap((one): LeftOver[] => {
    const { api, identity, isOpen, step, name, id, connector } = one;
    if (!isOpen || identity) return [];
    if (api.kind === 'managed') {
      const message = `The connection ${shorten(name)} has to be authorized by a person, in the portal.`;
      return [
        {
          code: 'connection-consent',
          message,
          commands: [`https://portal.azure.com/#@/resource${id}/edit`],
          isRefused: false,
        },
      ];
    }
    const asksForNone = connector !== undefined && keyParameter(connector) === undefined;
    if (asksForNone || (hasKey && step.action === 'create')) return [];
    const message = `The connection ${shorten(name)} has no key: the playbook's calls are refused until it has one.`;
    const command = `connector-kit connect ${connectorWords(one)} ${where} --connection ${shellWord(name)} --key-env KEY`;
    return [{ code: 'connection-key', message, commands: [command], isRefused: false }];
  });
}
